// SPDX-License-Identifier: Apache-2.0

/**
 * Everything the API refuses or reports as an error. Codes are stable: clients may switch on them. `detail` is
 * a constant, so that no error can ever quote what was sent. docs/errors.md lists the same table.
 */
export const problems = {
  'body-too-large': { status: 413, detail: 'The body is larger than 1 MB.' },
  'headers-too-large': { status: 431, detail: 'The headers are larger than 16 KB.' },
  'request-timeout': { status: 408, detail: 'The request did not come within its time.' },
  'invalid-http': { status: 400, detail: 'This is not HTTP as this server reads it.' },
  'invalid-encoding': { status: 400, detail: 'The body is not valid UTF-8.' },
  'invalid-json': { status: 400, detail: 'The body is not valid JSON (RFC 8259).' },
  'too-deep': { status: 400, detail: 'The JSON is nested deeper than 64 levels.' },
  'duplicate-key': { status: 400, detail: 'An object of the JSON names the same member twice (RFC 7493).' },
  'invalid-text': {
    status: 400,
    detail: 'A string contains NUL or half of a surrogate pair: that is not text.',
  },
  'unsupported-media-type': { status: 415, detail: 'The body must be application/json, not compressed.' },
  'invalid-request': { status: 400, detail: 'The request does not have the shape that the API describes.' },
  'role-not-allowed': {
    status: 400,
    detail: 'Messages may be from user and assistant only: instructions of the system come from the policy.',
  },
  'content-not-text': {
    status: 400,
    detail: 'Messages may hold text only: no images, audio, files or tool calls.',
  },
  'tools-not-supported': { status: 400, detail: 'Tools and functions are not supported.' },
  'prompt-too-long': { status: 413, detail: 'Messages and documents together exceed 200,000 characters.' },
  'no-token': { status: 401, detail: 'Send a bearer token in the Authorization header.' },
  'token-expired': { status: 401, detail: 'The token has expired.' },
  'token-invalid': { status: 401, detail: 'The token is not one that this service accepts.' },
  forbidden: { status: 403, detail: 'The token’s groups do not allow this operation.' },
  'own-request': { status: 403, detail: 'Nobody reviews their own request.' },
  'own-edit': { status: 403, detail: 'Nobody approves their own edit.' },
  'already-approved': { status: 403, detail: 'The second approval must come from another person.' },
  'reveal-budget': { status: 403, detail: 'The policy allows no more values of this case to be revealed.' },
  'junior-reviewer': {
    status: 403,
    detail:
      'A junior reviewer approved this already: the second approval must come from a reviewer who is not one.',
  },
  'not-found': { status: 404, detail: 'There is nothing here for you.' },
  'method-not-allowed': { status: 405, detail: 'This resource does not know that method.' },
  'idempotency-conflict': {
    status: 409,
    detail: 'This Idempotency-Key has been used with another body.',
  },
  claimed: { status: 409, detail: 'Another reviewer has claimed this review.' },
  'not-claimed': {
    status: 409,
    detail: 'Claim the review first: there is no claim of yours, or it has run out.',
  },
  'already-decided': { status: 409, detail: 'The review has been decided.' },
  'review-expired': { status: 409, detail: 'The review has expired, which denies.' },
  'revision-changed': {
    status: 409,
    detail: 'This is not the revision that is under review now: read it again.',
  },
  'too-many-rounds': {
    status: 409,
    detail: 'This has been edited or checked again often enough: approve it or reject it.',
  },
  'identifier-missed': {
    status: 409,
    detail: 'A reviewer marked an identifier that is still in this text: edit it, or run the checks again.',
  },
  expired: { status: 410, detail: 'The content is no longer kept.' },
  'wrong-host': { status: 421, detail: 'This server answers on its own loopback address only.' },
  'unknown-policy': { status: 422, detail: 'There is no such policy for this tenant.' },
  'not-waivable': {
    status: 422,
    detail: 'An approval cannot waive every reason of this review: edit the text, or run the checks again.',
  },
  'identifier-in-note': {
    status: 422,
    detail: 'The note contains an identifier. Say it without one: notes are kept as long as the record.',
  },
  'not-sealed': { status: 409, detail: 'No seal has taken this up yet: seal the archive, or wait an hour.' },
  'case-open': { status: 409, detail: 'The case is not closed yet.' },
  'second-person-needed': {
    status: 403,
    detail: 'This takes two people: another compliance officer has to confirm it.',
  },
  'not-asked': {
    status: 409,
    detail:
      'Nothing like this is waiting to be confirmed: ask for it first. What was asked for is kept for an hour.',
  },
  'asked-already': { status: 409, detail: 'This was asked for already: another officer can confirm it.' },
  'legal-hold': { status: 423, detail: 'The case is under legal hold. The attempt was recorded.' },
  'held-already': { status: 409, detail: 'The case is under legal hold already.' },
  'not-held': { status: 409, detail: 'The case is not under legal hold.' },
  'erasure-not-allowed': {
    status: 403,
    detail: 'The policy of the case does not allow it to be erased, or not yet. The attempt was recorded.',
  },
  erased: { status: 410, detail: 'The key of this case was destroyed: nobody can open it any more.' },
  disposed: {
    status: 410,
    detail: 'The retention of this case is over and it is being disposed of: the certificate is on record.',
  },
  'unknown-question': {
    status: 422,
    detail: 'There is no question of that name: GET /v1/archive/queries lists them.',
  },
  'query-too-long': { status: 422, detail: 'The question took longer than it may: ask for fewer days.' },
  'query-too-large': {
    status: 422,
    detail: 'The answer is larger than it may be: ask for fewer days or columns, or say a limit.',
  },
  'query-invalid': {
    status: 422,
    detail:
      'The query cannot be run as it stands: a type that does not fit, or a name that means two columns.',
  },
  'query-running': { status: 409, detail: 'The query has not ended yet.' },
  'query-cancelled': { status: 409, detail: 'The query was stopped: ask again.' },
  'no-parquet': { status: 422, detail: 'Answers cannot be had as Parquet here: ask for CSV or JSON lines.' },
  'sql-refused': {
    status: 422,
    detail:
      'The query is not one SELECT over the catalogue that can be read here; `errors` says where and why.',
  },
  'not-a-finding': { status: 422, detail: 'There is nothing like this in the text that is under review.' },
  'unfit-test-case': {
    status: 422,
    detail:
      'The checks block this test case, hold its question, or leave nothing to approve: it cannot be used.',
  },
  'too-fast': {
    status: 429,
    detail: 'The policy does not let anybody decide this many reviews a minute: read this one once more.',
  },
  'search-budget': {
    status: 429,
    detail: 'The searches for people that are allowed in a day are used up.',
  },
  throttled: { status: 429, detail: 'Too many calls: try again shortly.' },
  'budget-exceeded': {
    status: 429,
    detail: 'The budget of the tenant for today is used up: the next day begins at midnight UTC.',
  },
  internal: { status: 500, detail: 'Something went wrong here. The id finds it in the log.' },
  'no-live-updates': {
    status: 501,
    detail: 'There are no live updates here: ask for the queue again every few seconds.',
  },
  unavailable: { status: 503, detail: 'A service this needs does not answer: try again shortly.' },
  'storage-unavailable': {
    status: 503,
    detail: 'The store cannot be written: nothing was accepted. Try again later.',
  },
  busy: { status: 503, detail: 'Too many changed this at the same time: try again.' },
  // How a chat completion ends when nothing may be released.
  blocked: { status: 400, detail: 'The policy does not let this through.' },
  rejected: { status: 400, detail: 'A reviewer did not let this through.' },
  'not-reviewed': { status: 400, detail: 'Nobody decided in time, so this was not let through.' },
  failed: { status: 502, detail: 'The case failed and was closed without an answer.' },
} as const satisfies Record<string, { status: number; detail: string }>;

export type ProblemCode = keyof typeof problems;

/** Where a request is wrong, in our own words: a path of known names and positions, and a constant message. */
export type FieldError = Readonly<{ path: string; message: string }>;

export type ProblemFacts = Readonly<{
  errors?: readonly FieldError[];
  /** Further members of the document (RFC 9457 section 3.2): ids and codes only. */
  members?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
}>;

/** A refusal on its way to the caller. Carries codes and ids only. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(problems[code].detail);
    this.code = code;
    this.facts = facts;
  }
}

/** Seconds after which it makes sense to try again, where it does. */
export const retryAfter: Readonly<Partial<Record<ProblemCode, number>>> = {
  throttled: 1,
  'too-fast': 60,
  'budget-exceeded': 3600,
  'search-budget': 3600,
  unavailable: 5,
  'storage-unavailable': 30,
  busy: 1,
};

/** `not-waivable` → `Not waivable`: the title is the code, for people. */
export const titleOf = (code: ProblemCode): string =>
  code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
