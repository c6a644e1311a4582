// SPDX-License-Identifier: Apache-2.0
import type { ProblemCode } from '../../../lambdas/api/problems.ts';

/** A refusal of the API (RFC 9457). `unreachable` is ours: no answer, or none of the API's. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: ProblemCode | 'unreachable';
  /** A constant sentence of the API's: it never quotes what was sent. */
  readonly detail: string;
  /** Further members: ids, codes, who decided. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(status: number, document: Readonly<Record<string, unknown>> = {}) {
    const { code, detail, title: _title, status: _status, type: _type, ...members } = document;
    super(typeof code === 'string' ? code : 'unreachable');
    this.status = status;
    this.code = typeof code === 'string' ? (code as ProblemCode) : 'unreachable';
    this.detail = typeof detail === 'string' ? detail : '';
    this.members = members;
  }
}

/** The code of a refusal; undefined of any other error. */
export const codeOf = (thrown: unknown): ApiProblem['code'] | undefined =>
  thrown instanceof ApiProblem ? thrown.code : undefined;
