// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import type { Ports } from '../ports.ts';
import type { Principal } from '../records/principal.ts';
import { fieldErrors } from './field-errors.ts';
import type { Headers, Operation, Reply } from './operation.ts';
import { chatErrorReply, problemOf, problemReply } from './problem-document.ts';
import { Problem } from './problems.ts';
import { readJson } from './read-json.ts';
import { shapeProblem } from './shape-problem.ts';

/** A call as it came over HTTP. */
export type RawCall = Readonly<{
  /** From a verified token; absent where there was none. */
  principal: Principal | undefined;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  header: (name: string) => string | undefined;
  /** The body's bytes; called only if the operation has a body. @throws Problem body-too-large */
  body: () => Promise<Uint8Array>;
}>;

/** What went wrong inside, for the log: an id to find it by, and the thrown thing. */
export type Report = (id: string, thrown: unknown) => void;

function parsed<Value>(
  schema: z.ZodType<Value> | undefined,
  value: unknown,
  refuse: (issues: z.core.$ZodIssue[]) => Problem,
): Value {
  if (schema === undefined) return undefined as Value;
  const result = schema.safeParse(value);
  if (!result.success) throw refuse(result.error.issues);
  return result.data;
}

/** @throws Problem no-token, forbidden */
function admitted(each: Operation, principal: Principal | undefined): Principal {
  if (each.groups.length === 0) return principal ?? nobody;
  if (principal === undefined) throw new Problem('no-token');
  if (!each.groups.some((group) => principal.groups.includes(group))) throw new Problem('forbidden');
  return principal;
}

/** Stands for the caller of an operation that is open to anybody; no store is keyed by it. */
const nobody: Principal = { tenantId: 'nobody', client: 'nobody', subject: 'nobody', groups: [] };

function headersFor(each: Operation, header: RawCall['header']): Headers {
  const named = (each.headers ?? []).map((name) => [name, header(name)] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

async function bodyOf(each: Operation, raw: RawCall): Promise<unknown> {
  if (each.body === undefined) return undefined;
  if (!/^application\/json\s{0,8}(?:;|$)/i.test(raw.header('content-type') ?? ''))
    throw new Problem('unsupported-media-type');
  // RFC 9110 section 8.4: decompressing is what small bodies that become large ones are made for.
  if (!/^(?:identity)?$/i.test(raw.header('content-encoding') ?? ''))
    throw new Problem('unsupported-media-type', { headers: { 'accept-encoding': 'identity' } });
  const value = readJson(await raw.body());
  return parsed(
    each.body,
    value,
    (issues) => new Problem(shapeProblem(value) ?? 'invalid-request', { errors: fieldErrors('', issues) }),
  );
}

/**
 * Serves one operation: admits the caller, parses the parts with the operation's schemas, and turns whatever
 * is thrown into a document that says no more than it may.
 */
export const serve =
  (each: Operation, ports: Ports, report: Report) =>
  async (raw: RawCall): Promise<Reply> => {
    try {
      const principal = admitted(each, raw.principal);
      const params = parsed(each.params, raw.params, () => new Problem('not-found'));
      const query = parsed(
        each.query,
        raw.query,
        (issues) => new Problem('invalid-request', { errors: fieldErrors('query', issues) }),
      );
      const headers = headersFor(each, raw.header);
      const body = await bodyOf(each, raw);
      return await each.handle(ports)({ principal, params, query, headers, body });
    } catch (thrown) {
      return refusal(each, thrown, ports, report);
    }
  };

/** The document for a thrown thing, in the form that the operation tells errors in. */
export function refusal(
  each: Pick<Operation, 'errors'> | undefined,
  thrown: unknown,
  ports: Pick<Ports, 'newId'>,
  report: Report,
): Reply {
  const known = problemOf(thrown);
  if (known !== undefined) return each?.errors === 'chat' ? chatErrorReply(known) : problemReply(known);
  const id = ports.newId();
  report(id, thrown);
  const problem = new Problem('internal', { members: { id } });
  return each?.errors === 'chat' ? chatErrorReply(problem) : problemReply(problem);
}
