// SPDX-License-Identifier: Apache-2.0

/**
 * A pattern that matches decimal numbers above `limit`, without leading zeros: AWS WAF compares no headers as numbers.
 * `limit` 1048576 → a Content-Length of 1048577 matches, one of 1048576 or 9 does not.
 */
export function largerThan(limit: number): string {
  const digits = String(limit);
  const higher = Array.from(digits).flatMap((digit, at) => {
    const rest = digits.length - at - 1;
    if (digit === '9') return [];
    const first = digit === '8' ? '9' : `[${Number(digit) + 1}-9]`;
    return [`${digits.slice(0, at)}${first}${rest === 0 ? '' : `[0-9]{${rest}}`}`];
  });
  return `^(${[`[1-9][0-9]{${digits.length},}`, ...higher].join('|')})$`;
}
