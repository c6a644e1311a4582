// SPDX-License-Identifier: Apache-2.0
import type { Session } from '../sign-in/session.ts';
import { ApiProblem } from './problem.ts';
import { heardTime } from './server-time.ts';

export type Sending = Readonly<{
  body?: unknown;
  /** Left out where undefined. */
  query?: Readonly<Record<string, string | number | undefined>>;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}>;

/** The API as the signed-in person. Bodies are typed by the caller from the schemas of lambdas/api. */
export type Api = Readonly<{
  get: <T>(path: string, sending?: Omit<Sending, 'body'>) => Promise<T>;
  post: <T = void>(path: string, body?: unknown, sending?: Sending) => Promise<T>;
  put: <T = void>(path: string, body?: unknown, sending?: Sending) => Promise<T>;
  remove: <T = void>(path: string, sending?: Sending) => Promise<T>;
  /** The open body of a streamed answer: for live updates. @throws ApiProblem */
  stream: (path: string, sending?: Sending) => Promise<ReadableStream<Uint8Array>>;
}>;

const queryOf = (query: Sending['query'] = {}): string => {
  const set = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
};

async function problemOf(response: Response): Promise<ApiProblem> {
  const document: unknown = await response.json().catch(() => ({}));
  return new ApiProblem(response.status, (document ?? {}) as Record<string, unknown>);
}

/**
 * Calls wait through the end of a sign-in: one whose token is refused is sent again once the person has signed in again, so
 * that nothing typed is lost.
 */
export function openApi(apiUrl: string, session: Session): Api {
  const call = async (method: string, path: string, sending: Sending = {}): Promise<Response> => {
    const { body, query, headers, signal } = sending;
    for (let attempt = 0; ; attempt += 1) {
      const token = session.token() ?? '';
      const response = await fetch(`${apiUrl}${path}${queryOf(query)}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: signal ?? null,
        cache: 'no-store',
        credentials: 'omit',
      }).catch((thrown: unknown) => {
        if (signal?.aborted === true) throw thrown;
        throw new ApiProblem(0);
      });
      heardTime(response.headers.get('date'));
      if (response.ok) return response;
      if (response.status !== 401 || attempt > 1) throw await problemOf(response);
      await session.renew(token);
    }
  };
  const json = async <T>(response: Promise<Response>): Promise<T> => {
    const answered = await response;
    return (answered.status === 204 ? undefined : await answered.json()) as T;
  };
  return {
    get: (path, sending) => json(call('GET', path, sending)),
    post: (path, body, sending) => json(call('POST', path, { ...sending, body })),
    put: (path, body, sending) => json(call('PUT', path, { ...sending, body })),
    remove: (path, sending) => json(call('DELETE', path, sending)),
    stream: async (path, sending) => {
      const { body } = await call('GET', path, sending);
      if (body === null) throw new ApiProblem(0);
      return body;
    },
  };
}
