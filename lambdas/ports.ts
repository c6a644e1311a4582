// SPDX-License-Identifier: Apache-2.0
import type { FailureName } from './failures.ts';
import type { ModelAnswer } from './records/answer.ts';
import type { Case, CaseRef, Conversation, PolicyRef } from './records/case.ts';
import type { Finding } from './records/finding.ts';
import type { GuardrailRequest, GuardrailResponse } from './records/guardrail.ts';
import type { Message } from './records/request.ts';
import type { Head } from './records/seal.ts';
import type { Policy } from './records/policy.ts';
import type { QueueEntry } from './records/queue.ts';
import type { Tally } from './records/tally.ts';
import type { Scans } from './scans.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;
/** This many random bytes, from a cryptographic source. */
export type RandomBytes = (count: number) => Uint8Array;
/** A new UUIDv7 (RFC 9562): time-ordered, without meaning. */
export type NewId = () => string;

/** Whose objects: `scope` is a caseId, or a conversationId where `of` says so. Identity maps are a conversation's. */
export type VaultScope = Readonly<{ tenantId: string; scope: string; of?: 'conversation' }>;
/** Short-lived encrypted store. An object is written once under a random revision of a scope. */
export type VaultRef = VaultScope & Readonly<{ revision: string }>;
export type Vault = Readonly<{
  put: (ref: VaultRef, content: string, until: number) => Promise<void>;
  /** @throws NotFound when it is not there or has expired. */
  get: (ref: VaultRef) => Promise<string>;
  /** Removes everything of a scope. Idempotent. */
  purge: (scope: VaultScope) => Promise<void>;
}>;

/** An object on its way into the vault: what `Vault.put` is given. */
export type NewObject = Readonly<{ ref: VaultRef; content: string; until: number }>;

/** How a caller's own key for a request is remembered: as a digest, owned by whoever sent it. */
export type IdempotencyEntry = Readonly<{
  tenantId: string;
  key: string;
  caseId: string;
  requestDigest: string;
  until: number;
}>;
/** `unreadable`: rows that stand in this page's place and are no item any more; absent for none. */
export type Page<Item> = Readonly<{ items: readonly Item[]; next?: string; unreadable?: number }>;

/** The case store: items changed by conditional writes on `version`. A lost write throws Conflict. */
export type Cases = Readonly<{
  /**
   * Creates case, conversation (if new) and idempotency entry in one transaction. If the idempotency key is
   * known, nothing is written and the entry that stands is returned.
   * @throws StorageUnavailable when it cannot be made durable.
   */
  accept: (
    item: Case,
    conversation: Conversation | undefined,
    idempotency: IdempotencyEntry | undefined,
  ) => Promise<IdempotencyEntry | undefined>;
  /** What stands under an idempotency key; undefined when it is not known, or its time is over. */
  remembered: (of: Pick<IdempotencyEntry, 'tenantId' | 'key'>) => Promise<IdempotencyEntry | undefined>;
  get: (ref: CaseRef) => Promise<Case | undefined>;
  /**
   * Writes `next`, and its entry in the queue (`queueEntry`), if the stored version is `next.version - 1`. `tallies` are
   * added with it where the store can write both at once, else right after: a crash in between may lose a count.
   * @throws Conflict, and then nothing is counted
   */
  replace: (next: Case, tallies?: readonly Tally[]) => Promise<void>;
  conversation: (ref: Pick<Conversation, 'tenantId' | 'conversationId'>) => Promise<Conversation | undefined>;
  /** Writes `next` if the stored version is `next.version - 1`. @throws Conflict */
  replaceConversation: (next: Conversation) => Promise<void>;
  /**
   * What waits for a person, by rank, after the rank `after`: entries, not cases, so that filters and counts over the
   * whole queue stay cheap (records/queue.ts). `next` is the rank of the last entry. @throws InvalidInput
   */
  queue: (query: Readonly<{ tenantId: string; limit: number; after?: string }>) => Promise<Page<QueueEntry>>;
  /** The numbers of a tenant whose period is one of `from` to `to`, both days or both minutes; of one person where `who` says so. */
  tallies: (
    query: Readonly<{ tenantId: string; from: string; to: string; who?: string }>,
  ) => Promise<readonly Tally[]>;
  /** Cases that are not closed and have not moved since `before`, of all tenants: for the sweep. */
  stale: (query: Readonly<{ before: number; limit: number; after?: string }>) => Promise<Page<Case>>;
  /** Closed cases of a tenant accepted on a day (UTC, `YYYY-MM-DD`), newest first: what compliance pages through. */
  closed: (
    query: Readonly<{ tenantId: string; day: string; limit: number; after?: string }>,
  ) => Promise<Page<Case>>;
  /** Cases of one owner, newest first, whatever became of them; reviewers' test cases are nobody's. */
  owned: (
    query: Readonly<{ tenantId: string; owner: string; limit: number; after?: string }>,
  ) => Promise<Page<Case>>;
  /** Closed cases whose vault time is over. */
  expired: (query: Readonly<{ before: number; limit: number }>) => Promise<readonly CaseRef[]>;
  /** Marks a case's vault content as gone. */
  forgotten: (ref: CaseRef) => Promise<void>;
  /** Closed cases of all tenants whose `retainUntil` lies before `before`, soonest first: what the sweep disposes of. */
  due: (query: Readonly<{ before: number; limit: number; after?: string }>) => Promise<Page<Case>>;
  /** Cases of a tenant whose containment nobody has reviewed yet (`custody.contained` without `review`), oldest first. */
  contained: (query: Readonly<{ tenantId: string; limit: number; after?: string }>) => Promise<Page<Case>>;
  /** Adds to the tenant's tokens of a day if that stays within `limit`; false and nothing added otherwise. */
  spend: (
    budget: Readonly<{ tenantId: string; day: string; tokens: number; limit: number }>,
  ) => Promise<boolean>;
  /** The tenant's tokens of a day so far. A moment later there may be more: only `spend` decides. */
  spent: (budget: Readonly<{ tenantId: string; day: string }>) => Promise<number>;
}>;

