// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { operations } from '../../lambdas/api/index.ts';
import { openapiDocument } from '../../lambdas/api/openapi-document.ts';
import { problems, titleOf } from '../../lambdas/api/problems.ts';

type Node = Record<string, unknown>;
const document = JSON.parse(JSON.stringify(openapiDocument(operations))) as Node;
const at = (path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, key) => (node as Node)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );

/** Every object of a document with its place. */
function* nodes(node: unknown, place = ''): Generator<[string, Node]> {
  if (typeof node !== 'object' || node === null) return;
  yield [place, node as Node];
  for (const [key, child] of Object.entries(node)) yield* nodes(child, `${place}/${key}`);
}

describe('the OpenAPI document', () => {
  it('is 3.1 and says who it is', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      info: { title: 'prompt-airlock' },
    });
  });

  it.each(operations.map((each) => [`${each.method} ${each.path}`, each] as const))(
    'describes %s',
    (_name, each) => {
      const found = (document['paths'] as Record<string, Record<string, Node>>)[each.path]?.[
        each.method.toLowerCase()
      ];
      expect(found).toMatchObject({ operationId: each.id, summary: each.summary });
      const responses = found?.['responses'] as Record<string, Node>;
      expect(Object.keys(responses).sort()).toEqual([...Object.keys(each.replies), 'default'].sort());
      const parameters = (found?.['parameters'] ?? []) as { in: string; name: string; required?: boolean }[];
      const inPath = [...each.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(inPath);
      expect(parameters.filter((one) => one.in === 'path').every((one) => one.required)).toBe(true);
      expect(parameters.filter((one) => one.in === 'header').map((one) => one.name)).toEqual(
        each.headers ?? [],
      );
      expect('requestBody' in (found ?? {})).toBe(each.body !== undefined);
      expect(found?.['security']).toEqual(each.groups.length === 0 ? [] : [{ token: [] }]);
    },
  );

  it('holds nothing besides the operations', () => {
    const paths = document['paths'] as Record<string, Node>;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(
      operations.map((each) => `${each.method.toLowerCase()} ${each.path}`).sort(),
    );
  });

  it('resolves every reference, and names every operation once', () => {
    const all = [...nodes(document)];
    const references = all.map(([, node]) => node['$ref']).filter((ref) => typeof ref === 'string');
    expect(references.length).toBeGreaterThan(5);
    for (const reference of references)
      expect([reference, typeof at(reference.slice(1))]).toEqual([reference, 'object']);
    const ids = all.map(([, node]) => node['operationId']).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refuses unknown fields in what it takes', () => {
    const schema = at('/components/schemas/Decision') as Node;
    expect(schema['additionalProperties']).toBe(false);
  });
});

describe('docs/errors.md', () => {
  const text = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const rows = text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^`[a-z-]+`$/.test(cells[1] ?? ''))
    .map(([, code, status, detail]) => ({ code: code?.slice(1, -1), status: Number(status), detail }));

  it('lists every code with its status and sentence, and no other', () => {
    const known = Object.entries(problems).map(([code, { status, detail }]) => ({ code, status, detail }));
    const byCode = (a: { code?: string | undefined }, b: { code?: string | undefined }) =>
      (a.code ?? '') < (b.code ?? '') ? -1 : 1;
    expect(rows.sort(byCode)).toEqual(known.sort(byCode));
  });

  it('needs titles that read as words', () => {
    expect(titleOf('not-waivable')).toBe('Not waivable');
  });
});
