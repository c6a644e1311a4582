// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { signIn, startLaptop, openBrowser, visit } from '../test/browser/browser.ts';
import { addHeldCases } from '../test/browser/many-cases.ts';
import { median } from './percentiles.ts';
import type { Measured } from './table.ts';

const open = 1000;
const scripts = /\.js$/;

/** Kilobytes of script that a page has loaded, as gzip sends them. */
async function scriptSize(page: Page, load: () => Promise<void>): Promise<number> {
  // Once each: what the page before the sign-in has loaded comes out of the browser's cache.
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (scripts.test(pathname) && !sizes.has(pathname))
      sizes.set(
        pathname,
        response.body().then((body) => gzipSync(body, { level: 9 }).length),
      );
  });
  await load();
  return (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1024;
}

/** Resolves when a row can be seen and the page has come to rest: a key would be answered at once. */
async function interactive(page: Page): Promise<void> {
  await page.locator('tbody [data-case]').first().waitFor();
  await page.evaluate('new Promise((resolve) => requestIdleCallback(() => resolve(undefined)))');
}

/** The review queue with 1,000 open cases, loaded by somebody who is signed in at the issuer. */
export async function benchConsole(quick: boolean): Promise<Measured> {
  const laptop = await startLaptop();
  const browser = await openBrowser();
  try {
    const token = await laptop.server.identity.mintToken('rosa');
    const question = 'What dose of lisinopril should Mr. Otto Kowalski take?';
    const response = await fetch(`${laptop.url}/v1/requests`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ policy: 'healthcare', messages: [{ role: 'user', content: question }] }),
    });
    const { caseId } = (await response.json()) as { caseId: string };
    await laptop.machine.idle();
    await addHeldCases(laptop.ports, { tenantId: 'clinic', caseId }, open - 1);

    const sizes: [string, number][] = [];
    for (const [who, path] of [
      ['rosa', '/requests'],
      ['vera', '/reviews'],
      ['vera', `/reviews/${caseId}`],
      ['sofia', '/overview'],
      ['conrad', '/archive/questions'],
    ] as const) {
      const { page, close } = await visit(browser, laptop.url);
      const size = await scriptSize(page, async () => {
        await signIn(page, who, path);
        await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
      });
      sizes.push([path.replace(caseId, '{caseId}'), size]);
      await close();
    }

    const { page, close } = await visit(browser, laptop.url);
    await signIn(page, 'vera', '/reviews');
    const times: number[] = [];
    for (let run = 0; run < (quick ? 2 : 10); run += 1) {
      const began = performance.now();
      // With the sign-in: it is gone with the page, and comes back from the issuer without a question.
      await page.reload();
      await interactive(page);
      times.push(performance.now() - began);
    }
    await close();
    return {
      title: 'Console (reach: 450 KB of script for a page, gzipped; queue interactive in 1,500 ms)',
      head: ['what', 'figure', 'unit'],
      rows: [
        ...sizes.map(([path, size]) => [`script of ${path}`, size, 'KB gzipped']),
        [`queue with ${open.toLocaleString('en')} open: interactive, median`, median(times), 'ms'],
        [
          `queue with ${open.toLocaleString('en')} open: interactive, slowest of ${times.length}`,
          Math.max(...times),
          'ms',
        ],
      ],
      notes: ['From loading the page anew, signing in silently included, to rows on a page at rest.'],
    };
  } finally {
    await browser.close();
    await laptop.remove();
  }
}
