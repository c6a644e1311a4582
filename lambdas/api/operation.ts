// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import type { Ports } from '../ports.ts';
import type { Group, Principal } from '../records/principal.ts';

/**
 * What an operation answers. `events` instead of `body` is a server-sent event stream, already framed; `stream` is the
 * bytes of a file, whose content type is in the headers.
 */
export type Reply = Readonly<{
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  events?: AsyncIterable<string>;
  stream?: AsyncIterable<Uint8Array>;
}>;

/** Headers an operation may read; the others never reach it. */
export const namedHeaders = [
  'idempotency-key',
  'prefer',
  'x-airlock-conversation',
  'x-airlock-user',
] as const;
export type NamedHeader = (typeof namedHeaders)[number];
export type Headers = Readonly<Partial<Record<NamedHeader, string>>>;

/** A call whose token was verified and whose parts have the operation's shape. */
export type Call<Params = unknown, Query = unknown, Body = unknown> = Readonly<{
  principal: Principal;
  params: Params;
  query: Query;
  headers: Headers;
  body: Body;
}>;

export type Handle<C extends Call = Call> = (ports: Ports) => (call: C) => Promise<Reply>;

type Answer = Readonly<{ description: string; schema?: z.ZodType; contentType?: string }>;

/** One HTTP operation as data: what the router needs to serve it and the document to describe it. */
export type Operation<Params = unknown, Query = unknown, Body = unknown> = Readonly<{
  /** `operationId` of the document. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** RFC 6570 level 1: `/v1/requests/{caseId}`. */
  path: string;
  summary: string;
  /** Any one of these is enough. Empty: anybody, without a token. */
  groups: readonly Group[];
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** Which of the named headers it reads. */
  headers?: readonly NamedHeader[];
  replies: Readonly<Record<number, Answer>>;
  /** In which form it tells errors; problem documents unless it says otherwise. */
  errors?: 'problem' | 'chat';
  handle: Handle<Call<Params, Query, Body>>;
}>;

/** Keeps the types of an operation's parts while it is written, and forgets them for the list of all. */
export const operation = <Params, Query, Body>(each: Operation<Params, Query, Body>): Operation =>
  each as unknown as Operation;
