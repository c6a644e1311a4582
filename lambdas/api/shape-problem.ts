// SPDX-License-Identifier: Apache-2.0
import { maxPromptLength } from '../records/request.ts';
import type { ProblemCode } from './problems.ts';

const roles: readonly unknown[] = ['user', 'assistant'];
const toolFields = ['tools', 'tool_choice', 'functions', 'function_call'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const length = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

const isForeignPart = (part: unknown) => isRecord(part) && part['type'] !== 'text';
/** Clients send what they do not use as null, as an empty list or as "none". */
const asksForTools = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== 'none' && !(Array.isArray(value) && value.length === 0);
const callsTools = (message: Record<string, unknown>) =>
  list(message['tool_calls']).length > 0 || isRecord(message['function_call']);

/**
 * Why a body is not a request, where callers deserve a code of its own: looked up only after the schema has
 * refused the body. The first that applies.
 */
export function shapeProblem(body: unknown): ProblemCode | undefined {
  if (!isRecord(body)) return undefined;
  const messages = list(body['messages']).filter(isRecord);
  if (messages.some((message) => typeof message['role'] === 'string' && !roles.includes(message['role'])))
    return 'role-not-allowed';
  if (messages.some((message) => list(message['content']).some(isForeignPart) || callsTools(message)))
    return 'content-not-text';
  if (toolFields.some((field) => asksForTools(body[field]))) return 'tools-not-supported';
  const documents = list(body['documents']).filter(isRecord);
  const total = [...messages, ...documents].reduce(
    (sum, each) =>
      sum +
      length(each['content']) +
      length(each['title']) +
      list(each['content']).reduce<number>(
        (parts, part) => parts + (isRecord(part) ? length(part['text']) : 0),
        0,
      ),
    0,
  );
  return total > maxPromptLength ? 'prompt-too-long' : undefined;
}
