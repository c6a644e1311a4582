// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

/** As much of a JSON schema as our OpenAPI document uses. */
const SchemaSchema = z.looseObject({
  $ref: z.string().optional(),
  /** `null` beside it makes no difference here. */
  type: z.union([z.string(), z.array(z.string()).transform(([first]) => first)]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minimum: z.number().optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  propertyNames: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
const OperationSchema = z.looseObject({
  operationId: z.string(),
  parameters: z
    .array(
      z.looseObject({
        in: z.enum(['path', 'query', 'header']),
        name: z.string(),
        schema: z.unknown().optional(),
      }),
    )
    .default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown().optional() })) })
    .optional(),
});
export const DocumentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
});
type Document = z.infer<typeof DocumentSchema>;

export type Call = Readonly<{
  /** Of the operation. */
  id: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}>;

/** Every place of an API that takes a string, by its document: calls that have a text of the place's own in it. */
export function everyString(
  document: Document,
  textOf: (position: string) => string,
  caseId: string,
): Readonly<{ positions: readonly string[]; calls: readonly Call[] }> {
  const positions = new Set<string>();
  const planted = (position: string): string => {
    positions.add(position);
    return textOf(position);
  };
  const resolve = (given: unknown): z.infer<typeof SchemaSchema> => {
    const schema = SchemaSchema.parse(given ?? {});
    if (schema.$ref === undefined) return schema;
    const keys = schema.$ref.slice(2).split('/');
    return resolve(keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document));
  };
  /** Values of a schema that together go through each of its alternatives. */
  const samples = (given: unknown, at: string): unknown[] => {
    const schema = resolve(given);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return choices.flatMap((choice) => samples(choice, at));
    if (schema.const !== undefined) return [schema.const];
    if (schema.enum !== undefined) return [schema.enum[0]];
    if (schema.type === 'array') return samples(schema.items, `${at}[]`).map((each) => [each]);
    if (schema.type === 'object') {
      const names: Record<string, unknown> = { ...schema.properties };
      if (typeof schema.additionalProperties === 'object')
        names[z.string().catch('any').parse(resolve(schema.propertyNames).enum?.[0])] =
          schema.additionalProperties;
      const values = Object.entries(names).map(
        ([name, each]) => [name, samples(each, `${at}.${name}`)] as const,
      );
      const most = Math.max(1, ...values.map(([, each]) => each.length));
      return Array.from({ length: most }, (_, index) =>
        Object.fromEntries(values.map(([name, each]) => [name, each[index % each.length]])),
      );
    }
    if (schema.type === 'string') return [planted(at)];
    return [schema.type === 'boolean' ? true : (schema.minimum ?? 1)];
  };

  const calls: Call[] = [];
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { operationId: id, parameters, requestBody }] of Object.entries(methods)) {
      const plain = path.replaceAll('{caseId}', caseId).replaceAll(/\{\w+\}/g, caseId);
      const call = { id, method: method.toUpperCase(), path: plain, headers: {} };
      for (const { in: where, name } of parameters) {
        const text = planted(`${id} ${where} ${name}`);
        if (where === 'path')
          calls.push({ ...call, path: path.replaceAll(/\{\w+\}/g, encodeURIComponent(text)) });
        else if (where === 'query')
          calls.push({ ...call, path: `${plain}?${name}=${encodeURIComponent(text)}` });
        else calls.push({ ...call, headers: { [name]: text } });
      }
      for (const { schema } of Object.values(requestBody?.content ?? {}))
        for (const body of samples(schema, `${id} body`)) calls.push({ ...call, body });
    }
  return { positions: [...positions], calls };
}