/** A row as `Cases.replace` or `Cases.replaceConversation` writes it. */
export type NamingRow =
  | Readonly<{ kind: 'case'; next: Case; tallies: readonly Tally[] }>
  | Readonly<{ kind: 'conversation'; next: Conversation }>;

/** Puts an object into the vault and writes the row that names it, both or neither. @throws Conflict, StorageUnavailable */
export type KeepTogether = (object: NewObject, row: NamingRow) => Promise<void>;

export type Retention = Readonly<{ mode: 'GOVERNANCE' | 'COMPLIANCE'; until: number }>;
export type ArchiveObject = Readonly<{ bytes: Uint8Array; retention: Retention; legalHold: boolean }>;

/** An object that is written, and neither locked nor to be found yet. */
export type Staged = Readonly<{
  /** Locks it under its key, if that is free. Once. */
  lock: () => Promise<'written' | 'exists'>;
  /** Forgets it, unless it is locked. Whoever stages drops, whatever happened; it does not throw. */
  drop: () => Promise<void>;
}>;

/** Write-once store. A second write of a key returns `exists` and changes nothing. */
export type Archive = Readonly<{
  put: (key: string, bytes: Uint8Array, retention: Retention) => Promise<'written' | 'exists'>;
  /**
   * The first half of `put`, for several that are locked one after the other: what takes long is done for all at once.
   * Absent where there is nothing to do before the lock.
   */
  stage?: (key: string, bytes: Uint8Array, retention: Retention) => Promise<Staged>;
  get: (key: string) => Promise<ArchiveObject | undefined>;
}>;

/** Keys. A case key dies alone (erasure); a tenant's keys live with the tenant. */
export type Keys = Readonly<{
  /** Makes the case's key if it has none yet. */
  create: (ref: CaseRef) => Promise<void>;
  /** Removes a key that nothing was made with, of a case that never was: unlike an erasure it leaves no trace. Idempotent. */
  discard: (ref: CaseRef) => Promise<void>;
  /** 32 bytes. @throws KeyErased when it was destroyed, NotFound when there never was one. */
  caseKey: (ref: CaseRef) => Promise<Uint8Array>;
  /** 32 bytes, for digests of callers' strings: owners, idempotency keys. */
  tenantKey: (tenantId: string) => Promise<Uint8Array>;
  /** 32 bytes, for the index of people and nothing else. */
  indexKey: (tenantId: string) => Promise<Uint8Array>;
}>;

/**
 * Which cases somebody is in: keyed digests (lambdas/privacy/person-terms.ts) beside case ids, outside the archive, so
 * that they can be removed.
 */
