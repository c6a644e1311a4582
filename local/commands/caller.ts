// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { z } from 'zod';
import { serverUrl } from '../identity/address.ts';
import { openIdentity } from '../identity.ts';
import { setting } from '../setting.ts';
import { exitCodes, UsageError } from './usage-error.ts';

/** The server refused: what it said, for stderr, and the exit code that goes with it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

const ProblemSchema = z.looseObject({
  title: z.string(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ path: z.string(), message: z.string() })).optional(),
});

export type Caller = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  more?: { body?: unknown; headers?: Record<string, string> },
) => Promise<unknown>;

/** Where the laptop keeps everything. */
export const dataFolder = (): string => resolve(setting('AIRLOCK_DATA') ?? '.airlock');

/** A token of the development sign-in for one of its people. @throws UsageError when there is nobody of that name */
export async function tokenFor(name: string, expiresIn?: number): Promise<string> {
  const identity = await openIdentity(dataFolder(), address());
  try {
    return await identity.mintToken(name, expiresIn === undefined ? {} : { expiresIn });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'No token could be made.');
  }
}

const address = (): string => setting('AIRLOCK_URL') ?? serverUrl(dataFolder(), process.env);

function refusal(status: number, body: unknown): Refused {
  const problem = ProblemSchema.safeParse(body);
  const code = status === 404 ? exitCodes.notFound : exitCodes.failed;
  if (!problem.success) return new Refused(`The server answered ${status}.`, code);
  const { title, detail, errors = [] } = problem.data;
  return new Refused(
    [
      `${title} (${problem.data.code})`,
      ...(detail === undefined ? [] : [detail]),
      ...errors.map(({ path, message }) => `  ${path === '' ? 'the body' : `${path}:`} ${message}`),
    ].join('\n'),
    code,
  );
}

async function fetched(url: string, path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(new URL(path, url), init);
  } catch {
    throw new Refused(`Nothing answers at ${url}. Start it with: npm start`, exitCodes.unreachable);
  }
  if (!response.ok) throw refusal(response.status, answerOf(await response.text()));
  return response;
}

/** Calls the API at an address with a token. @throws Refused */
export const callAs =
  (url: string, token: string): Caller =>
  async (method, path, { body, headers = {} } = {}) => {
    const response = await fetched(url, path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answerOf(await response.text());
  };

/** The bytes of a file that the API sends, as they come. @throws Refused */
export type Downloader = (path: string) => Promise<ReadableStream<Uint8Array>>;
export const downloaderFor = async (name: string): Promise<Downloader> => {
  const token = setting('AIRLOCK_TOKEN') ?? (await tokenFor(name));
  return async (path) => {
    const response = await fetched(address(), path, { headers: { authorization: `Bearer ${token}` } });
    if (response.body === null) throw new Refused('The server sent no file.', exitCodes.failed);
    return response.body;
  };
};

/** What a server said; undefined when it is not JSON, whose parse errors quote it. */
function answerOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Calls the API as one of the development people, or with `AIRLOCK_TOKEN` as whoever that speaks for; at
 * `AIRLOCK_URL`, or where the server on this data folder said it is. @throws UsageError
 */
export const callerFor = async (name: string): Promise<Caller> =>
  callAs(address(), setting('AIRLOCK_TOKEN') ?? (await tokenFor(name)));
