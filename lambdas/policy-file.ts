// SPDX-License-Identifier: Apache-2.0
import { type PolicyRef } from './records/case.ts';
import { canonicalJson, sha256 } from './records/digest.ts';
import { type Policy, PolicySchema } from './records/policy.ts';

export type ReadPolicy =
  | Readonly<{ policy: Policy; ref: PolicyRef; canonical: string; mistakes: readonly [] }>
  | Readonly<{ policy?: undefined; mistakes: readonly string[] }>;

const pathText = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? '(the whole file)' : path.map(String).join('.');

/**
 * A policy from the text of its file, with the reference that cases keep: its hash is SHA-256 of its canonical JSON
 * with the defaults filled in. Or every mistake in it, one line each: where, then what.
 */
export function readPolicy(text: string): ReadPolicy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { mistakes: ['(the whole file): is not JSON'] };
  }
  const parsed = PolicySchema.safeParse(value);
  if (!parsed.success)
    return { mistakes: parsed.error.issues.map((issue) => `${pathText(issue.path)}: ${issue.message}`) };
  const policy = parsed.data;
  const canonical = canonicalJson(policy);
  return {
    policy,
    ref: { id: policy.id, version: policy.version, hash: sha256(canonical) },
    canonical,
    mistakes: [],
  };
}