export type PersonIndex = Readonly<{
  /** Adds a case's terms. Idempotent. @throws StorageUnavailable */
  add: (ref: CaseRef, terms: readonly string[]) => Promise<void>;
  /** The cases of a tenant that have any of the terms, each with those it has, newest first; at most `limit` and one more. */
  find: (
    query: Readonly<{ tenantId: string; terms: readonly string[]; limit: number }>,
  ) => Promise<readonly Readonly<{ caseId: string; terms: readonly string[] }>[]>;
  /** Removes a case's terms, and overwrites where they stood (`Custodian.cutLogs` cuts the logs). Idempotent. @returns how many */
  forget: (ref: CaseRef) => Promise<number>;
  /**
   * Counts one search of an officer on a day (`YYYY-MM-DD`), in one transaction for both.
   * @returns false, with nothing counted, where the officer or the tenant has used up theirs
   */
  allow: (
    search: Readonly<{
      tenantId: string;
      officer: string;
      day: string;
      perOfficer: number;
      perTenant: number;
    }>,
  ) => Promise<boolean>;
}>;

/** One value of an answer. Instants are RFC 3339 in UTC, days `YYYY-MM-DD`, whole numbers beyond 2^53 text. */
export type AnswerCell = string | number | boolean | null;
/** `type` as both engines name it: `varchar`, `bigint`, `double`, `boolean`, `date`, `timestamp`. */
export type AnswerColumn = Readonly<{ name: string; type: AnswerType }>;
export type AnswerType = 'varchar' | 'bigint' | 'double' | 'boolean' | 'date' | 'timestamp';

/** A query of one tenant's catalogue, named by whoever starts it: a UUIDv7. */
export type QueryRef = Readonly<{ tenantId: string; queryId: string }>;

export type CatalogueQuery = QueryRef &
  Readonly<{
    /** Keyed digest of who asks (`subjectOf`): they alone may read what comes of it. */
    owner: string;
    /** One SELECT in the dialect of both engines, with `?` for the values, in their order. Every table of it is bound to the tenant. */
    sql: string;
    /** Always text; the query casts. Athena wants them quoted: `'o''brien'`. */
    values: readonly string[];
    /** Rows after which the answer is cut off, which it then says (`more`). Without it all are wanted. */
    limit?: number;
  }>;

export type QueryState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
export type QueryStatus = Readonly<{
  owner: string;
  state: QueryState;
  /** Why it failed. */
  failure?: Extract<FailureName, 'QueryTooLong' | 'QueryTooLarge' | 'QueryInvalid' | 'Unavailable'>;
  startedAt: number;
  endedAt?: number;
  /** While it runs: 0 to 100, where the engine can tell, or the bytes it has read, where it tells those. */
  percent?: number;
  scannedBytes?: number;
  /** Of the answer, once there is one. */
  columns?: readonly AnswerColumn[];
  rows?: number;
  /** The limit cut rows off. */
  more?: boolean;
}>;

export type AnswerPage = Readonly<{
  rows: readonly (readonly AnswerCell[])[];
  /** Where the next page begins; absent after the last. Opaque, and only good for this query. */
  next?: string;
}>;

/**
 * The catalogue of the archive, asked in SQL (lambdas/archive/questions.ts, lambdas/archive/restrict-sql.ts). Queries
 * run beside the call that starts them, as Athena's do. Answers are kept for a while and then forgotten.
 */
export type Catalogue = Readonly<{
  /**
   * Starts a query. Starting the same queryId again is the same as once (Athena: ClientRequestToken). A query that
   * exceeds `queryLimits` (lambdas/archive/query-limits.ts) fails with QueryTooLong or QueryTooLarge; it is never cut off without saying so.
   * @throws Throttled when too many run, Unavailable
   */
  start: (query: CatalogueQuery) => Promise<void>;
  /** Its state; waits up to `withinMs` for it to end. @throws NotFound when there is none, or no longer */
  poll: (ref: QueryRef, withinMs?: number) => Promise<QueryStatus>;
  /** Rows of a query that succeeded, at most `limit` (1 to 1000). @throws NotFound, InvalidInput for a cursor that is none */
  page: (ref: QueryRef, limit: number, after?: string) => Promise<AnswerPage>;
  /** Stops it; one that has ended stays as it is. @throws NotFound */
  cancel: (ref: QueryRef) => Promise<void>;
  /** The answer as one Parquet file, in pieces. Absent where the engine writes none. @throws NotFound */
  parquet?: (ref: QueryRef) => Promise<AsyncIterable<Uint8Array>>;
  /**
   * Makes a tenant's catalogue again from the archive, scanning every text anew with the recognizers of today.
   * @returns days made, and texts that are left out because something was found in them
   */
  rebuild: (tenantId: string) => Promise<Readonly<{ days: number; contained: number }>>;
  /** Takes in what was archived lately, where a schedule does that. Absent where every question does. */
  refresh?: (tenantId: string) => Promise<void>;
  /** Ids of a tenant's cases whose text is in it, or was left out because something was found in it, in order, after `after`; at most `limit`. */
  texts: (query: Readonly<{ tenantId: string; limit: number; after?: string }>) => Promise<readonly string[]>;
  /**
   * Takes the text of a case out at once: it was erased, or contained. It stays out: whoever makes the catalogue asks
   * for the key (`KeyErased`) and for the row (`custody.contained`).
   */
  forgetText: (ref: CaseRef) => Promise<void>;
  /** Takes everything of a case out at once: it was disposed of. Its events stay. */
  forgetCase: (ref: CaseRef) => Promise<void>;
}>;

