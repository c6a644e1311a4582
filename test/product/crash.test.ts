// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openIdentity } from '../../local/identity.ts';
import { freePort, kill, policiesWithoutSample, type Product, startModel, startProduct } from './process.ts';

const kills = 50;
const inFlight = 100;
const everyFifthIsHeld = (index: number) => index % 5 === 0;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Sent = { key: string; text: string; caseId?: string };
type View = { caseId: string; status: string; outcome?: string };

/** Calls the API; undefined when the server went away meanwhile. */
async function call<Answer>(
  url: string,
  token: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  method = body === undefined ? 'GET' : 'POST',
): Promise<Answer | undefined> {
  let refused = '';
  try {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer;
    if (response.status >= 400) refused = JSON.stringify(answer);
    else return answer;
  } catch {
    return undefined;
  }
  throw new Error(refused);
}

/** Sends what was not acknowledged yet, under its own key: a case that was accepted unseen is found again, not made twice. */
async function sendAll(url: string, token: string, cases: Sent[]): Promise<void> {
  await Promise.all(
    cases
      .filter((each) => each.caseId === undefined)
      .map(async (each) => {
        const body = { policy: 'healthcare', messages: [{ role: 'user', content: each.text }] };
        const view = await call<View>(url, token, '/v1/requests', body, { 'idempotency-key': each.key });
        if (view !== undefined) each.caseId = view.caseId;
      }),
  );
}

async function recordsBelow(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, 'archive'), { recursive: true });
  return files
    .filter((file) => /record.*\.json$/.test(file))
    .map((file) => /([0-9a-f-]{36})\.json$/.exec(file)?.[1] ?? file);
}

it(`loses no accepted case and doubles none, killed at ${kills} random moments with ${inFlight} cases in flight`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'airlock-crash-'));
  const settings = await mkdtemp(join(tmpdir(), 'airlock-crash-policies-'));
  const port = await freePort();
  // Slow enough that most cases are still under way when the process dies.
  const model = await startModel(
    (shown) =>
      shown.includes('which dose')
        ? 'Take 500 mg of amoxicillin every 8 hours for 7 days.'
        : 'It is summarised.',
    () => 20 + Math.random() * 1200,
  );
  const environment = {
    AIRLOCK_MODEL_URL: model.url,
    AIRLOCK_MODEL_NAME: 'slow',
    AIRLOCK_SYNCHRONOUS: 'NORMAL',
    AIRLOCK_POLICIES: await policiesWithoutSample(settings),
  };
  const identity = await openIdentity(folder, `http://127.0.0.1:${port}`);
  const [rosa, vera] = await Promise.all([identity.mintToken('rosa'), identity.mintToken('vera')]);
  const cases: Sent[] = [];
  const add = (count: number) => {
    for (let index = 0; index < count; index += 1)
      cases.push({
        key: `key-${cases.length}`,
        text: everyFifthIsHeld(cases.length)
          ? `Tell me which dose patient ${cases.length} takes.`
          : `Summarise visit ${cases.length}.`,
      });
  };
  add(inFlight);
  let product: Product | undefined;
  for (let round = 0; round < kills; round += 1) {
    product = await startProduct(folder, port, environment);
    const sending = sendAll(product.url, rosa, cases);
    await sleep(Math.random() * 350);
    await kill(product);
    await sending;
    add(4);
  }

  product = await startProduct(folder, port, environment);
  const { url } = product;
  await sendAll(url, rosa, cases);
  const ids = cases.map((each) => each.caseId!);
  expect(new Set(ids).size).toBe(cases.length);
  const views = new Map<string, View>();
  for (let turn = 0; turn < 600; turn += 1) {
    for (const id of ids.filter((each) => !['closed', 'held'].includes(views.get(each)?.status ?? ''))) {
      const view = await call<View>(url, rosa, `/v1/requests/${id}`);
      if (view !== undefined) views.set(id, view);
    }
    if ([...views.values()].every((view) => ['closed', 'held'].includes(view.status))) break;
    await sleep(100);
  }

  const held = cases.filter((_, index) => everyFifthIsHeld(index)).map((each) => each.caseId!);
  const ended = ids.filter((id) => !held.includes(id));
  expect(ended.map((id) => views.get(id))).toEqual(
    ended.map((id) => expect.objectContaining({ caseId: id, status: 'closed', outcome: 'released' })),
  );
  expect(held.map((id) => views.get(id)?.status)).toEqual(held.map(() => 'held'));
  expect((await recordsBelow(folder)).sort()).toEqual([...ended].sort());

  // Held cases are still decidable, and then have exactly one record too.
  for (const id of held) {
    const review = await call<{ revision: string; digest: string }>(url, vera, `/v1/reviews/${id}`);
    await call(url, vera, `/v1/reviews/${id}/claim`, undefined, {}, 'POST');
    await call(url, vera, `/v1/reviews/${id}/decision`, {
      decision: 'reject',
      reason: 'unsafe-advice',
      revision: review!.revision,
      digest: review!.digest,
    });
  }
  for (let turn = 0; turn < 100 && (await recordsBelow(folder)).length < ids.length; turn += 1)
    await sleep(100);
  expect((await recordsBelow(folder)).sort()).toEqual([...ids].sort());
  expect(product.output()).not.toMatch(/error|Summarise|dose/i);

  await kill(product, 'SIGTERM');
  model.close();
  await expect(readFile(join(folder, 'server.json'), 'utf8')).resolves.toContain(String(port));
  for (const each of [folder, settings]) await rm(each, { recursive: true, force: true });
}, 240_000);
