// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { isoOf } from '../privacy/calendar.ts';
import { writtenDate } from '../privacy/written-date.ts';
import type { Recognizer } from '../recognizers/recognizer.ts';
import { type IdentifierType, IdentifierTypeSchema } from '../records/identifier.ts';
import type { Identity, IdentityMap } from '../records/identity.ts';
import type { Policy } from '../records/policy.ts';
import { type Rescan, rescanAnswer } from './rescan-answer.ts';

/** One line of `airlock rescan`. */
export const RescanLineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string().default(''),
  answer: z.string(),
  context: z.union([z.string(), z.array(z.string())]).optional(),
  identities: z.record(z.string(), z.string()).default({}),
});

export type RescanLine = Readonly<{
  question: string;
  answer: string;
  context?: string | readonly string[] | undefined;
  /** Placeholder, with or without brackets, to the value it stands for. */
  identities: Readonly<Record<string, string>>;
}>;

const shape =
  /^\W*(?<type>[A-Z][A-Z_]{0,30}?)_(?<ordinal>\d{1,6})_(?<check>[0-9A-Z]{2})(?<distance>[+-]\d{1,6}[dwmy])?\W*$/i;
/** Its check characters come from nobody's secret: the placeholders that are given are the only valid ones. */
const noSecret = 'A'.repeat(43);

const typeOf = (written: string): IdentifierType => {
  const type = IdentifierTypeSchema.safeParse(written.toUpperCase());
  return type.success ? type.data : 'CODE';
};

/**
 * An identity map of given placeholders. A date's distance (`[DATE_1_7K+12d]`) is not an identity but a way of
 * writing one. A placeholder of another make (`<PERSON_1>`) gets one of this project's, and `rename` says which.
 */
function mapOf(given: Readonly<Record<string, string>>): {
  map: IdentityMap;
  rename: ReadonlyMap<string, string>;
} {
  const identities: Identity[] = [];
  const rename = new Map<string, string>();
  let foreign = 0;
  for (const [key, value] of Object.entries(given)) {
    if (value === '') continue;
    const { type = '', ordinal = '', check = '', distance } = shape.exec(key)?.groups ?? {};
    const own = IdentifierTypeSchema.safeParse(type.toUpperCase()).success;
    if (own && distance !== undefined) continue;
    const day = typeOf(type) === 'DATE' ? writtenDate(value)?.day : undefined;
    foreign += own ? 0 : 1;
    const placeholder = own
      ? `${type.toUpperCase()}_${Number(ordinal)}_${check.toUpperCase()}`
      : `CODE_${900 + foreign}_7K`;
    if (!own) rename.set(key, `[${placeholder}]`);
    identities.push({
      placeholder,
      type: own ? typeOf(type) : 'CODE',
      value,
      forms: [],
      ...(day === undefined ? {} : { date: isoOf(day) }),
    });
  }
  const anchor = identities.find(({ type, date }) => type === 'DATE' && date?.length === 10)?.date;
  return {
    map: { secret: noSecret, identities, ...(anchor === undefined ? {} : { anchor }) },
    rename,
  };
}

/**
 * Rescans an answer against given identities, for measuring. As `rescanAnswer`, with the text alone: it came to
 * its end, and there is no reasoning, tool call or canary.
 */
export function rescanFromIdentities({
  question,
  answer,
  context,
  identities,
  policy,
  recognizers,
}: RescanLine & Readonly<{ policy: Policy; recognizers: readonly Recognizer[] }>): Rescan {
  const { map, rename } = mapOf(identities);
  const own = (text: string) => [...rename].reduce((read, [from, to]) => read.replaceAll(from, to), text);
  const documents = context === undefined ? [] : typeof context === 'string' ? [context] : context;
  return rescanAnswer({
    answer: {
      text: own(answer),
      stopReason: 'end',
      toolCalls: [],
      model: 'given',
      usage: { inputTokens: 0, outputTokens: 0 },
    },
    question: own(question),
    context: documents.map(own),
    map,
    policy,
    recognizers,
  });
}
