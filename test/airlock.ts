// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations } from '../lambdas/api/index.ts';
import type { Reply } from '../lambdas/api/operation.ts';
import { serve } from '../lambdas/api/serve.ts';
import type { Models, Workflow } from '../lambdas/ports.ts';
import type { ModelAnswer } from '../lambdas/records/answer.ts';
import type { Principal } from '../lambdas/records/principal.ts';
import type { ReviewSummary } from '../lambdas/api/review-view.ts';
import { workflowOn } from '../local/workflow.ts';
import { openPipeline, type Pipeline, type PipelineOptions } from '../local/pipeline.ts';

export const policiesFolder = fileURLToPath(new URL('../policies/', import.meta.url));

const person = (tenantId: string, subject: string, ...groups: Principal['groups']): Principal => ({
  tenantId,
  client: 'test-app',
  subject,
  groups,
});
export const people = {
  nora: person('clinic', 'nora', 'requester'),
  omar: person('clinic', 'omar', 'requester'),
  rita: person('clinic', 'rita', 'reviewer'),
  ravi: person('clinic', 'ravi', 'reviewer'),
  sena: person('clinic', 'sena', 'senior-reviewer'),
  cora: person('clinic', 'cora', 'compliance'),
  bela: person('bank', 'bela', 'requester'),
  bert: person('bank', 'bert', 'reviewer'),
} as const satisfies Record<string, Principal>;

/** A model whose answers a test writes: a text, or what to make of the prompt it was shown. */
export function scripted(
  answer: string | ((shown: string) => string | Partial<ModelAnswer>),
): Models & { shown: string[] } {
  const shown: string[] = [];
  return {
    shown,
    serves: () => true,
    converse: async ({ system, messages, modelId }) => {
      const text = [system, ...messages.map((message) => message.content)].join('\n');
      shown.push(text);
      const said = typeof answer === 'string' ? answer : answer(text);
      const base: ModelAnswer = {
        text: '',
        stopReason: 'end',
        toolCalls: [],
        model: modelId,
        usage: { inputTokens: 10, outputTokens: 10 },
      };
      return typeof said === 'string' ? { ...base, text: said } : { ...base, ...said };
    },
  };
}

export type Called = Readonly<{
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}>;

export type TestAirlock = Pipeline &
  Readonly<{
    folder: string;
    /** The workflow as it was connected: to put back what a test disconnected. */
    workflow: Workflow;
    /** What the API would have logged as its own mistakes. */
    mistakes: unknown[];
    call: (id: string, principal: Principal | undefined, called?: Called) => Promise<Reply>;
    /** Sends a request of nora's (or another's) and waits until nothing moves any more. */
    submit: (
      prompt: string,
      more?: Record<string, unknown>,
      principal?: Principal,
    ) => Promise<{ caseId: string; conversationId: string }>;
    status: (caseId: string, principal?: Principal) => Promise<Record<string, unknown>>;
    /** Claims and decides as a reviewer; the reply of the decision. */
    decide: (caseId: string, decision: Record<string, unknown>, principal?: Principal) => Promise<Reply>;
    remove: () => Promise<void>;
  }>;

/** Random bytes, but that the two which decide about the random sample always say no. */
const neverSampled = (count: number) => (count === 2 ? Uint8Array.of(255, 255) : randomBytes(count));

/** The whole pipeline in this process, on a folder of its own. With `hanging`, steps may never return: nobody waits for them. */
export async function openTestAirlock({
  hanging = false,
  ...options
}: Partial<PipelineOptions> & { hanging?: boolean } = {}): Promise<TestAirlock> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'airlock-test-')));
  const pipeline = await openPipeline({
    policies: policiesFolder,
    synchronous: 'NORMAL',
    environment: {},
    randomBytes: neverSampled,
    ...options,
    folder,
  });
  const mistakes: unknown[] = [];
  const call: TestAirlock['call'] = async (
    id,
    principal,
    { params = {}, query = {}, headers = {}, body } = {},
  ) => {
    const operation = operations.find((each) => each.id === id);
    if (operation === undefined) throw new Error(`there is no operation ${id}`);
    const all: Record<string, string> = { 'content-type': 'application/json', ...headers };
    return serve(operation, pipeline.ports, (_id, thrown) => mistakes.push(thrown))({
      principal,
      params,
      query,
      header: (name) => all[name],
      body: async () => Buffer.from(JSON.stringify(body)),
    });
  };
  const settle = () => pipeline.machine.idle({ exceptRunning: hanging });
  return {
    ...pipeline,
    workflow: workflowOn(pipeline.machine),
    folder,
    mistakes,
    call,
    submit: async (prompt, more = {}, principal = people.nora) => {
      const reply = await call('createRequest', principal, {
        body: { policy: 'healthcare', messages: [{ role: 'user', content: prompt }], ...more },
      });
      if (reply.status >= 300) throw new Error(`not accepted: ${JSON.stringify(reply.body)}`);
      await settle();
      return reply.body as { caseId: string; conversationId: string };
    },
    status: async (caseId, principal = people.nora) =>
      (await call('readRequest', principal, { params: { caseId } })).body as Record<string, unknown>,
    decide: async (caseId, decision, principal = people.rita) => {
      const params = { caseId };
      await call('claimReview', principal, { params });
      const list = (await call('listReviews', principal)).body as {
        reviews?: ReviewSummary[];
        items?: ReviewSummary[];
      };
      const { revision, digest } =
        (list.reviews ?? list.items ?? []).find((each) => each.caseId === caseId) ?? {};
      const reply = await call('decideReview', principal, {
        params,
        body: { reason: 'safe-as-shown', revision, digest, ...decision },
      });
      await settle();
      return reply;
    },
    remove: async () => {
      await pipeline.close(hanging ? 0 : undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
