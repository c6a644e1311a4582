// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openIdentity } from '../../local/identity.ts';
import {
  axeViolations,
  type Laptop,
  openBrowser,
  signIn,
  startLaptop,
  visit,
  type Watched,
} from './browser.ts';
import { policiesWithoutSample } from '../product/process.ts';

// Two browsers and a server, on a machine that may be busy.
jest.setTimeout(60_000);

let browser: Browser;
let laptop: Laptop;
let caseId: string;
const visits: Watched[] = [];
const policies = mkdtempSync(join(tmpdir(), 'airlock-browser-policies-'));
const name = 'Anneliese Quillfeather';
const other = 'Bartholomew Crabtree';

async function call(
  who: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const identity = await openIdentity(laptop.folder, laptop.url);
  const response = await fetch(`${laptop.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${await identity.mintToken(who)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
}
const ask = (content: string) =>
  call('rosa', 'POST', '/v1/requests', { policy: 'healthcare', messages: [{ role: 'user', content }] });

/** Somebody's own browser, signed in, on a page. */
async function open(who: string, path: string, size = {}): Promise<Page> {
  const opened = await visit(browser, laptop.url, size);
  visits.push(opened);
  await signIn(opened.page, who, path);
  return opened.page;
}
/** Another page of the same sign-in: a new load would end it. */
const goTo = (page: Page, path: string) =>
  page.evaluate(`history.pushState({}, '', '${path}'); dispatchEvent(new PopStateEvent('popstate'))`);
/** The project's policies without the random sample, and with erasure at a person's request. */
async function erasable(): Promise<string> {
  const folder = await policiesWithoutSample(policies);
  for (const file of await readdir(folder)) {
    const policy = JSON.parse(await readFile(join(folder, file), 'utf8')) as object;
    await writeFile(join(folder, file), JSON.stringify({ ...policy, erasure: 'onRequest' }));
  }
  return folder;
}
const press = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click();

/** Fills the dialog for a hold, an opening or an erasure, and sends it. */
async function give(page: Page, reason: string, text: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Reason/ }).click();
  await page.getByRole('option', { name: reason }).click();
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

beforeAll(async () => {
  [browser, laptop] = await Promise.all([openBrowser(), startLaptop({ policies: await erasable() })]);
  caseId = String((await ask(`Please summarise the visit of ${name} on 12 March 2024.`))['caseId']);
  await ask(`Please write a letter to ${other} about the visit.`);
  await ask('What is a normal blood pressure?');
  await laptop.machine.idle();
  await call('conrad', 'POST', '/v1/archive/seals');
});
afterEach(async () => {
  const done = visits.splice(0);
  const complaints = done.flatMap((each) => each.complaints);
  await Promise.all(done.map((each) => each.close()));
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await laptop.remove();
  rmSync(policies, { recursive: true });
});

describe('a record', () => {
  it('is proved by the browser, and the proof of a changed one is not', async () => {
    const page = await open('conrad', `/archive/cases/${caseId}`);
    await press(page, 'Verify');
    await page.getByText('Proved', { exact: true }).waitFor();
    await page.route('**/proof', async (route) => {
      const response = await route.fetch();
      const reply = (await response.json()) as { object: string };
      await route.fulfill({
        response,
        json: { ...reply, object: reply.object.replace('released', 'rejected') },
      });
    });
    await press(page, 'Verify');
    await page.getByText('Not proved', { exact: true }).waitFor();
  });

  it('is held by two officers: the one who asked cannot confirm, and the hold then refuses erasure', async () => {
    const conrad = await open('conrad', `/archive/cases/${caseId}`);
    await press(conrad, 'Place a legal hold');
    await give(conrad, 'Litigation', 'A matter is pending.', 'Ask for it');
    await conrad.getByText('You asked for this.').waitFor();
    expect(await conrad.getByRole('button', { name: 'Confirm it' }).count()).toBe(0);
    const clara = await open('clara', `/archive/cases/${caseId}`);
    await press(clara, 'Confirm it');
    await give(clara, 'Litigation', 'I agree that it is.', 'Confirm it');
    await clara.getByText('In force').waitFor();
    expect(await clara.getByRole('button', { name: 'Erase the person' }).count()).toBe(0);
  });

  it('refuses a reason that names somebody, and says so', async () => {
    const page = await open('conrad', `/archive/cases/${caseId}`);
    await press(page, 'Open what is sealed');
    await give(page, 'Audit', `It is about ${name}.`, 'Ask for it');
    await page.getByRole('dialog').getByRole('alert').getByText('identifier').waitFor();
    await page.getByRole('dialog').getByRole('textbox').fill('A routine check.');
    await page.getByRole('dialog').getByRole('button', { name: 'Ask for it', exact: true }).click();
    await page.getByText('You asked for this.').waitFor();
  });

  it('is opened to whoever confirms, once, and nothing of it stays in the browser', async () => {
    const page = await open('clara', `/archive/cases/${caseId}`);
    await press(page, 'Confirm it');
    await give(page, 'Audit', 'I agree.', 'Confirm it');
    await page.getByText('Shown once, to you.').waitFor();
    expect(await page.getByText(name).count()).toBeGreaterThan(0);
    const kept = await page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.title, location.href])',
    );
    expect(kept).not.toContain('Quillfeather');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await page.getByText(name).count()).toBe(0);
  });
});

describe('a person', () => {
  it('is found by name, accounted for, and not erased while a case is held', async () => {
    const page = await open('conrad', '/archive/people');
    await page.getByLabel('As the person gives it').first().fill(name);
    await page.getByRole('button', { name: /^Reason/ }).click();
    await page.getByRole('option', { name: 'Request of the person concerned' }).click();
    await press(page, 'Search');
    await page.getByRole('link', { name: caseId }).waitFor();
    await page.getByText('not now: legal-hold').waitFor();
    await press(page, 'Accounting of disclosures');
    await page.getByText('Of one case.').waitFor();
    await page.getByRole('heading', { name: 'Answer' }).waitFor();
    expect(await page.getByText('unsealed').count()).toBeGreaterThan(0);
  });

  it('is erased by two officers from every case that was found, with one receipt', async () => {
    for (const who of ['conrad', 'clara']) {
      const page = await open(who, '/archive/people');
      await page.getByLabel('As the person gives it').first().fill(other);
      await page.getByRole('button', { name: /^Reason/ }).click();
      await page.getByRole('option', { name: 'Request of the person concerned' }).click();
      await press(page, 'Search');
      await page.getByRole('checkbox').first().click();
      await press(page, 'Erase 1 selected');
      await give(
        page,
        'Request of the person concerned',
        'They asked for it.',
        'Ask for it, and confirm what others asked for',
      );
      await page.getByRole('heading', { name: 'Receipt', exact: true }).waitFor();
    }
    const [{ page } = {}] = visits.slice(-1);
    await page?.getByText('A backup of the keys could bring the last of them back until').waitFor();
    await page?.getByText('No case holds any of these.').waitFor();
  });

  it('that nobody was is not found, and a search without a reason is not made', async () => {
    const page = await open('conrad', '/archive/people');
    await page.getByLabel('As the person gives it').first().fill('Zebulon Featherstonehaugh');
    await press(page, 'Search');
    await page.getByText('Fill in at least one identifier, and choose a reason.').waitFor();
    await page.getByRole('button', { name: /^Reason/ }).click();
    await page.getByRole('option', { name: 'Audit', exact: true }).click();
    await press(page, 'Search');
    await page.getByText('No case holds any of these.').waitFor();
  });
});

describe('the archive', () => {
  it('is searched by what is on record, and a case is opened by its id', async () => {
    const page = await open('conrad', '/archive');
    await press(page, 'Search');
    await page.getByRole('link', { name: caseId }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'Save all that is found').then(() => page.getByRole('menuitem', { name: 'CSV' }).click()),
    ]);
    expect(download.suggestedFilename()).toBe('archive-query.csv');
    await page.getByRole('textbox', { name: 'Policy', exact: true }).fill('none of that name');
    await press(page, 'Search');
    await page.getByText('Nothing fits.').waitFor();
    await page.getByRole('button', { name: 'More to search by' }).click();
    await page.getByLabel('Type of identifier found').fill('nothing');
    await press(page, 'Search');
    await page
      .getByRole('alert')
      .getByText(/^type: /)
      .waitFor();
    await page.getByLabel('Open a case by its id').fill('not an id');
    await press(page, 'Open');
    await page.getByText('This is no id of a case.').waitFor();
    await page.getByLabel('Open a case by its id').fill(caseId);
    await press(page, 'Open');
    await page.getByRole('heading', { name: 'Archived case' }).waitFor();
  });

  it('is scanned again with the recognizers of today, and nothing is found', async () => {
    const page = await open('conrad', '/archive/containments');
    await press(page, 'Scan the archive now');
    await page
      .getByText(/texts scanned: nothing was found/)
      .first()
      .waitFor();
    await page.getByText('Nothing waits to be looked at.').waitFor();
  });

  it('answers a question by name, with a chart and its numbers', async () => {
    const page = await open('conrad', '/archive/questions');
    await page.getByRole('button', { name: /^Question/ }).click();
    await page
      .getByRole('option', { name: /How cases ended|Outcomes/ })
      .first()
      .click();
    await press(page, 'Ask');
    await page.getByRole('heading', { name: 'Answer' }).waitFor();
    expect(await page.getByText('released').count()).toBeGreaterThan(0);
  });

  it('says what another policy would have held, and why one cannot be tried', async () => {
    const page = await open('conrad', '/archive/policy-change');
    const policy = page.getByLabel('The policy as you think of changing it');
    await policy.fill('{ "id": ');
    await press(page, 'Try it');
    await page.getByText('This begins like JSON and is none.').waitFor();
    await policy.fill('none of that name');
    await press(page, 'Try it');
    await page.getByText('There is no such policy for this tenant.').waitFor();
    const shipped = JSON.parse(await readFile(join(policies, 'policies', 'healthcare.json'), 'utf8')) as {
      denied: { words: string[] };
    };
    const words = [...shipped.denied.words, 'blood pressure'];
    await policy.fill(JSON.stringify({ ...shipped, denied: { ...shipped.denied, words } }));
    await press(page, 'Try it');
    await page.getByRole('row').filter({ hasText: 'denied-word' }).getByText('Would be held').waitFor();
  });

  it('answers SQL, links a case to its record, and saves all rows as CSV', async () => {
    const page = await open('conrad', '/archive/sql');
    await page
      .getByLabel('SQL', { exact: true })
      .fill('SELECT case_id, outcome FROM cases ORDER BY accepted_at');
    await press(page, 'Run');
    await page.getByRole('link', { name: caseId }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'Save all rows').then(() => page.getByRole('menuitem', { name: 'CSV' }).click()),
    ]);
    expect(download.suggestedFilename()).toBe('archive-query.csv');
    await page.getByRole('link', { name: caseId }).click();
    await page.getByRole('heading', { name: 'Archived case' }).waitFor();
  });

  it.each([
    ['reads files', "SELECT * FROM read_csv('/etc/passwd')"],
    ['is no SELECT', 'DROP TABLE cases'],
    ['is not SQL', 'who was it'],
  ])('refuses SQL that %s, with where and why', async (_what, sql) => {
    const page = await open('conrad', '/archive/sql');
    await page.getByLabel('SQL', { exact: true }).fill(sql);
    await press(page, 'Run');
    await page.getByText(/^line 1, column \d+/).waitFor();
  });

  it('shows its seals, makes one, and hands over to another key for a reason', async () => {
    const page = await open('conrad', '/archive/seals');
    await page.getByRole('row').nth(1).waitFor();
    await press(page, 'Seal now');
    await page
      .getByText(/taken up in \d+ seals|nothing new to seal/)
      .first()
      .waitFor();
    await press(page, 'Change the key');
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Change the key', exact: true });
    await confirm.click();
    await dialog.getByText('Choose a reason.').waitFor();
    await dialog.getByRole('button', { name: /^Reason/ }).click();
    await page.getByRole('option', { name: 'Audit', exact: true }).click();
    await confirm.click();
    await page.getByText(/on another key signs/).waitFor();
    await page.getByText('Key changes after this').waitFor();
  });
});

it('what is not for somebody’s group is not shown to them', async () => {
  const page = await open('rosa', '/');
  expect(await page.getByRole('link', { name: 'Seals' }).count()).toBe(0);
  await goTo(page, '/archive/seals');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});

describe('every page of compliance is accessible', () => {
  const pages = [
    '/archive',
    '/archive/people',
    '/archive/containments',
    '/archive/questions',
    '/archive/sql',
    '/archive/policy-change',
    '/archive/seals',
    '/overview',
    'case',
  ];
  it.each([
    ['light, wide', { width: 1280 }],
    ['dark, narrow', { width: 390, dark: true }],
  ])('%s', async (_how, size) => {
    const page = await open('conrad', '/archive/seals', size);
    for (const path of pages) {
      const to = path === 'case' ? `/archive/cases/${caseId}` : path;
      await goTo(page, to);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect([path, await axeViolations(page)]).toEqual([path, []]);
    }
  });
});
