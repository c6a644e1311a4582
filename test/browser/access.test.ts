// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeViolations, type Visit, visit } from './browser.ts';
import { type Company, openCompany, press, sees } from './company.ts';

// A browser and a server, on a machine that may be busy.
jest.setTimeout(120_000);

const secret = 'Kowalski';
let company: Company;
let caseId: string;
beforeAll(async () => {
  company = await openCompany();
  const documents = [{ title: 'Note', content: 'Seen by Dr. Lena Fuchs on March 2, 2026.' }];
  caseId = await company.ask(`What dose of lisinopril should Mr. Otto ${secret} take?`, { documents });
});
afterEach(async () => {
  expect(await company.leave()).toEqual([]);
});
afterAll(() => company.close());

const looks: readonly (readonly [string, Visit])[] = [
  ['wide and light', { width: 1280 }],
  ['narrow and dark', { width: 390, height: 844, dark: true }],
];

/** No part of a page is wider than its window. */
const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

async function check(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
}

describe.each(looks)('every page, %s', (_look, how) => {
  it('can be used by everybody, as far as axe-core can tell', async () => {
    const { page: first, complaints, close } = await visit(company.browser, company.laptop.url, how);
    await first.goto('/');
    await first.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await check(first);
    expect(complaints).toEqual([]);
    await close();

    const rosa = await company.open('rosa', '/', how);
    await press(rosa, 'Add a document');
    await check(rosa);
    await press(rosa, 'Send');
    await sees(rosa, 'Write what you want to ask.');
    await check(rosa);
    await rosa.goto(`/requests/${caseId}`);
    await sees(rosa, /A person is looking/);
    await check(rosa);

    const vera = await company.open('vera', '/reviews', how);
    await vera.getByRole('row').nth(1).waitFor();
    await check(vera);
    await vera.keyboard.press('?');
    await vera.getByRole('dialog').waitFor();
    await check(vera);

    await vera.goto(`/reviews/${caseId}`);
    await sees(vera, 'Why it is held');
    await check(vera);
    await company.call('vera', 'POST', `/v1/reviews/${caseId}/claim`);
    await press(vera, 'Edit');
    await vera.getByLabel('Answer 1').fill('Ask the treating clinician.');
    await sees(vera, 'Draft saved');
    await check(vera);
    await press(vera, 'Send through the checks');
    await vera.getByRole('dialog').waitFor();
    await check(vera);
    await press(vera, 'Cancel');
    await press(vera, 'Throw the draft away');
    for (const button of ['Approve', 'Reject']) {
      await press(vera, button);
      await vera.getByRole('dialog').waitFor();
      await check(vera);
      await press(vera, 'Cancel');
    }
    await vera
      .getByRole('button', { name: /^\[NAME_/ })
      .first()
      .click();
    await vera.getByRole('dialog').waitFor();
    await check(vera);

    const sofia = await company.open('sofia', '/overview', how);
    await sofia.getByRole('heading', { level: 2 }).first().waitFor();
    await check(sofia);
  });
});

describe('for somebody who does not see the page', () => {
  it('its parts have names: landmarks, headings, what can be pressed, chosen and typed into', async () => {
    const vera = await company.open('vera', `/reviews/${caseId}`);
    await sees(vera, 'Why it is held');
    expect(await vera.getByRole('main').ariaSnapshot()).toMatch(/heading "Review of an answer" \[level=1\]/);
    for (const name of [
      'Why it is held',
      'Prompt, as the model saw it',
      'Answer, as the model wrote it',
      'What happened',
    ])
      expect(await vera.getByRole('heading', { level: 2, name }).count()).toBe(1);
    const unnamed = await vera.evaluate<string[]>(`
      [...document.querySelectorAll('button, a[href], input, textarea, select, [role=button]')]
        .filter((each) => each.checkVisibility() && !(each.textContent.trim() || each.getAttribute('aria-label')
          || each.getAttribute('aria-labelledby') || each.labels?.length))
        .map((each) => each.outerHTML.slice(0, 200))`);
    expect(unnamed).toEqual([]);
  });

  it('what changes by itself on a case is said', async () => {
    const rosa = await company.open('rosa', `/requests/${caseId}`);
    await sees(rosa, /A person is looking/);
    expect(await rosa.locator('[aria-live=polite]').filter({ hasText: 'A person is looking' }).count()).toBe(
      1,
    );
  });
});

describe('what a browser keeps or passes on', () => {
  it('is nothing of a case: not in addresses, titles, storage, or with a service that checks spelling', async () => {
    const addresses: string[] = [];
    const rosa = await company.open('rosa', '/');
    rosa.on('request', (request) => addresses.push(request.url()));
    await rosa.getByLabel('What do you want to ask?').fill(`How is Mrs. Anna ${secret}?`);
    await press(rosa, 'Add a document');
    const boxes = rosa.locator('textarea, input[type=text]');
    expect(await boxes.count()).toBeGreaterThan(1);
    for (const box of await boxes.all()) {
      expect(await box.getAttribute('spellcheck')).toBe('false');
      expect(await box.getAttribute('autocomplete')).toBe('off');
    }
    await press(rosa, 'Remove document 1');
    await press(rosa, 'Send');
    await rosa.getByTestId('answer').waitFor();
    const kept = await rosa.evaluate<string>(
      `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title, location.href, history.state])`,
    );
    expect([kept, ...addresses].join('\n')).not.toMatch(new RegExp(secret, 'i'));
    expect(await rosa.title()).toBe('Ask the assistant · prompt-airlock');
    expect(addresses.every((each) => each.startsWith(company.laptop.url))).toBe(true);
  });

  it('is whether somebody likes it dark, which they may say', async () => {
    const vera = await company.open('vera', '/reviews');
    const colours = async (): Promise<string> => {
      await vera.getByRole('heading', { level: 1 }).waitFor();
      return vera.evaluate<string>(
        'getComputedStyle(document.querySelector("h1")).color + getComputedStyle(document.body).colorScheme',
      );
    };
    const light = await colours();
    expect(light).toMatch(/light$/);
    await press(vera, 'Use dark colours');
    const dark = await colours();
    expect(dark).toMatch(/dark$/);
    expect(dark.replace(/dark$/, 'light')).not.toBe(light);
    await vera.reload();
    await press(vera, 'Use light colours');
    expect(await colours()).toBe(light);
    expect(await vera.evaluate('JSON.stringify(Object.keys(localStorage))')).toBe('["airlock.mode"]');
  });

  it('times are the reader’s, and UTC when pointed at', async () => {
    const vera = await company.open('vera', `/reviews/${caseId}`, { timezone: 'Asia/Tokyo' });
    const time = vera.locator('time').first();
    const at = new Date((await time.getAttribute('datetime'))!);
    const tokyo = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Asia/Tokyo',
    });
    expect(await time.innerText()).toBe(tokyo.format(at));
    expect(await time.getAttribute('title')).toBe(`${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`);
  });
});
