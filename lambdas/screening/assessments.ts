// SPDX-License-Identifier: Apache-2.0
import { type Assessment, GuardrailResponseSchema } from '../records/guardrail.ts';

/** As many as a reviewer can take in. */
const most = 64;

type Acted = Readonly<{
  action: string;
  detected?: boolean | undefined;
  name?: string | undefined;
  type?: string | undefined;
}>;

/**
 * What a guardrail acted on, for the people who decide: its policies and its own names, which come from the configuration.
 * What it matched, its scores and its texts are left out. Nothing for an answer that cannot be read.
 */
export function assessmentsOf(response: unknown): Assessment[] {
  const parsed = GuardrailResponseSchema.safeParse(response);
  if (!parsed.success) return [];
  const of = (policy: Assessment['policy'], entries: readonly Acted[] | undefined): Assessment[] =>
    (entries ?? [])
      .filter((entry) => entry.action !== 'NONE' || entry.detected === true)
      .map((entry) => {
        const name = (entry.name ?? entry.type)?.slice(0, 100);
        return { policy, ...(name === undefined ? {} : { name }), action: entry.action.slice(0, 32) };
      });
  const all = parsed.data.assessments.flatMap((each) => [
    ...of('topic', each.topicPolicy?.topics),
    ...of('content', each.contentPolicy?.filters),
    ...of('word', each.wordPolicy?.customWords),
    ...of('word', each.wordPolicy?.managedWordLists),
    ...of('sensitive', each.sensitiveInformationPolicy?.piiEntities),
    ...of('sensitive', each.sensitiveInformationPolicy?.regexes),
    ...of('grounding', each.contextualGroundingPolicy?.filters),
  ]);
  const unique = new Map(all.map((each) => [`${each.policy} ${each.name ?? ''} ${each.action}`, each]));
  return [...unique.values()].slice(0, most);
}
