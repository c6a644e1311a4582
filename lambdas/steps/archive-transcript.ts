// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase, theCase } from '../change.ts';
import { contentDigest } from '../contents.ts';
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { type Case, outcomes } from '../records/case.ts';
import { approvalsNeeded } from '../records/four-eyes.ts';
import type { Policy } from '../records/policy.ts';
import { yearOf } from '../recognizers/index.ts';
import { reasonCodes } from '../records/reason.ts';
import type { Review } from '../records/review.ts';
import type { Sealed } from '../records/sealed.ts';
import { isClean, type Left } from '../screening/last-scan.ts';
import { leftBeforeLock } from '../screening/left-before-lock.ts';
import { closeRefused } from './close-refused.ts';
import { gatherSealed } from './gather-sealed.ts';
import { indexPeople } from './index-people.ts';
import { lockObjects } from './lock-objects.ts';
import { retentionFrom } from './record-event.ts';
import { refShape, revision, step } from './step.ts';
import { transcriptOf } from './transcript-of.ts';

const Input = z.strictObject({
  ...refShape,
  outcome: z.enum(outcomes),
  error: z.string().max(256).optional(),
  prompt: revision.optional(),
  answer: revision.optional(),
});
type Input = z.infer<typeof Input>;

/** Only names this version knows, or the machine's own, are archived: an unknown one could be anything. */
const errorName = (error: string | undefined): string | undefined =>
  error === undefined || error === 'none'
    ? undefined
    : /^[A-Za-z][A-Za-z._]{0,63}$/.test(error)
      ? error
      : 'Unknown';

/**
 * How the case is going to end, written once. Whoever comes second with the same end goes on with it; with
 * another end it is refused, so that a step which timed out but still runs cannot turn the case around.
 */
function closing(item: Case, input: Input, policy: Policy, now: number): Case | undefined {
  const standing = item.closing;
  if (standing !== undefined) {
    if (
      standing.outcome === input.outcome &&
      (input.outcome !== 'released' || standing.answer === input.answer)
    )
      return undefined;
    throw new Failure('ArchiveConflict');
  }
  const error = errorName(input.error);
  return {
    ...foreseen(item, input),
    retainUntil: retentionFrom(policy, now).until,
    closing: {
      outcome: input.outcome,
      at: now,
      ...(input.answer === undefined ? {} : { answer: input.answer }),
      ...(error === undefined ? {} : { error }),
    },
  };
}

const clean: Left = { types: [], whole: true };

/**
 * The last scan before the lock. The answer has been scanned as it stands by RescanAnswer, with every recognizer; the
 * prompt's text was made by taking identifiers out, and is scanned here.
 */
async function lastScan(ports: Ports, item: Case, sealed: Sealed, policy: Policy): Promise<Left> {
  // A release that was begun was found clean: a retry comes to the same, whatever year it is by then.
  if (item.closing?.outcome === 'released') return clean;
  const { prompt, identities: map } = sealed;
  if (prompt?.complete !== true || map === undefined) return clean;
  const year = yearOf(ports.clock());
  return (ports.scans?.record ?? leftBeforeLock)({ prompt, map, policy, year });
}

/** Approved by as many different people as it takes, none of them an editor. */
function approvedByEnough(review: Review, policy: Policy): boolean {
  const people = new Set(review.approvals.map((approval) => approval.by));
  for (const editor of review.editedBy) people.delete(editor);
  return people.size >= approvalsNeeded(policy.review, review);
}

/** A release needs a scan that restored, and that either passed or was approved exactly as it is, with nothing that may not be waived. */
function assertCleared(item: Case, input: Input, sealed: Sealed, policy: Policy): void {
  const scan = sealed.answer;
  if (scan?.kind !== 'scan' || scan.restored === undefined || sealed.prompt?.complete !== true)
    throw new Failure('NotCleared');
  if (scan.verdict.verdict === 'pass') return;
  const { review } = item;
  const approved =
    review?.side === 'answer' &&
    review.revision === input.answer &&
    review.decided?.decision === 'approve' &&
    approvedByEnough(review, policy);
  if (!approved || scan.verdict.reasons.some((reason) => !reasonCodes[reason.code].waivable))
    throw new Failure('NotCleared');
}

/** The row as it will be when it closes this way: what is gathered for the archive. */
const foreseen = (item: Case, input: Input): Case => ({
  ...item,
  ...(input.prompt === undefined ? {} : { prompt: input.prompt }),
  ...(input.answer === undefined ? {} : { answer: input.answer }),
});

/**
 * ArchiveTranscript and ArchiveRefusal: lock the sealed object, then the record, one of each a case, and read
 * both back. A refusal closes the case as well; a release is published by ReleaseAnswer.
 * @throws NotCleared, Quarantined, ArchiveConflict, ArchiveMismatch, NotFound, Malformed, Unavailable, Throttled
 */
export const archiveTranscript = (ports: Ports) =>
  step(Input, async (input) => {
    const before = foreseen(await theCase(ports, input), input);
    // A reviewer's test is not a request: it is neither released nor archived.
    if (before.seed !== undefined) throw new Failure('NotCleared');
    const policy = await ports.policies.byHash(before.policy.hash);
    const key = await ports.keys.caseKey(input);
    const released = input.outcome === 'released';
    // Gathered and judged before the end is written down: a case that cannot be released is still free to fail.
    const sealed = await gatherSealed(ports, before, released);
    if (released) assertCleared(before, input, sealed, policy);
    const left = await lastScan(ports, before, sealed, policy);
    const quarantined = input.error === 'Quarantined' || !isClean(left);
    if (released && quarantined) throw new Failure('Quarantined');
    const item = await changeCase(ports, input, (now) => closing(now, input, policy, ports.clock()));
    const kept = retentionFrom(policy, item.closing?.at ?? 0);
    // Without a finished de-identification, or after a value that may never be stored, no text is archived at all.
    const lockable = sealed.prompt?.complete === true && !item.tainted && !quarantined;
    // Before the record: no case is on record that cannot be found.
    if (lockable) await indexPeople(ports, item, sealed, policy);
    await lockObjects(ports, {
      item,
      kept,
      key,
      sealed: lockable ? sealed : undefined,
      exact: released,
      recordOf: (locked) =>
        transcriptOf({
          item,
          sealed,
          locked,
          retention: kept,
          policy,
          digestOf: (name, content) => contentDigest(key, name, content),
        }),
    });
    if (!released) await closeRefused(ports, input, quarantined ? left : undefined);
    return { outcome: input.outcome };
  });
