// SPDX-License-Identifier: Apache-2.0
import { Tracer } from '@aws-lambda-powertools/tracer';
import type { FunctionName } from '../uses.ts';
import { safeName } from './report.ts';

/** What may stand in a trace: names, ids and numbers, by which traces are looked for. Whatever else is said is left out. */
const allowed = ['function', 'tenantId', 'caseId', 'status', 'error'] as const;
type Annotations = Readonly<Partial<Record<(typeof allowed)[number], string | number>>>;
type Annotate = (facts: Annotations) => void;

/**
 * Nothing by itself: neither calls, whose addresses name objects, nor answers and errors, which quote content. Powertools
 * would capture those where it wraps a handler, which is not done here.
 */
const tracer = new Tracer({ serviceName: 'prompt-airlock', captureHTTPsRequests: false });

/**
 * Does a function's work in a segment of its own in X-Ray, under the one that Lambda makes. What is thrown is
 * marked in it by its name, and thrown on. Without tracing the work is done, and that is all.
 */
export async function traced<Result>(
  name: FunctionName,
  work: (annotate: Annotate) => Promise<Result>,
): Promise<Result> {
  const segment = tracer.isTracingEnabled() ? tracer.getSegment()?.addNewSubsegment(name) : undefined;
  const annotate: Annotate = (facts) => {
    for (const each of allowed) {
      const fact = facts[each];
      if (fact !== undefined) segment?.addAnnotation(each, fact);
    }
  };
  annotate({ function: name });
  try {
    return await work(annotate);
  } catch (thrown) {
    annotate({ error: safeName(thrown) });
    segment?.addFaultFlag();
    throw thrown;
  } finally {
    segment?.close();
  }
}
