// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import { doubtful, type OwnDetection } from '../privacy/doubtful.ts';
import { digest } from '../records/digest.ts';
import { type Finding, FindingSchema } from '../records/finding.ts';
import type { IdentityMap } from '../records/identity.ts';
import type { Policy } from '../records/policy.ts';
import { ask } from './step.ts';

/** What the detectors outside this process say of one text. `failed` names those that could not answer. */
export type Opinion = Readonly<{ findings: readonly Finding[]; failed: readonly string[] }>;
type Asking = Readonly<{
  ports: Pick<Ports, 'detectMedical' | 'detectGuarded'>;
  side: Policy['detection']['prompt'];
  retries: number;
  /** Texts whose words are no news: the prompt that an answer is to. */
  settled?: readonly string[];
  /** What was said of texts that were asked about before; undefined where nothing is remembered. */
  heard?: ReturnType<typeof recall>;
}>;

/**
 * Remembers answers by keyed digest of the text, so that the history of a conversation is asked about once.
 * `before`: the conversation's identity map; undefined where it has none yet.
 */
export function recall(before: IdentityMap | undefined) {
  const said: { detector: string; text: string; findings: Finding[] }[] = [];
  const keyOf = (secret: string, detector: string, text: string) =>
    digest(Buffer.from(secret, 'base64url'), 'heard', detector, text);
  const known = new Map(before?.heard?.map((each) => [each.digest, each.findings]));
  return {
    get: (detector: string, text: string) =>
      before === undefined || known.size === 0 ? undefined : known.get(keyOf(before.secret, detector, text)),
    add: (detector: string, text: string, findings: Finding[]) => said.push({ detector, text, findings }),
    /** The map with what was said; bounded, the newest stay: an older text is asked about again. */
    into: (map: IdentityMap): IdentityMap => {
      if (said.length === 0) return map;
      const all = new Map(map.heard?.map((each) => [each.digest, each.findings]));
      for (const { detector, text, findings } of said) all.set(keyOf(map.secret, detector, text), findings);
      return { ...map, heard: [...all].slice(-200).map(([key, findings]) => ({ digest: key, findings })) };
    },
  };
}

/** Asks one detector; undefined: it could not answer, or with findings that are not of the text. */
async function said(
  detector: string,
  text: string,
  detect: (text: string) => Promise<readonly Finding[]>,
  { retries, heard }: Asking,
): Promise<readonly Finding[] | undefined> {
  const before = heard?.get(detector, text);
  if (before !== undefined) return before;
  const found = await ask(retries, async () => z.array(FindingSchema).parse(await detect(text)));
  if (found === undefined || found.some((finding) => finding.end > text.length)) return undefined;
  heard?.add(detector, text, found);
  return found;
}

/**
 * Asks the detectors outside about one text, as far as the policy wants them: the guardrail's checks where it says
 * `checks`, the medical detector `always`, or only where the others leave a doubt (privacy/doubtful.ts).
 * A detector that is down is named: the caller holds the text.
 */
export async function secondOpinion(text: string, own: OwnDetection, asking: Asking): Promise<Opinion> {
  const { ports, side } = asking;
  if (text === '') return { findings: [], failed: [] };
  const failed: string[] = [];
  const findings: Finding[] = [];
  const take = (detector: string, found: readonly Finding[] | undefined) => {
    if (found === undefined) failed.push(detector);
    else findings.push(...found);
  };
  if (side.checks && ports.detectGuarded !== undefined)
    take('guardrail-checks', await said('guardrail-checks', text, ports.detectGuarded, asking));
  if (ports.detectMedical === undefined || side.medical === 'never') return { findings, failed };
  // A check that is down settles nothing: the medical detector is asked then too.
  if (side.medical === 'always' || failed.length > 0 || doubtful(text, own, findings, asking.settled))
    take('comprehend-medical', await said('comprehend-medical', text, ports.detectMedical, asking));
  return { findings, failed };
}

/** The names of the detectors outside that a policy has asked about one side, where there are any. */
export const outsideDetectors = (
  ports: Asking['ports'],
  side: Pick<Asking['side'], 'medical' | 'checks'>,
): string[] => [
  ...(side.checks && ports.detectGuarded !== undefined ? ['guardrail-checks'] : []),
  ...(side.medical !== 'never' && ports.detectMedical !== undefined ? ['comprehend-medical'] : []),
];
