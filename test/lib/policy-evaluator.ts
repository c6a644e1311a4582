// SPDX-License-Identifier: Apache-2.0
import { account } from './resolve.ts';

type OneOrMany = string | readonly string[];
export type Statement = Readonly<{
  Effect: 'Allow' | 'Deny';
  Action?: OneOrMany;
  NotAction?: OneOrMany;
  Resource?: OneOrMany;
  NotResource?: OneOrMany;
  Principal?: '*' | Readonly<Record<string, OneOrMany>>;
  Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany | number>>>>;
}>;

/** What is asked of AWS: by whom, what, on what, and what comes with it. A list is a key of several values. */
export type Request = Readonly<{
  principal: string;
  action: string;
  resource: string;
  context?: Readonly<Record<string, OneOrMany>>;
}>;

const list = (value: OneOrMany | number | undefined): readonly string[] =>
  value === undefined
    ? []
    : typeof value === 'string'
      ? [value]
      : typeof value === 'number'
        ? [String(value)]
        : value;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** IAM's `*` and `?`. `${*}` in a value would be a literal star; none is used here. */
const like = (pattern: string, text: string, flags = ''): boolean =>
  new RegExp(`^${escape(pattern).replaceAll('\\*', '[^]*').replaceAll('\\?', '[^]')}$`, flags).test(text);

/** A policy variable that the request does not have matches nothing. */
const withVariables = (pattern: string, context: Request['context'] = {}): string =>
  pattern.replace(/\$\{([^}]+)\}/g, (_, key: string) => list(context[key])[0] ?? '\u0000');

type Test = (pattern: string, value: string) => boolean;
const tests: Readonly<Record<string, Test>> = {
  StringEquals: (pattern, value) => pattern === value,
  StringLike: (pattern, value) => like(pattern, value),
  ArnEquals: (pattern, value) => like(pattern, value),
  ArnLike: (pattern, value) => like(pattern, value),
  Bool: (pattern, value) => pattern === value,
  NumericLessThan: (pattern, value) => Number(value) < Number(pattern),
};
const negated: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

/** One operator over one key, as IAM defines absent keys: a negated operator holds, `Null` asks for it. */
function holds(
  operator: string,
  patterns: readonly string[],
  values: readonly string[] | undefined,
): boolean {
  if (operator === 'Null') return patterns.some((each) => (each === 'true') === (values === undefined));
  const ifExists = operator.endsWith('IfExists');
  const all = operator.startsWith('ForAllValues:');
  const name = operator.replace(/^ForA(?:ll|ny)Values?:/, '').replace(/IfExists$/, '');
  if (values === undefined && ifExists) return true;
  if (values === undefined && all) return true;
  const positive = negated[name];
  if (positive !== undefined)
    return !(values ?? []).some((value) =>
      patterns.some((pattern) => tests[positive]?.(pattern, value) ?? false),
    );
  const test = tests[name];
  // An operator that this evaluator does not know must not make a test pass.
  if (test === undefined) throw new Error(`no operator ${operator}`);
  if (values === undefined) return false;
  const matches = (value: string) => patterns.some((pattern) => test(pattern, value));
  return all ? values.every(matches) : values.some(matches);
}

function applies(statement: Statement, request: Request): boolean {
  const context = {
    'aws:PrincipalArn': request.principal,
    'aws:PrincipalAccount': account,
    ...request.context,
  };
  const resourceMatches = (pattern: string) => like(withVariables(pattern, context), request.resource);
  const actionMatches = (pattern: string) => like(pattern, request.action, 'i');
  if (statement.Action !== undefined && !list(statement.Action).some(actionMatches)) return false;
  if (statement.NotAction !== undefined && list(statement.NotAction).some(actionMatches)) return false;
  if (statement.Resource !== undefined && !list(statement.Resource).some(resourceMatches)) return false;
  if (statement.NotResource !== undefined && list(statement.NotResource).some(resourceMatches)) return false;
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => {
      const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase());
      const values = found === undefined ? undefined : list(found[1]);
      return holds(
        operator,
        list(patterns).map((each) => withVariables(each, context)),
        values,
      );
    }),
  );
}

const names = (statement: Statement, principal: string): boolean => {
  if (statement.Principal === '*') return true;
  const named = Object.values(statement.Principal ?? {}).flatMap(list);
  return named.includes('*') || named.includes(principal);
};

/**
 * Whether IAM would let a request through, by identity policies and the policy of the resource: a small part of the
 * evaluation logic, enough for one account. The account's root in a resource policy hands the decision to identity
 * policies; it lets nobody in by itself. What it does not know it refuses to judge.
 */
export function allowed(
  request: Request,
  identity: readonly Statement[],
  resource: readonly Statement[] = [],
): boolean {
  const onResource = resource.filter((each) => names(each, request.principal));
  if ([...identity, ...onResource].some((each) => each.Effect === 'Deny' && applies(each, request)))
    return false;
  return [...identity, ...onResource].some((each) => each.Effect === 'Allow' && applies(each, request));
}
