// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operationsWith } from '../../lambdas/api/index.ts';
import type { Operation, Reply } from '../../lambdas/api/operation.ts';
import { ChatErrorSchema, ProblemSchema } from '../../lambdas/api/problem-document.ts';
import { serve } from '../../lambdas/api/serve.ts';
import { changeCase } from '../../lambdas/change.ts';
import { conversationScope, putContent } from '../../lambdas/contents.ts';
import type { CaseEvent, Ports, Workflow, WorkflowInput } from '../../lambdas/ports.ts';
import type { CaseRef } from '../../lambdas/records/case.ts';
import type { PromptContent, ScanContent, ScreeningContent } from '../../lambdas/records/content.ts';
import type { IdentityMap } from '../../lambdas/records/identity.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import type { ReasonCode } from '../../lambdas/records/reason.ts';
import type { Side } from '../../lambdas/records/review.ts';
import { openReview } from '../../lambdas/steps/open-review.ts';
import { type LocalPorts, openLocalPorts } from '../../local/ports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const person = (subject: string, tenantId: string, ...groups: Principal['groups']): Principal => ({
  tenantId,
  client: 'app',
  subject,
  groups,
});

export const people = {
  rosa: person('rosa', 'clinic', 'requester'),
  /** Another subject of the same tenant and client. */
  ruth: person('ruth', 'clinic', 'requester'),
  /** The same subject through another client. */
  rosaElsewhere: { ...person('rosa', 'clinic', 'requester'), client: 'other-app' },
  /** Asks for another tenant, under the same name. */
  rosaOfTheBank: person('rosa', 'bank', 'requester'),
  vera: person('vera', 'clinic', 'reviewer'),
  vito: person('vito', 'clinic', 'reviewer'),
  /** The requester, who may review as well. */
  rosaReviewing: person('rosa', 'clinic', 'requester', 'reviewer'),
  sofia: person('sofia', 'clinic', 'reviewer', 'senior-reviewer'),
  viktor: person('viktor', 'bank', 'reviewer'),
  conrad: person('conrad', 'clinic', 'compliance'),
  carla: person('carla', 'bank', 'compliance'),
} as const satisfies Record<string, Principal>;

export type Said = Readonly<{
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
  /** Instead of `body`: bytes as they are. */
  bytes?: Uint8Array | string;
}>;

export type Held = Readonly<{
  side?: Side;
  reasons?: readonly ReasonCode[];
  complete?: boolean;
  prompt?: string;
  answer?: string;
  restored?: string;
  scan?: Partial<ScanContent>;
  editedBy?: string;
}>;

