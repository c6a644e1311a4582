// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, signIn, visit } from './browser.ts';
import { type Company, openCompany, press, sees } from './company.ts';

// A browser and a server, on a machine that may be busy.
jest.setTimeout(60_000);

let company: Company;
let caseId: string;
beforeAll(async () => {
  company = await openCompany();
  caseId = await company.ask('What dose of lisinopril should Mr. Otto Kowalski take?');
});
afterEach(async () => {
  expect(await company.leave()).toEqual([]);
});
afterAll(() => company.close());

/** From now on the server takes this page's token for one that has run out. */
async function endSignIn(page: Page): Promise<void> {
  const { identity } = company.laptop.server;
  const spent = `Bearer ${await identity.mintToken('vera', { expiresIn: -60 })}`;
  let ended: string | undefined;
  await page.route('**/v1/**', async (route) => {
    const headers = await route.request().allHeaders();
    ended ??= headers['authorization'];
    await route.continue({
      headers: headers['authorization'] === ended ? { ...headers, authorization: spent } : headers,
    });
  });
}
const storageOf = (page: Page) =>
  page.evaluate<string>(`JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])`);

describe('signing in', () => {
  it('comes back to the page that was asked for, and keeps no token outside of the page', async () => {
    const page = await company.open('vera', `/reviews/${caseId}`);
    expect(new URL(page.url()).pathname).toBe(`/reviews/${caseId}`);
    expect(await storageOf(page)).not.toMatch(/eyJ|vera|kowalski/i);
    expect(JSON.parse(await storageOf(page))).toEqual([{}, { 'airlock.signed': 'in' }, '']);
  });

  it('is not asked for again when the page is loaded again', async () => {
    const page = await company.open('vera', '/reviews');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Review queue' }).waitFor();
  });

  it('does not take an answer that this page did not ask for', async () => {
    const { page, complaints, close } = await visit(company.browser, company.laptop.url);
    await page.goto('/signed-in?code=stolen&state=of-another-page');
    await sees(page, 'Signing in did not work');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows nobody what their group may not do', async () => {
    const rosa = await company.open('rosa', '/');
    expect(await rosa.getByRole('link', { name: 'Review queue' }).count()).toBe(0);
    await rosa.goto(`/reviews/${caseId}`);
    await sees(rosa, 'There is no such page');
    const vera = await company.open('vera', '/');
    expect(await vera.getByRole('link', { name: 'Ask the assistant' }).count()).toBe(0);
  });
});

describe('a sign-in that ends in the middle of an edit', () => {
  const begin = async (): Promise<Page> => {
    const page = await company.open('vera', `/reviews/${caseId}`);
    const claim = page.getByRole('button', { name: 'Claim', exact: true });
    const edit = page.getByRole('button', { name: 'Edit', exact: true });
    await claim.or(edit).first().waitFor();
    if (await claim.isVisible()) await claim.click();
    await edit.click();
    return page;
  };

  it('leaves the page as it is, and what was typed is kept once the same person signs in again', async () => {
    const page = await begin();
    await endSignIn(page);
    const box = page.getByLabel('Answer 1');
    await box.fill('Ask the treating clinician.');
    await sees(page, 'Your sign-in has ended');
    const [popup] = await Promise.all([page.waitForEvent('popup'), press(page, 'Sign in again')]);
    if (!popup.isClosed()) await popup.waitForEvent('close');
    await sees(page, 'Draft saved');
    expect(await box.inputValue()).toBe('Ask the treating clinician.');
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('loses nothing even when the window is closed: the draft is in the vault', async () => {
    await company.leave();
    const again = await company.open('vera', `/reviews/${caseId}`);
    await sees(again, 'Your draft was restored');
    expect(await again.getByLabel('Answer 1').inputValue()).toBe('Ask the treating clinician.');
    await press(again, 'Throw the draft away');
    await again.reload();
    await again.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    expect(await again.getByText('Your draft was restored').count()).toBe(0);
  });

  it('does not go on as somebody else', async () => {
    const page = await begin();
    await page.context().clearCookies();
    await endSignIn(page);
    await page.getByLabel('Answer 1').fill('Ask somebody.');
    await sees(page, 'Your sign-in has ended');
    const [popup] = await Promise.all([page.waitForEvent('popup'), press(page, 'Sign in again')]);
    await popup.getByRole('button', { name: 'sofia', exact: true }).click();
    await sees(page, /Somebody else signed in/);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});

it('a value that was revealed hides by itself', async () => {
  const { page, complaints, close } = await visit(company.browser, company.laptop.url);
  await page.clock.install();
  await signIn(page, 'vera', `/reviews/${caseId}`);
  await page
    .getByRole('button', { name: /^\[NAME_1/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Why do you have to see it/ }).click();
  await page.getByRole('option', { name: 'To tell people apart' }).click();
  await dialog.getByLabel('In words').fill('The same person may be on file twice.');
  await press(dialog, 'Show the value');
  await sees(dialog, 'Otto Kowalski');
  await page.clock.fastForward('00:31');
  await sees(dialog, 'Hidden again.');
  expect(await page.locator('body').innerText()).not.toContain('Kowalski');
  expect(complaints).toEqual([]);
  await close();
});

describe('signing out', () => {
  it('ends the issuer’s session too: the next sign-in asks who it is', async () => {
    const page = await company.open('vera', '/reviews');
    await page.getByRole('button', { name: /vera/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await sees(page, 'You are signed out');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await sees(page, 'Who are you today?');
    await page.getByRole('button', { name: 'sofia', exact: true }).click();
    await page.getByRole('button', { name: /sofia/ }).waitFor();
  });

  it('happens by itself after a while without a key or a pointer, with a warning', async () => {
    const { page, complaints, close } = await visit(company.browser, company.laptop.url);
    await page.clock.install();
    await signIn(page, 'vera', '/reviews');
    await page.clock.fastForward('14:10');
    await sees(page, 'Are you still there?');
    await press(page, 'Stay signed in');
    await page.clock.fastForward('14:10');
    await sees(page, 'Are you still there?');
    await page.clock.fastForward('01:00');
    await sees(page, 'You were signed out because nothing was done for a while');
    expect(complaints).toEqual([]);
    await close();
  });
});

it('finds no Chromium where there is none, and says what to do', async () => {
  const before = process.env['AIRLOCK_CHROMIUM'];
  process.env['AIRLOCK_CHROMIUM'] = '/nowhere/chromium';
  try {
    expect(() => void openBrowser()).toThrow(/AIRLOCK_CHROMIUM/);
  } finally {
    if (before === undefined) delete process.env['AIRLOCK_CHROMIUM'];
    else process.env['AIRLOCK_CHROMIUM'] = before;
  }
});
