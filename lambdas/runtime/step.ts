// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { awsPorts, type Opener } from '../aws/ports.ts';
import { Failure, failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { FunctionName } from '../uses.ts';
import { count, note, noteFailure, safeName } from './report.ts';
import { traced } from './trace.ts';

const unavailable: readonly unknown[] = ['detector-unavailable', 'guardrail-unavailable'];

type Step = (input: unknown) => Promise<Readonly<Record<string, unknown>>>;

/** An error without cause, message or class of its own: what Lambda writes into its log and into the workflow's history. */
class Bare extends Error {
  override readonly name: string;

  constructor(name: string) {
    super('See the log of the function.');
    this.name = name;
    this.stack = `${name}: ${this.message}`;
  }
}

export function bare(thrown: unknown): Error {
  const name = failureName(thrown);
  return name === undefined ? new Bare(safeName(thrown)) : new Failure(name);
}

const Whose = z.looseObject({ tenantId: z.uuid().or(z.string().max(63)), caseId: z.uuid() });
const whose = (event: unknown): { tenantId?: string; caseId?: string } => {
  const parsed = Whose.safeParse(event);
  return parsed.success ? { tenantId: parsed.data.tenantId, caseId: parsed.data.caseId } : {};
};

/**
 * A state of the workflow as a Lambda function. The SDK makes one attempt: the state's own `Retry` asks again.
 * What it throws has a name of the closed list, which Retry and Catch match, and nothing else.
 */
export function handleStep(
  name: FunctionName,
  make: (ports: Ports) => Step,
  openers: readonly Opener[],
): (event: unknown) => Promise<Readonly<Record<string, unknown>>> {
  const step = make(awsPorts(openers, { attempts: 1 }));
  const run: Step = async (event) => {
    const begun = performance.now();
    try {
      const result = await step(event);
      note('done', { function: name, ...whose(event), milliseconds: Math.round(performance.now() - begun) });
      // The case is held for it; that a detector is down is not only the case's business.
      if (Array.isArray(result['reasons']) && result['reasons'].some((code) => unavailable.includes(code)))
        count('DetectorUnavailable', { function: name });
      return result;
    } catch (thrown) {
      noteFailure(name, thrown, whose(event));
      throw bare(thrown);
    }
  };
  return (event) =>
    traced(name, (annotate) => {
      annotate(whose(event));
      return run(event);
    });
}