export type Stage = Readonly<{
  ports: LocalPorts;
  folder: string;
  /** What the workflow was told. */
  started: WorkflowInput[];
  answered: { token: string; decision: string; revision: string }[];
  events: CaseEvent[];
  reported: unknown[];
  now: { value: number };
  /** Replaced by a test that wants the workflow to misbehave. */
  workflow: { -readonly [Name in keyof Workflow]: Workflow[Name] };
  /** One operation as one person, with the router's parsing and refusals. */
  as: (who: Principal | undefined, id: string, said?: Said, ports?: Ports) => Promise<Reply>;
  /** Submits and returns the caseId. */
  submit: (
    who?: Principal,
    overrides?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<string>;
  /** Puts a case before reviewers as the workflow would. */
  hold: (caseId: string, held?: Held) => Promise<{ revision: string; digest: string }>;
  /** Releases a case's answer as the workflow would. */
  release: (caseId: string, restored: string) => Promise<void>;
  /** Forgets what was told and done, so that the next test begins anew on the same stores. */
  begin: () => void;
  close: () => void;
}>;

export const request = (overrides: Record<string, unknown> = {}) => ({
  policy: 'healthcare',
  messages: [{ role: 'user', content: 'Summarise: Anna Kowalska has had a cough for three weeks.' }],
  ...overrides,
});

const identities: IdentityMap = {
  secret: 'A'.repeat(43),
  identities: [
    { placeholder: 'NAME_1_7K', type: 'NAME', value: 'Anna Kowalska', forms: [] },
    { placeholder: 'NAME_2_9Q', type: 'NAME', value: 'Otto Elsewhere', forms: [] },
  ],
};

/** Every answer of every test has a status and a shape that the document promises. */
function assertDescribed(each: Operation, reply: Reply): void {
  if (reply.events !== undefined) return;
  const described = each.replies[reply.status];
  if (described?.schema !== undefined) described.schema.parse(reply.body);
  else if (described === undefined)
    (each.errors === 'chat' ? ChatErrorSchema : ProblemSchema).parse(reply.body);
}

const noon = Date.UTC(2026, 5, 1, 12);

/** The operations on local stores in a temporary folder, with a workflow that only remembers. */
export async function openStage(policies = join(root, 'policies')): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-api-'));
  const now = { value: noon };
  const local = await openLocalPorts({
    folder,
    policies,
    synchronous: 'NORMAL',
    environment: {},
    clock: () => now.value,
  });
  const started: Stage['started'] = [];
  const answered: Stage['answered'] = [];
  const events: Stage['events'] = [];
  const reported: unknown[] = [];
  local.events.listen((event) => events.push(event));
  const obedient: Workflow = {
    start: async (input) => void started.push(input),
    answer: async (token, output) => void answered.push({ token, ...output }),
    status: async () => 'RUNNING',
  };
  const workflow: Stage['workflow'] = { ...obedient };
  local.connect({
    start: (input) => workflow.start(input),
    answer: (token, output) => workflow.answer(token, output),
    status: (ref) => workflow.status(ref),
  });
  const all = operationsWith({ waitSeconds: 1, keepAliveSeconds: 0.05 });
  const named = (id: string): Operation => {
    const found = all.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no operation ${id}`);
    return found;
  };
  const as: Stage['as'] = async (principal, id, said = {}, ports = local) => {
    const { params = {}, query = {}, headers = {}, body, bytes } = said;
    const text = bytes ?? (body === undefined ? '' : JSON.stringify(body));
    const reply = await serve(named(id), ports, (_id, thrown) => reported.push(thrown))({
      principal,
      params,
      query,
      header: (name) => ({ 'content-type': 'application/json', ...headers })[name],
      body: async () => (typeof text === 'string' ? Buffer.from(text) : text),
    });
    assertDescribed(named(id), reply);
    return reply;
  };
  const refOf = (caseId: string, tenantId = 'clinic'): CaseRef => ({ tenantId, caseId });

  /** Puts prompt and scan of a case into the vault and into its row; returns the revision of the side asked for. */
  const keep = async (caseId: string, held: Held): Promise<string> => {
    const { side = 'answer', reasons = ['medication-dosage'], complete = true } = held;
    const item = await local.cases.get(refOf(caseId));
    if (item === undefined) throw new Error('no such case');
    const scope = { tenantId: item.tenantId, scope: caseId };
    const map = await putContent(local, conversationScope(item), identities, item.vaultUntil);
    const text = held.prompt ?? '[NAME_1_7K] has had a cough for three weeks.';
    const prompt: PromptContent = {
      kind: 'prompt',
      covered: true,
      source: item.request,
      messages: [{ role: 'user', content: text }],
      documents: [{ content: 'A note without a title.' }],
      identities: map,
      findings: [
        [
          {
            type: 'NAME',
            start: 0,
            end: 11,
            score: 0.9,
            because: { detector: 'tagger', pattern: 'name' },
          },
        ],
        [],
        [],
      ],
      detectors: ['tagger'],
      failed: complete ? [] : ['tagger'],
      complete,
      uncertain: 0,
      hidden: 0,
      rare: false,
      ...(held.editedBy === undefined || side === 'answer' ? {} : { editedBy: held.editedBy }),
    };
    const promptRevision = await putContent(local, scope, prompt, item.vaultUntil);
    const verdict = {
      verdict: 'hold' as const,
      reasons: reasons.map((code) => ({ code, evidence: [{ slot: 0, start: 0, end: 4 }] })),
    };
    const screening: ScreeningContent = { kind: 'screening', prompt: promptRevision, verdict };
    const screened = await putContent(local, scope, screening, item.vaultUntil);
    const scan: ScanContent = {
      kind: 'scan',
      source: await putContent(
        local,
        scope,
        { kind: 'answer', answer: answerOf(held.answer), prompt: promptRevision },
        item.vaultUntil,
      ),
      prompt: promptRevision,
      answer: answerOf(held.answer),
      verdict,
      findings: [],
      detectors: ['tagger'],
      restored: held.restored ?? 'Anna Kowalska should rest.',
      ...(held.editedBy === undefined || side === 'prompt' ? {} : { editedBy: held.editedBy }),
      ...held.scan,
    };
    const scanned = await putContent(local, scope, scan, item.vaultUntil);
    const summary = { verdict: 'hold' as const, reasons: [...reasons] };
    await changeCase(local, item, (row) => ({
      ...row,
      prompt: promptRevision,
      screening: screened,
      ...(side === 'prompt'
        ? { promptVerdict: summary }
        : { promptVerdict: { verdict: 'pass', reasons: [] }, answer: scanned, answerVerdict: summary }),
    }));
    return side === 'prompt' ? promptRevision : scanned;
  };
  const hold: Stage['hold'] = async (caseId, held = {}) => {
    const revision = await keep(caseId, held);
    const token = `token of ${caseId}`;
    await openReview(local)({ ...refOf(caseId), side: held.side ?? 'answer', stage: 0, revision, token });
    const digest = (await local.cases.get(refOf(caseId)))?.review?.digest ?? '';
    return { revision, digest };
  };

  return {
    ports: local,
    folder,
    started,
    answered,
    events,
    reported,
    now,
    workflow,
    as,
    submit: async (who = people.rosa, overrides = {}, headers = {}) => {
      const reply = await as(who, 'createRequest', { body: request(overrides), headers });
      return (reply.body as { caseId: string }).caseId;
    },
    hold,
    release: async (caseId, restored) => {
      const revision = await keep(caseId, { restored });
      await changeCase(local, refOf(caseId), (row) => ({
        ...row,
        status: 'closed',
        outcome: 'released',
        released: revision,
        closedAt: now.value,
      }));
      await local.notify({ ...refOf(caseId), kind: 'closed', at: now.value });
    },
    begin: () => {
      for (const told of [started, answered, events, reported]) told.length = 0;
      Object.assign(workflow, obedient);
      now.value = noon;
    },
    close: () => {
      local.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const answerOf = (text = '[NAME_1_7K] should rest.'): ScanContent['answer'] => ({
  text,
  stopReason: 'end',
  toolCalls: [],
  model: 'stand-in',
  usage: { inputTokens: 10, outputTokens: 5 },
});

/** The code of a refusal, in whichever form it was told. */
export function codeOf(reply: Reply): unknown {
  const body = reply.body as { code?: unknown; error?: { code?: unknown } } | undefined;
  return body?.code ?? body?.error?.code;
}
