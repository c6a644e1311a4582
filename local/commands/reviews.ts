// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type Decision, decisionReasons } from '../../lambdas/records/review.ts';
import { type Caller, callerFor } from './caller.ts';
import { print, table, timeLeft } from './print.ts';
import { textOf } from './text-of.ts';

const Summary = z.looseObject({
  caseId: z.string(),
  side: z.enum(['prompt', 'answer']),
  policy: z.looseObject({ id: z.string() }),
  reasons: z.array(z.looseObject({ code: z.string(), sentence: z.string() })),
  approvable: z.boolean(),
  stage: z.int(),
  expiresAt: z.string(),
  revision: z.string(),
  digest: z.string(),
  claim: z.looseObject({ by: z.string() }).optional(),
  decided: z.looseObject({ decision: z.string(), by: z.string() }).optional(),
});
const Shown = Summary.extend({
  texts: z.array(z.looseObject({ text: z.string() })).optional(),
  context: z.array(z.looseObject({ text: z.string() })).optional(),
});
type Options = Readonly<{ as: string; json: boolean; reason: string; note?: string; file?: string }>;

const path = (caseId: string, more = '') => `/v1/reviews/${encodeURIComponent(caseId)}${more}`;
const codes = (review: z.infer<typeof Summary>) => review.reasons.map((reason) => reason.code).join(', ');

function listText(items: readonly z.infer<typeof Summary>[]): string {
  if (items.length === 0) return 'Nothing is held.';
  const rows = items.map((item) => [
    item.caseId,
    item.side,
    item.policy.id,
    codes(item),
    timeLeft(item.expiresAt, Date.now()),
    item.claim?.by ?? '-',
    item.approvable ? 'yes' : 'no',
  ]);
  return table(['case', 'side', 'policy', 'why', 'time left', 'claimed by', 'approvable'], rows);
}

function reviewText(review: z.infer<typeof Shown>): string {
  const block = (title: string, texts: readonly { text: string }[] | undefined) =>
    (texts ?? []).flatMap(({ text }) => ['', `${title}:`, text]);
  return [
    `case ${review.caseId}, ${review.side} under policy ${review.policy.id}${review.decided === undefined ? '' : `: ${review.decided.decision} by ${review.decided.by}`}`,
    ...review.reasons.map((reason) => `  ${reason.code}: ${reason.sentence}`),
    ...(review.approvable
      ? []
      : ['  This cannot be approved: edit it, reject it, or have the checks run again (retry).']),
    ...block('prompt', review.context),
    ...block(review.side, review.texts),
  ].join('\n');
}

async function decide(
  call: Caller,
  caseId: string,
  decision: Decision,
  options: Options,
): Promise<z.infer<typeof Summary>> {
  const review = Shown.parse(await call('GET', path(caseId)));
  await call('POST', path(caseId, '/claim'));
  const { revision, digest, side } = review;
  const text = options.file === undefined ? undefined : textOf(options.file);
  const edit =
    text === undefined
      ? undefined
      : side === 'answer'
        ? { text }
        : { messages: [{ role: 'user', content: text }] };
  const body = {
    decision,
    revision,
    digest,
    reason: options.reason,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(edit === undefined ? {} : { edit }),
  };
  return Summary.parse(await call('POST', path(caseId, '/decision'), { body }));
}

const usual: Readonly<Record<Decision, (typeof decisionReasons)[number]>> = {
  approve: 'safe-as-shown',
  edit: 'content-corrected',
  reject: 'unsafe-advice',
  retry: 'checks-again',
};
const said: Readonly<Record<Decision, string>> = {
  approve: 'let it go on exactly as it is shown',
  edit: 'replace the text; it is checked again before it can go on',
  reject: 'end the case without an answer',
  retry: 'run the checks again',
};

export function addReviewCommands(program: Command): void {
  const reviews = program.command('reviews').summary('what is held, and what becomes of it');
  const as = () => new Option('--as <person>', 'who decides').default('vera');
  const json = () => new Option('--json', 'print JSON').default(false);

  reviews
    .command('list')
    .description('What is held and undecided, highest risk and least time left first.')
    .addOption(as())
    .addOption(json())
    .action(async (options: Options) => {
      const call = await callerFor(options.as);
      const { items } = z.looseObject({ items: z.array(Summary) }).parse(await call('GET', '/v1/reviews'));
      print(options.json, items, () => listText(items));
    });

  reviews
    .command('show')
    .description('The de-identified text under review, and why it is held.')
    .argument('<case>')
    .addOption(as())
    .addOption(json())
    .action(async (caseId: string, options: Options) => {
      const review = Shown.parse(await (await callerFor(options.as))('GET', path(caseId)));
      print(options.json, review, () => reviewText(review));
    });

  reviews
    .command('claim')
    .description('Takes a review, so that nobody else works on it for a while.')
    .argument('<case>')
    .addOption(as())
    .addOption(json())
    .action(async (caseId: string, options: Options) => {
      const review = Summary.parse(await (await callerFor(options.as))('POST', path(caseId, '/claim')));
      print(options.json, review, () => `claimed by ${review.claim?.by ?? options.as}`);
    });

  for (const decision of ['approve', 'edit', 'reject', 'retry'] as const) {
    const command = reviews
      .command(decision)
      .description(`Claims and decides: ${said[decision]}.`)
      .argument('<case>')
      .addOption(as())
      .addOption(json())
      .addOption(new Option('--reason <code>', 'why').choices(decisionReasons).default(usual[decision]))
      .option('--note <text>', 'a note for the record, without identifiers');
    if (decision === 'edit') command.requiredOption('--file <path>', 'the new text; - for standard input');
    command.action(async (caseId: string, options: Options) => {
      const review = await decide(await callerFor(options.as), caseId, decision, options);
      print(options.json, review, () =>
        review.decided === undefined
          ? 'approved; a second approval is needed'
          : `${review.decided.decision} by ${review.decided.by}`,
      );
    });
  }
}