/** What compliance needs of the stores beyond writing once and reading: two people's decision, or the end of a retention. */
export type Custodian = Readonly<{
  /** `refused`: what S3 Object Lock answers with 403. `missing`: there is no such object. */
  setLegalHold: (key: string, on: boolean) => Promise<'done' | 'refused' | 'missing'>;
  /** Destroys the case's key for good. Idempotent. @throws NotFound when it never had one */
  eraseKey: (ref: CaseRef) => Promise<void>;
  /**
   * Deletes an archived object, every version of it, whose retention is over and that nobody holds. There is no bypass.
   * `refused`: what S3 Object Lock answers with 403. `missing`: it is gone.
   */
  remove: (key: string) => Promise<'done' | 'refused' | 'missing'>;
  /** Removes the row of a case that was disposed of, and overwrites where it stood. Idempotent. */
  forgetCase: (ref: CaseRef) => Promise<void>;
  /** Removes the idempotency keys that a case was asked for with. @returns how many */
  forgetCaller: (ref: CaseRef) => Promise<number>;
  /** Cuts off what the logs of the stores still hold of what was purged and removed. */
  cutLogs: () => Promise<void>;
  /** For how many days backups of the store of keys are kept: until then a destroyed key could be brought back. */
  backupDays: number;
}>;

