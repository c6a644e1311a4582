// SPDX-License-Identifier: Apache-2.0
import type { ModelAnswer } from './records/answer.ts';
import type { Case, CaseRef, Conversation, PolicyRef } from './records/case.ts';
import type { Finding } from './records/finding.ts';
import type { GuardrailRequest, GuardrailResponse } from './records/guardrail.ts';
import type { Message } from './records/request.ts';
import type { Head } from './records/seal.ts';
import type { Policy } from './records/policy.ts';
import type { Side } from './records/review.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;
/** This many random bytes, from a cryptographic source. */
export type RandomBytes = (count: number) => Uint8Array;
/** A new UUIDv7 (RFC 9562): time-ordered, without meaning. */
export type NewId = () => string;

/** Short-lived encrypted store. An object is written once under a random revision; `scope` is a caseId or a conversationId. */
export type VaultRef = Readonly<{ tenantId: string; scope: string; revision: string }>;
export type Vault = Readonly<{
  put: (ref: VaultRef, content: string, until: number) => Promise<void>;
  /** @throws NotFound when it is not there or has expired. */
  get: (ref: VaultRef) => Promise<string>;
  /** Removes everything of a scope. Idempotent. */
  purge: (scope: Readonly<{ tenantId: string; scope: string }>) => Promise<void>;
}>;

/** How a caller's own key for a request is remembered: as a digest, owned by whoever sent it. */
export type IdempotencyEntry = Readonly<{
  tenantId: string;
  key: string;
  caseId: string;
  requestDigest: string;
  until: number;
}>;
export type Page<Item> = Readonly<{ items: readonly Item[]; next?: string }>;

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
  get: (ref: CaseRef) => Promise<Case | undefined>;
  /** Writes `next` if the stored version is `next.version - 1`. @throws Conflict */
  replace: (next: Case) => Promise<void>;
  conversation: (ref: Pick<Conversation, 'tenantId' | 'conversationId'>) => Promise<Conversation | undefined>;
  /** Writes `next` if the stored version is `next.version - 1`. @throws Conflict */
  replaceConversation: (next: Conversation) => Promise<void>;
  /** Held cases of a tenant, oldest expiry first. */
  held: (
    query: Readonly<{ tenantId: string; side?: Side; limit: number; after?: string }>,
  ) => Promise<Page<Case>>;
  /** Cases that are not closed and have not moved since `before`, of all tenants: for the sweep. */
  stale: (query: Readonly<{ before: number; limit: number; after?: string }>) => Promise<Page<Case>>;
  /** Closed cases of a tenant accepted on a day (UTC, `YYYY-MM-DD`), newest first: what compliance pages through. */
  closed: (
    query: Readonly<{ tenantId: string; day: string; limit: number; after?: string }>,
  ) => Promise<Page<Case>>;
  /** Closed cases whose vault time is over. */
  expired: (query: Readonly<{ before: number; limit: number }>) => Promise<readonly CaseRef[]>;
  /** Marks a case's vault content as gone. */
  forgotten: (ref: CaseRef) => Promise<void>;
  /** Adds to the tenant's tokens of a day if that stays within `limit`; false and nothing added otherwise. */
  spend: (
    budget: Readonly<{ tenantId: string; day: string; tokens: number; limit: number }>,
  ) => Promise<boolean>;
}>;

export type Retention = Readonly<{ mode: 'GOVERNANCE' | 'COMPLIANCE'; until: number }>;
export type ArchiveObject = Readonly<{ bytes: Uint8Array; retention: Retention; legalHold: boolean }>;

/** Write-once store. A second write of a key returns `exists` and changes nothing. */
export type Archive = Readonly<{
  put: (key: string, bytes: Uint8Array, retention: Retention) => Promise<'written' | 'exists'>;
  get: (key: string) => Promise<ArchiveObject | undefined>;
}>;

