// SPDX-License-Identifier: Apache-2.0
import type { Browser, Locator, Page } from 'playwright-core';
import { type Laptop, openBrowser, signIn, startLaptop, visit, type Visit, type Watched } from './browser.ts';

type Laptops = Parameters<typeof startLaptop>[0];
export type Answered = Readonly<{ status: number; body: Record<string, unknown> }>;

/** A server, a browser, and the people who use it. */
export type Company = Readonly<{
  browser: Browser;
  laptop: Laptop;
  /** The API as somebody, without the console. */
  call: (who: string, method: string, path: string, body?: unknown) => Promise<Answered>;
  /** Sends a request as rosa and waits until nothing moves any more. @returns the case's id */
  ask: (content: string, more?: Readonly<Record<string, unknown>>) => Promise<string>;
  /** Somebody's own browser, signed in, on a page. */
  open: (who: string, path: string, how?: Visit) => Promise<Page>;
  /** Ends all visits. @returns what they had to complain about */
  leave: () => Promise<string[]>;
  close: () => Promise<void>;
}>;

export async function openCompany(options: Laptops = {}): Promise<Company> {
  const [browser, laptop] = await Promise.all([openBrowser(), startLaptop(options)]);
  const visits: Watched[] = [];
  const call: Company['call'] = async (who, method, path, body) => {
    const response = await fetch(`${laptop.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await laptop.server.identity.mintToken(who)}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answered['body'] };
  };
  return {
    browser,
    laptop,
    call,
    ask: async (content, more = {}) => {
      const body = { policy: 'healthcare', messages: [{ role: 'user', content }], ...more };
      const { caseId } = (await call('rosa', 'POST', '/v1/requests', body)).body;
      await laptop.machine.idle();
      return String(caseId);
    },
    open: async (who, path, how) => {
      const watched = await visit(browser, laptop.url, how);
      visits.push(watched);
      await signIn(watched.page, who, path);
      return watched.page;
    },
    leave: async () => {
      const done = visits.splice(0);
      await Promise.all(done.map((each) => each.close()));
      return done.flatMap((each) => each.complaints);
    },
    close: async () => {
      await browser.close();
      await laptop.remove();
    },
  };
}

type Where = Page | Locator;

export const press = (where: Where, name: string): Promise<void> =>
  where.getByRole('button', { name, exact: true }).click();

/** Chooses from a list that opens. */
export async function choose(
  page: Page,
  where: Where,
  label: string,
  option: string | RegExp,
): Promise<void> {
  await where.getByRole('button', { name: new RegExp(`^${label}`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Resolves when a text is on the page. */
export const sees = (where: Where, text: string | RegExp): Promise<void> =>
  where.getByText(text).filter({ visible: true }).first().waitFor();