/** A key that seals are signed with. */
export type Signer = Readonly<{
  /** SubjectPublicKeyInfo, PEM. */
  publicKey: string;
  /** ECDSA on P-256 with SHA-256, DER, over these bytes. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}>;

/** What becomes of a seal beside the archive (lambdas/archive): which objects still need one, who signs it, where its head goes. */
export type Chain = Readonly<{
  /** Keys of locked objects that no seal has taken up yet: at most `limit`, none left out for good. */
  unsealed: (limit: number) => Promise<readonly string[]>;
  /** Remembers which seal took them up, and that it is the newest. Idempotent. */
  took: (sequence: number, keys: readonly string[]) => Promise<void>;
  /** The seal that took an object up. */
  sealOf: (key: string) => Promise<number | undefined>;
  /** The newest seal that was remembered; 0 for none. */
  newest: () => Promise<number>;
  /**
   * Every key that has signed or is to sign, oldest first; old ones for their public half. Which of them signs the
   * next seal is written in the chain: the newest seal's, or the one that it names as its successor.
   */
  signers: () => Promise<readonly Signer[]>;
  /** Makes a key to rotate to, last of `signers` from then on. Absent where keys are configured: the next one is there already. */
  newSigner?: () => Promise<Signer>;
  /** The newest head as it was written outside the archive; undefined where there is none. */
  readHead: () => Promise<Head | undefined>;
  writeHead: (head: Head) => Promise<void>;
}>;

/** What a tenant had of a window of admission control: characters let in, asked for in all, and requests let in. */
export type WindowUse = Readonly<{ used: number; asked: number; requests: number }>;
/** Counts what is taken in, all instances together (lambdas/api/admission.ts). Windows are numbered by the caller. */
export type Intake = Readonly<{
  /** What the services behind take in at most. */
  charactersPerSecond: number;
  /** Adds a request and tells what stands then, and what stood in the window before. @throws Unavailable */
  take: (
    window: number,
    tenantId: string,
    characters: number,
  ) => Promise<
    Readonly<{ now: Readonly<Record<string, WindowUse>>; before: Readonly<Record<string, WindowUse>> }>
  >;
  /** Counts a request of a tenant's own allowance. @returns seconds to wait; 0 when it is let in. Absent: nobody has a limit */
  mayAsk?: (tenantId: string) => Promise<number>;
  /** Takes a refused request out again; that it was asked for stays. */
  giveBack: (window: number, tenantId: string, characters: number) => Promise<void>;
}>;

/** A medical detector (Comprehend Medical). Offsets in the findings are UTF-16, checked by the adapter. */
export type DetectMedical = (text: string) => Promise<readonly Finding[]>;
/** A guardrail's detect-only check for identifiers (Bedrock InvokeGuardrailChecks). Offsets as above. */
export type DetectGuarded = (text: string) => Promise<readonly Finding[]>;
export type ApplyGuardrail = (request: GuardrailRequest, policy: PolicyRef) => Promise<GuardrailResponse>;

export type ModelCall = Readonly<{
  modelId: string;
  system: string;
  messages: readonly Message[];
  maxOutputTokens: number;
  /** The only metadata that goes along. */
  caseId: string;
}>;
export type Models = Readonly<{
  /** Whether this deployment can call that model at all. */
  serves: (modelId: string) => boolean;
  /** @throws Throttled, Unavailable (worth another model), Malformed */
  converse: (call: ModelCall) => Promise<ModelAnswer>;
}>;

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
export type WorkflowInput = CaseRef & Readonly<{ revision: string; review: readonly number[] }>;

export type Workflow = Readonly<{
  /** Starts the case's execution, named by the caseId. Starting it again is the same as once. */
  start: (input: WorkflowInput) => Promise<void>;
  /** Answers a waiting review. @throws TaskTimedOut when that task is over. */
  answer: (token: string, output: Readonly<{ decision: string; revision: string }>) => Promise<void>;
  status: (ref: CaseRef) => Promise<ExecutionStatus | undefined>;
}>;

/** What needs somebody's attention beyond the review itself. */
export type AlertCode = 'own-request' | 'reveal-budget' | 'test-case-missed' | 'case-failed';

/**
 * What happened, without content: for queues, chat and the console's live updates. `claimed`, `returned` and `approved`
 * are for live updates only: nobody has to be told of them.
 */
export type CaseEvent = CaseRef &
  Readonly<{
    kind:
      | 'held'
      | 'reminded'
      | 'escalated'
      | 'expired'
      | 'revealed'
      | 'decided'
      | 'closed'
      | 'alert'
      | 'claimed'
      | 'returned'
      | 'approved'
      /** An identifier was found in what was archived of it: somebody of compliance has to look. */
      | 'contained'
      /** Its retention is over, and it is gone. */
      | 'disposed';
    at: number;
    /** Of an alert. */
    code?: AlertCode;
  }>;
export type Notify = (event: CaseEvent) => Promise<void>;

/** Policies by name, and by the hash that a case began with. */
export type Policies = Readonly<{
  /** The names of all policies, in a stable order. */
  ids: () => readonly string[];
  current: (id: string) => { policy: Policy; ref: PolicyRef } | undefined;
  /** @throws NotFound */
  byHash: (hash: string) => Promise<Policy>;
}>;

/** Everything that steps and operations need from outside. */
export type Ports = Readonly<{
  vault: Vault;
  cases: Cases;
  /** Absent where vault and cases are kept apart: there an object goes first, so that no row names what is not there. */
  keepTogether?: KeepTogether;
  archive: Archive;
  keys: Keys;
  models: Models;
  workflow: Workflow;
  policies: Policies;
  notify: Notify;
  /** Absent where nobody may hold, unseal or erase. */
  custodian?: Custodian;
  /** Absent where a person's cases cannot be looked for. */
  people?: PersonIndex;
  /** Absent where nothing can be asked of the archive. */
  catalogue?: Catalogue;
  /** Absent where the archive is not sealed. */
  chain?: Chain;
  /** Absent where there is none: on the laptop. */
  detectMedical?: DetectMedical;
  detectGuarded?: DetectGuarded;
  /** Scans in another thread. Absent where a step scans by itself. */
  scans?: Scans;
  /** Absent where nothing limits what is taken in. */
  intake?: Intake;
  applyGuardrail?: ApplyGuardrail;
  /**
   * Resolves when the case may have been held or closed, or after `within` milliseconds: what waiting callers
   * sleep on. Absent where nothing can tell: they look again after a while.
   */
  moved?: (ref: CaseRef, within: number) => Promise<void>;
  /**
   * Hears every event of this process until the returned function is called. @throws Throttled when too many listen.
   * Absent where events do not come to whoever serves the API: the console asks again instead.
   */
  listen?: (listener: (event: CaseEvent) => void) => () => void;
  /** Makes sure that the stores take writes. @throws StorageUnavailable */
  probe?: () => Promise<void>;
  clock: Clock;
  randomBytes: RandomBytes;
  newId: NewId;
}>;
