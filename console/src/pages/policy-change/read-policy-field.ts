// SPDX-License-Identifier: Apache-2.0

/** A policy as somebody typed it: the whole of it as JSON, or the name of one. The server reads it again. */
export function readPolicyField(text: string): Readonly<{ policy: unknown }> | 'nothing' | 'no-json' {
  const typed = text.trim();
  if (typed === '') return 'nothing';
  if (!typed.startsWith('{')) return { policy: typed };
  try {
    return { policy: JSON.parse(typed) as unknown };
  } catch {
    return 'no-json';
  }
}
