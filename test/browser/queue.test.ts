// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose, type Company, openCompany, press, sees } from './company.ts';
import { addHeldCases } from './many-cases.ts';

// A browser and a server, on a machine that may be busy.
jest.setTimeout(60_000);

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterEach(async () => {
  expect(await company.leave()).toEqual([]);
});
afterAll(() => company.close());

const dose = 'What dose of lisinopril should Mr. Otto Kowalski take?';
const rowOf = (page: Page, caseId: string) => page.getByRole('row', { name: caseId.slice(-12) });
/** Presses a key until the focus is on what says that. */
async function pressUntil(page: Page, key: string, text: string): Promise<void> {
  for (let at = 0; at < 20; at += 1) {
    await page.keyboard.press(key);
    if ((await page.evaluate<string>(`document.activeElement?.textContent ?? ''`)).trim() === text) return;
  }
  throw new Error(`${key} does not lead to ${text}`);
}

describe('the queue', () => {
  it('says that nothing waits, and shows what comes by itself', async () => {
    const page = await company.open('viktor', '/reviews');
    await sees(page, 'Nothing waits for a person');
    const caseId = String(
      (
        await company.call('raj', 'POST', '/v1/requests', {
          policy: 'finance',
          messages: [
            {
              role: 'user',
              content:
                'Mr. Daniel Brandt has 40,000 dollars in savings. Should he buy shares of the airline now?',
            },
          ],
        })
      ).body['caseId'],
    );
    await company.laptop.machine.idle();
    await rowOf(page, caseId).waitFor();
    await sees(page, 'Live');
    // And what somebody else does to it.
    await company.call('wanda', 'POST', `/v1/reviews/${caseId}/claim`);
    await sees(rowOf(page, caseId), 'Claimed by wanda');
  });

  it('claims several at once, says which it did not get, and decides none of them', async () => {
    const [first, second] = [await company.ask(dose), await company.ask(dose)];
    const page = await company.open('vera', '/reviews');
    for (const caseId of [first, second])
      await page.getByRole('checkbox', { name: `Select case ${caseId.slice(-12)}` }).check();
    // In the meantime, and before the page hears of it.
    await page.route('**/v1/reviews/claims', async (route) => {
      await company.call('sofia', 'POST', `/v1/reviews/${second}/claim`);
      await route.continue();
    });
    expect(await page.getByRole('button', { name: /approve|reject/i }).count()).toBe(0);
    await press(page, 'Claim selected');
    await sees(page, /One review is yours now\. One could not be claimed/);
    await sees(rowOf(page, first), 'Yours');
    await sees(rowOf(page, second), 'Claimed by sofia');
  });

  it('is worked by keyboard alone', async () => {
    const caseId = await company.ask(dose);
    const page = await company.open('vera', '/reviews?claimed=nobody');
    await rowOf(page, caseId).waitFor();
    await page.keyboard.press('?');
    await sees(page.getByRole('dialog'), 'next review');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await pressUntil(page, 'j', `Answer ${caseId.slice(-12)}`);
    await page.keyboard.press('a');
    await sees(page, 'Review of an answer');
    await page.keyboard.press('c');
    await sees(page.getByRole('dialog'), 'Approve exactly this?');
    await pressUntil(page, 'Tab', 'Approve this text');
    await page.keyboard.press('Enter');
    await sees(page, 'Approved.');
    await company.laptop.machine.idle();
    expect((await company.call('rosa', 'GET', `/v1/requests/${caseId}`)).body).toMatchObject({
      outcome: 'released',
    });
  });

  it('says when it cannot be read, and tries again', async () => {
    const page = await company.open('vera', '/reviews');
    // Not the row that says that others are being read.
    const reviews = page.getByRole('row').filter({ has: page.getByRole('link') });
    await reviews.first().waitFor();
    const before = await reviews.count();
    await page.route('**/v1/reviews?*', (route) => route.abort());
    await choose(page, page, 'Side', /^Answer/);
    await sees(page, /The server does not answer/);
    await page.unroute('**/v1/reviews?*');
    await press(page, 'Try again');
    await reviews.first().waitFor();
    expect(await reviews.count()).toBe(before);
    expect(new URL(page.url()).search).toBe('?side=answer');
  });

  it('with 10,000 open is a page at a time, filtered and turned without waiting', async () => {
    const caseId = await company.ask(dose);
    await addHeldCases(company.laptop.ports, { tenantId: 'clinic', caseId }, 10_000);
    const page = await company.open('vera', '/reviews');
    await sees(page, /\(10,\d{3}\)/);
    expect(await page.getByRole('row').count()).toBe(51);
    const first = await page.getByRole('row').nth(1).getByRole('link').innerText();
    await press(page, 'Next page');
    await page.getByRole('button', { name: 'Page 2' }).and(page.locator('[aria-current]')).waitFor();
    const firstRow = page.getByRole('row').nth(1);
    await firstRow.filter({ hasNotText: first }).waitFor();
    expect(await page.getByRole('row').count()).toBe(51);
    await choose(page, page, 'Side', 'Prompt 3,334');
    await sees(page, /\(3,334 of 10,\d{3}\)/);
    expect(await page.getByRole('link', { name: /^Answer / }).count()).toBe(0);
    // Nothing of 10,000 rows is in the page but the fifty.
    expect(await page.evaluate<number>(`document.querySelectorAll('*').length`)).toBeLessThan(6000);
  });
});