/** Keys. A case key dies alone (erasure); a tenant's digest key lives with the tenant. */
export type Keys = Readonly<{
  /** Makes the case's key if it has none yet. */
  create: (ref: CaseRef) => Promise<void>;
  /** 32 bytes. @throws KeyErased when it was destroyed, NotFound when there never was one. */
  caseKey: (ref: CaseRef) => Promise<Uint8Array>;
  /** 32 bytes, for digests of callers' strings: owners, idempotency keys. */
  tenantKey: (tenantId: string) => Promise<Uint8Array>;
}>;

/** What the catalogue answers: rows of plain values, instants as RFC 3339. `more`: the limit cut them off. */
export type Answers = Readonly<{
  columns: readonly string[];
  rows: readonly (readonly (string | number | boolean | null)[])[];
  more: boolean;
}>;
/** Asks one tenant's catalogue (lambdas/archive/questions.ts). */
export type Catalogue = Readonly<{
  /**
   * `sql` with `?` for the values, over the tables of one tenant.
   * @throws QueryTooLong after `withinMs`, Unavailable
   */
  ask: (
    question: Readonly<{
      tenantId: string;
      sql: string;
      values: readonly string[];
      limit: number;
      withinMs: number;
    }>,
  ) => Promise<Answers>;
  /**
   * Makes a tenant's catalogue again from the archive, scanning every text anew with the recognizers of today.
   * @returns days made, and texts that are left out because something was found in them
   */
  rebuild: (tenantId: string) => Promise<Readonly<{ days: number; contained: number }>>;
  /** Takes the text of a case out at once: it was erased. */
  forgetText: (ref: CaseRef) => Promise<void>;
}>;

/** What compliance needs of the stores beyond writing once and reading: each two people's decision. */
export type Custodian = Readonly<{
  /** `refused`: what S3 Object Lock answers with 403. `missing`: there is no such object. */
  setLegalHold: (key: string, on: boolean) => Promise<'done' | 'refused' | 'missing'>;
  /** Destroys the case's key for good. Idempotent. @throws NotFound when it never had one */
  eraseKey: (ref: CaseRef) => Promise<void>;
  /** Removes the idempotency keys that a case was asked for with. @returns how many */
  forgetCaller: (ref: CaseRef) => Promise<number>;
  /** Cuts off what the logs of the stores still hold of what was purged and removed. */
  cutLogs: () => Promise<void>;
  /** For how many days backups of the store of keys are kept: until then a destroyed key could be brought back. */
  backupDays: number;
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
  /** ECDSA on P-256 with SHA-256, DER. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** SubjectPublicKeyInfo, PEM. */
  publicKey: string;
  /** The newest head as it was written outside the archive; undefined where there is none. */
  readHead: () => Promise<Head | undefined>;
  writeHead: (head: Head) => Promise<void>;
}>;

/** A medical detector (Comprehend Medical). Offsets in the findings are UTF-16, checked by the adapter. */
export type DetectMedical = (text: string) => Promise<readonly Finding[]>;
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

/** What happened, without content: for queues, chat and the console's live updates. */
export type CaseEvent = CaseRef &
  Readonly<{
    kind: 'held' | 'reminded' | 'escalated' | 'expired' | 'revealed' | 'decided' | 'closed';
    at: number;
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
  archive: Archive;
  keys: Keys;
  models: Models;
  workflow: Workflow;
  policies: Policies;
  notify: Notify;
  /** Absent where nobody may hold, unseal or erase. */
  custodian?: Custodian;
  /** Absent where nothing can be asked of the archive. */
  catalogue?: Catalogue;
  /** Absent where the archive is not sealed. */
  chain?: Chain;
  /** Absent where there is none: on the laptop. */
  detectMedical?: DetectMedical;
  applyGuardrail?: ApplyGuardrail;
  /**
   * Resolves when the case may have been held or closed, or after `within` milliseconds: what waiting callers
   * sleep on. Absent where nothing can tell: they look again after a while.
   */
  moved?: (ref: CaseRef, within: number) => Promise<void>;
  /** Makes sure that the stores take writes. @throws StorageUnavailable */
  probe?: () => Promise<void>;
  clock: Clock;
  randomBytes: RandomBytes;
  newId: NewId;
}>;
