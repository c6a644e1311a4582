// SPDX-License-Identifier: Apache-2.0
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Airlock, startAirlock, type StartOptions } from '../../local/start.ts';
import { policiesWithoutSample } from '../product/process.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** The system's browser: AIRLOCK_CHROMIUM, or the first that PATH has. @throws Error with a sentence */
export function chromiumPath(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment['AIRLOCK_CHROMIUM'];
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const candidates =
    named === undefined ? folders.flatMap((folder) => names.map((name) => join(folder, name))) : [named];
  const found = candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (found === undefined)
    throw new Error(
      'No Chromium was found: install one (apt-get install chromium), or name it in AIRLOCK_CHROMIUM.',
    );
  return found;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    // As root there is no sandbox to be had; the pages are the project's own.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  });

export type Laptop = Airlock & Readonly<{ folder: string; remove: () => Promise<void> }>;

/** The product as `npm start` serves it, on a folder and a port of its own. */
export async function startLaptop(options: Partial<StartOptions> = {}): Promise<Laptop> {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-browser-'));
  const airlock = await startAirlock({
    folder,
    port: 0,
    policies: await policiesWithoutSample(folder),
    environment: {},
    synchronous: 'NORMAL',
    ...options,
  });
  return {
    ...airlock,
    folder,
    remove: async () => {
      await airlock.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type Visit = Readonly<{ width?: number; height?: number; dark?: boolean; timezone?: string }>;

/** What a page must never do: gathered while it is open. */
export type Watched = Readonly<{
  context: BrowserContext;
  page: Page;
  /** Uncaught errors, errors on the browser's console, refusals of the content security policy, requests to elsewhere. */
  complaints: string[];
  close: () => Promise<void>;
}>;

/** A new person's browser: nothing of another visit is in it. */
export async function visit(
  browser: Browser,
  url: string,
  { width = 1280, height = 900, dark = false, timezone = 'Europe/Berlin' }: Visit = {},
): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: timezone,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  // A page that does not do something soon never does.
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  // Refusals of the API are part of a test; Chromium reports them in these words.
  context.on('console', (message) => {
    const said = message.text();
    if (message.type() === 'error' && !said.startsWith('Failed to load resource')) complaints.push(said);
  });
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== url && !request.url().startsWith('data:'))
      complaints.push(`it asked ${new URL(request.url()).origin}`);
  });
  const page = await context.newPage();
  return { context, page, complaints, close: () => context.close() };
}

/** Signs in as one of the laptop's people, from the console's first page, and waits for the page asked for. */
export async function signIn(page: Page, name: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds wrong by WCAG 2.2 A and AA, as `rule: elements`. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });
  const look = async () => (await page.evaluate<AxeResults>(`axe.run(document, ${options})`)).violations;
  let violations = await look();
  // Charts are laid out again once they know their width: what is wrong only until then is looked at again.
  for (let again = 0; violations.length > 0 && again < 3; again += 1) {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))');
    violations = await look();
  }
  return violations.map(({ id, nodes }) => {
    const where = nodes.map(({ html, target }) => `${target.join(' ')} ${html.slice(0, 200)}`);
    return `${id}: ${where.join(' | ')}`;
  });
}
