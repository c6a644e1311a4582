// SPDX-License-Identifier: Apache-2.0

/** Keywords of JSON Schema that API Gateway's request validation reads as this project means them (draft 4). */
const kept = new Set([
  '$ref',
  'type',
  'properties',
  'required',
  'items',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * A schema that lets through all that the given one does, in the keywords that API Gateway knows: whatever it does not
 * know is left out, and the operation itself looks again. Never stricter: a refusal at the door would not be a problem
 * document of ours.
 */
export function simplerSchema(schema: unknown): Record<string, unknown> {
  if (!isObject(schema)) return {};
  if ('const' in schema) return { enum: [schema['const']] };
  // A member that may be of several types may be anything here.
  if (Array.isArray(schema['type'])) return {};
  const { properties } = schema;
  return {
    ...Object.fromEntries(Object.entries(schema).filter(([key]) => kept.has(key))),
    ...(isObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, each]) => [name, simplerSchema(each)]),
          ),
        }
      : {}),
    ...('items' in schema ? { items: simplerSchema(schema['items']) } : {}),
  };
}

/** Names of the component schemas that a value refers to. */
export function referredTo(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referredTo);
  if (!isObject(value)) return [];
  const { $ref } = value;
  return typeof $ref === 'string'
    ? [$ref.replace('#/components/schemas/', '')]
    : Object.values(value).flatMap(referredTo);
}
