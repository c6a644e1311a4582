// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { keepContent, keepOfConversation, theCase } from '../change.ts';
import { conversationScope, getContent } from '../contents.ts';
import { Failure, failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { shownAnchor } from '../privacy/date-placeholders.ts';
import { emptyIdentityMap } from '../privacy/identity-map.ts';
import { pseudonymise } from '../privacy/pseudonymise.ts';
import { recognizersAt, yearOf } from '../recognizers/index.ts';
import { prepareTagger } from '../recognizers/tagger/index.ts';
import type { Case, Conversation } from '../records/case.ts';
import { EditedPromptSchema, type PromptContent, RequestContentSchema } from '../records/content.ts';
import { canonicalJson } from '../records/digest.ts';
import type { Finding } from '../records/finding.ts';
import { type IdentityMap, IdentityMapSchema } from '../records/identity.ts';
import type { Policy } from '../records/policy.ts';
import { type Slot, slotsOf, withSlots } from '../records/slots.ts';
import { verifiedTurns } from './released-turns.ts';
import { detectPrompt } from '../screening/detect-prompt.ts';
import { versionsNow } from '../version.ts';
import { outsideDetectors, recall, secondOpinion } from './second-opinions.ts';
import { attempt, refShape, revision, step } from './step.ts';
import { forget, neverStored } from './taint.ts';

const Input = z.strictObject({ ...refShape, revision, attempt });
const Source = z.discriminatedUnion('kind', [RequestContentSchema, EditedPromptSchema]);

type Recall = ReturnType<typeof recall>;
type Detected = Readonly<{
  slots: readonly { text: string; findings: readonly Finding[] }[];
  failed: readonly string[];
  complete: boolean;
  uncertain: number;
  hidden: number;
  covered: boolean;
}>;

async function detectAll(
  ports: Ports,
  policy: Policy,
  prompt: readonly Slot[],
  retries: number,
  heard: Recall,
): Promise<Detected> {
  const side = policy.detection.prompt;
  const failed = new Set<string>();
  let [complete, uncertain, hidden] = [true, 0, 0];
  const slots: { text: string; findings: readonly Finding[] }[] = [];
  const year = yearOf(ports.clock());
  const { detections, covered } = await (ports.scans?.prompt ?? detectPrompt)({
    slots: prompt,
    policy,
    year,
  });
  for (const [index, own] of detections.entries()) {
    const text = prompt[index]?.text ?? '';
    for (const name of own.failed) failed.add(name);
    complete &&= own.complete;
    uncertain += own.uncertain.length;
    hidden += own.hidden;
    const others = await secondOpinion(text, own, { ports, side, retries, heard });
    for (const name of others.failed) failed.add(name);
    const findings = others.findings.length === 0 ? own.findings : [...own.findings, ...others.findings];
    slots.push({ text, findings });
  }
  return { slots, failed: [...failed], complete: complete && failed.size === 0, uncertain, hidden, covered };
}

async function identitiesOf(ports: Ports, conversation: Conversation): Promise<IdentityMap> {
  if (conversation.identities === undefined)
    return emptyIdentityMap(Buffer.from(ports.randomBytes(32)).toString('base64url'));
  const ref = { ...conversationScope(conversation), revision: conversation.identities };
  return getContent(ports, ref, IdentityMapSchema);
}

/** What detectors outside said of this conversation's texts: nothing to remember where there are none. */
async function remembered(ports: Ports, item: Case): Promise<Recall> {
  if (ports.detectMedical === undefined && ports.detectGuarded === undefined) return recall(undefined);
  const conversation = await ports.cases.conversation(item);
  return recall(conversation?.identities === undefined ? undefined : await identitiesOf(ports, conversation));
}

/**
 * Replaces the identities of all slots at once and keeps the conversation's identity map. Two cases of one
 * conversation may get here together: whoever writes second reads the first one's map and starts again.
 */
async function replaceIdentities(
  ports: Ports,
  item: Case,
  policy: Policy,
  detected: Detected,
  heard: Recall,
  keepPlaceholders: boolean,
) {
  for (let tries = 0; tries < 8; tries += 1) {
    const conversation = await ports.cases.conversation(item);
    if (conversation === undefined) throw new Failure('NotFound');
    const before = await identitiesOf(ports, conversation);
    const result = pseudonymise(detected.slots, {
      policy,
      map: before,
      keepPlaceholders,
      year: yearOf(ports.clock()),
    });
    const map = heard.into(result.map);
    if (conversation.identities !== undefined && canonicalJson(map) === canonicalJson(before))
      return { ...result, identities: conversation.identities };
    try {
      const identities = await keepOfConversation(ports, conversation, map, (revision) => ({
        identities: revision,
      }));
      return { ...result, identities };
    } catch (thrown) {
      if (failureName(thrown) !== 'Conflict') throw thrown;
    }
  }
  throw new Failure('Conflict');
}

/**
 * Deidentify: takes the identities out of a raw request or of a reviewer's edit of the prompt.
 * In: whose case, which vault revision. Out: `{ revision }` of the de-identified prompt.
 * A detector that is down, or text that cannot be read whole, gives a prompt that is marked incomplete:
 * ScreenPrompt holds it and no approval can let it through.
 * @throws NotFound, Malformed, Conflict, Unavailable, Throttled, StorageUnavailable
 */
export const deidentify = (ports: Ports) => {
  if (ports.scans === undefined) prepareTagger();
  return step(Input, async (input) => {
    const before = await theCase(ports, input);
    const policy = await ports.policies.byHash(before.policy.hash);
    const scope = { tenantId: before.tenantId, scope: before.caseId };
    const source = await getContent(ports, { ...scope, revision: input.revision }, Source);
    const edited = source.kind === 'edited-prompt';
    const assistantVerified = await verifiedTurns(ports, before, source);
    const heard = await remembered(ports, before);
    const detected = await detectAll(ports, policy, slotsOf(source), input.attempt, heard);
    const late = detected.slots.some((slot) => slot.findings.some(neverStored));
    const { item, revision: from } = late
      ? await forget(ports, before, source)
      : { item: before, revision: input.revision };
    const replaced = await replaceIdentities(ports, item, policy, detected, heard, edited);
    const anchor = shownAnchor(replaced.map);
    const prompt: PromptContent = {
      kind: 'prompt',
      source: from,
      ...withSlots(
        source,
        replaced.slots.map((slot) => slot.text),
      ),
      identities: replaced.identities,
      ...(anchor === undefined ? {} : { anchor }),
      findings: replaced.slots.map((slot) => [...slot.findings]),
      detectors: [
        ...recognizersAt(yearOf(ports.clock())).map((recognizer) => recognizer.name),
        ...outsideDetectors(ports, policy.detection.prompt),
      ],
      versions: versionsNow(),
      failed: [...detected.failed],
      complete: detected.complete,
      uncertain: detected.uncertain,
      covered: detected.covered,
      hidden: detected.hidden,
      rare: replaced.signals.rare,
      assistantVerified,
      ...(edited ? { editedBy: source.by } : {}),
    };
    const made = await keepContent(ports, item, prompt, (now, revision) => ({
      ...now,
      prompt: revision,
      status: 'running',
    }));
    return { revision: made };
  });
};
