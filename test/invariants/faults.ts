// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../../lambdas/failures.ts';
import type { Ports } from '../../lambdas/ports.ts';
import type { StepName } from '../../lambdas/steps/index.ts';

/** Every function of a port that a step can call, by the port's name and its own. */
const operations = {
  vault: ['put', 'get', 'purge'],
  cases: ['get', 'replace', 'conversation', 'replaceConversation', 'spend'],
  archive: ['put', 'stage', 'get'],
  keys: ['caseKey', 'indexKey'],
  people: ['add'],
  models: ['converse'],
  policies: ['byHash'],
  scans: ['prompt', 'screening', 'answer', 'record'],
} as const;
const single = ['detectMedical', 'applyGuardrail', 'notify', 'keepTogether'] as const;

export type Operation = `${string}.${string}` | (typeof single)[number];
export type FaultKind = 'throws' | 'is down' | 'times out' | 'is malformed';
export const faultKinds: readonly FaultKind[] = ['throws', 'is down', 'times out', 'is malformed'];

/** What a broken service does. The error's text stands for content that must go nowhere. */
const faults: Readonly<Record<FaultKind, () => Promise<unknown>>> = {
  throws: () => Promise.reject(new TypeError('leak-of-a-fault@example.org')),
  'is down': () => Promise.reject(new Failure('Unavailable')),
  'times out': () => new Promise(() => undefined),
  'is malformed': () => Promise.resolve({ surprise: 'leak-of-a-fault@example.org' }),
};

type Call = (operation: Operation, step: StepName) => (() => Promise<unknown>) | undefined;
type Any = (...parameters: unknown[]) => Promise<unknown>;

/** The ports of one step, each call of which `instead` may replace. */
function tapped(ports: Ports, step: StepName, instead: Call): Ports {
  const tap =
    (operation: Operation, real: Any): Any =>
    (...parameters) =>
      (instead(operation, step) ?? (() => real(...parameters)))();
  const whole = Object.fromEntries(
    Object.entries(operations).map(([port, names]) => {
      const real = ports[port as keyof typeof operations] as unknown as Record<string, Any>;
      const replaced = Object.fromEntries(
        names.map((name) => [name, tap(`${port}.${name}`, real[name] as Any)]),
      );
      return [port, { ...real, ...replaced }];
    }),
  );
  const { stage } = whole['archive'] as { stage: Any };
  // What is staged is locked later: a call of its own.
  const staging = async (...parameters: unknown[]) => {
    const staged = (await stage(...parameters)) as { lock: Any };
    return { ...staged, lock: tap('archive.lock', staged.lock) };
  };
  const archive = { ...whole['archive'], stage: staging };
  const alone = Object.fromEntries(
    single.filter((name) => ports[name] !== undefined).map((name) => [name, tap(name, ports[name] as Any)]),
  );
  return { ...ports, ...whole, archive, ...alone } as Ports;
}

/** Notes which step calls what: the rows of the fault table are what really happens. */
export const noting =
  (seen: Set<string>) =>
  (ports: Ports, step: StepName): Ports =>
    tapped(ports, step, (operation) => {
      seen.add(`${step} ${operation}`);
      return undefined;
    });

/** One operation broken in one step, for as long as `on` says. `hung` is told of a call that will never return. */
export const breaking =
  (where: { step: StepName; operation: Operation; kind: FaultKind; on: () => boolean; hung: () => void }) =>
  (ports: Ports, step: StepName): Ports =>
    tapped(ports, step, (operation, at) => {
      if (!where.on() || at !== where.step || operation !== where.operation) return undefined;
      if (where.kind === 'times out') where.hung();
      return faults[where.kind];
    });
