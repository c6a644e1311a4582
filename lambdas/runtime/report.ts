// SPDX-License-Identifier: Apache-2.0
import { Logger, LogFormatter, LogItem } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { failureName } from '../failures.ts';

/** What may stand in a log: names, ids, codes, counts and times. Whatever else is handed to the logger is left out. */
const allowed = [
  'function',
  'tenantId',
  'caseId',
  'problem',
  'error',
  'frames',
  'status',
  'milliseconds',
  'attempt',
  'counts',
] as const;
export type Fields = Readonly<Partial<Record<(typeof allowed)[number], unknown>>>;

class AllowedOnly extends LogFormatter {
  override formatAttributes(
    attributes: Parameters<LogFormatter['formatAttributes']>[0],
    additional: Parameters<LogFormatter['formatAttributes']>[1],
  ): LogItem {
    const { logLevel, timestamp, message, lambdaContext, xRayTraceId } = attributes;
    const kept = allowed.filter((name) => additional[name] !== undefined);
    return new LogItem({
      attributes: {
        level: logLevel,
        timestamp: this.formatTimestamp(timestamp),
        message,
        request: lambdaContext?.awsRequestId,
        coldStart: lambdaContext?.coldStart,
        trace: xRayTraceId,
        ...Object.fromEntries(kept.map((name) => [name, additional[name]])),
      },
    });
  }
}

const logger = new Logger({ serviceName: 'prompt-airlock', logFormatter: new AllowedOnly() });
const metrics = new Metrics({ namespace: 'PromptAirlock', serviceName: 'prompt-airlock' });

const frame = /^\s{0,16}at .{1,400}$/;
/** Where a thing was thrown, without its message: that may quote what was sent. */
const framesOf = (thrown: unknown): string[] =>
  thrown instanceof Error
    ? (thrown.stack ?? '')
        .split('\n')
        .filter((line) => frame.test(line))
        .slice(0, 8)
    : [];

/** A name that is safe to write down: of the closed list, or what an error's class is called. */
export function safeName(thrown: unknown): string {
  const name = failureName(thrown) ?? (thrown instanceof Error ? thrown.name : typeof thrown);
  return /^[A-Za-z][\w.]{0,99}$/.test(name) ? name : 'Error';
}

/** Writes down that something happened. `Context` of Lambda gives its request id, if there is one. */
export const note = (message: string, fields: Fields): void => logger.info(message, { ...fields });

/** Writes down that something failed, by name and place, and counts it. */
export function noteFailure(name: string, thrown: unknown, fields: Fields = {}): void {
  const error = safeName(thrown);
  logger.error('failed', { function: name, error, frames: framesOf(thrown), ...fields });
  count('Failed', { function: name, error });
  if (error === 'Throttled') count('Throttled', { function: name });
}

/**
 * One more of something: Embedded Metric Format. Its only dimension beside the service is the stage, since an alarm
 * watches one set of dimensions and no more (lib/watch/metrics.ts); what else is known stands beside it in the log.
 */
export function count(what: string, facts: Readonly<Record<string, string>>): void {
  const single = metrics.singleMetric();
  single.addDimension('stage', process.env['STAGE'] ?? 'none');
  for (const [name, value] of Object.entries(facts)) single.addMetadata(name, value);
  single.addMetric(what, MetricUnit.Count, 1);
}
