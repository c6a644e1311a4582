// SPDX-License-Identifier: Apache-2.0
// Takes docs/console-*.png from the running product: `npm run docs`. Two weeks of a made-up clinic pass first, on a clock of
// the script's own, so that there is something to see.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Company, openCompany, press } from '../test/browser/company.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [minute, day] = [60_000, 86_400_000];
const days = 14;

type Sample = Readonly<{ as: string; request: Readonly<Record<string, unknown>> }>;
const samples = readdirSync(`${root}samples`)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`${root}samples/${name}`, 'utf8')) as Sample)
  .filter(({ as }) => as === 'rosa');
const dose = (name: string, drug: string) => ({
  policy: 'healthcare',
  messages: [{ role: 'user', content: `What dose of ${drug} should ${name}, born March 4, 1961, take?` }],
  documents: [
    {
      title: 'Visit note',
      content: `${name} was seen by Dr. Lena Fuchs on March 2, 2026. Phone (555) 013-2297.`,
    },
  ],
});
const requests = [
  ...samples.map(({ request }) => request),
  dose('Mr. Otto Kowalski', 'lisinopril'),
  dose('Mrs. Eva Lind', 'metformin'),
];

const time = { now: Date.now() - days * day };
const company = await openCompany({ clock: () => time.now });

async function send(index: number): Promise<string> {
  const { body } = await company.call('rosa', 'POST', '/v1/requests', requests[index % requests.length]);
  await company.laptop.machine.idle();
  return String(body['caseId']);
}

/** Decides what waits: most is approved, some rejected, what may not be waived too. */
async function decide({ call, laptop }: Company, index: number): Promise<void> {
  const { items = [] } = (await call('vera', 'GET', '/v1/reviews')).body as {
    items?: { caseId: string; approvable: boolean; revision: string; digest: string; fourEyes: unknown[] }[];
  };
  for (const { caseId, approvable, revision, digest, fourEyes } of items) {
    const approve = approvable && (index + caseId.charCodeAt(35)) % 4 > 0;
    for (const who of approve && fourEyes.length > 0 ? ['vera', 'sofia'] : ['vera']) {
      await call(who, 'POST', `/v1/reviews/${caseId}/claim`);
      await call(who, 'GET', `/v1/reviews/${caseId}`);
      time.now += 3 * minute;
      await call(who, 'POST', `/v1/reviews/${caseId}/decision`, {
        decision: approve ? 'approve' : 'reject',
        reason: approve ? 'safe-as-shown' : 'unsafe-advice',
        revision,
        digest,
      });
    }
    await laptop.machine.idle();
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: `${root}docs/console-${name}.png`, animations: 'disabled' });
}

try {
  for (let past = 0; past < days; past += 1) {
    for (let count = 0; count < 2 + ((past * 5) % 4); count += 1) {
      await send(past + count);
      time.now += (7 + ((past * 13 + count * 29) % 50)) * minute;
    }
    await decide(company, past);
    time.now = Date.now() - (days - past - 1) * day;
  }
  time.now = Date.now() - (requests.length + 5) * minute;
  for (let index = 0; index < requests.length; index += 1) {
    await send(index);
    time.now += minute;
  }
  const caseId = await send(requests.length - 1);
  time.now = Date.now();
  const size = { width: 1280, height: 860 };

  const vera = await company.open('vera', '/reviews', size);
  await vera.getByRole('row').nth(3).waitFor();
  await shoot(vera, 'queue');
  await vera.goto(`/reviews/${caseId}`);
  await press(vera, 'Claim');
  await vera.getByRole('button', { name: 'Approve', exact: true }).waitFor();
  await shoot(vera, 'case');
  await press(vera, 'Edit');
  const box = vera.getByLabel('Answer 1');
  await box.fill(
    (await box.inputValue()).replace(/Take [^.]*\./, 'The treating clinician decides on the dose.'),
  );
  await vera.getByText('Draft saved').waitFor();
  await press(vera, 'Send through the checks');
  await vera.getByRole('dialog').waitFor();
  await shoot(vera, 'decision');

  const sofia = await company.open('sofia', '/overview', { width: 1280, height: 1100 });
  await sofia.getByRole('heading', { level: 2 }).first().waitFor();
  await sofia.waitForLoadState('networkidle').catch(() => undefined);
  await shoot(sofia, 'overview');
  const complaints = await company.leave();
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
} finally {
  await company.close();
}
