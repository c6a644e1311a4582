// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../../lambdas/failures.ts';
import type { Ports } from '../../lambdas/ports.ts';

/** A function of a port, by the port's name and its own; of a port that is one function, by that name. */
export type Operation = string;
export type FaultKind = 'throws' | 'is down' | 'times out' | 'is malformed';
export const faultKinds: readonly FaultKind[] = ['throws', 'is down', 'times out', 'is malformed'];

/** What a broken service does. The error's text stands for content that must go nowhere. */
const faults: Readonly<Record<FaultKind, () => Promise<unknown>>> = {
  throws: () => Promise.reject(new TypeError('leak-of-a-fault@example.org')),
  'is down': () => Promise.reject(new Failure('Unavailable')),
  'times out': () => new Promise(() => undefined),
  'is malformed': () => Promise.resolve({ surprise: 'leak-of-a-fault@example.org' }),
};

/** What no service answers: the clock, randomness, and what is known in this process. Everything else can break. */
const noService = new Set([
  'clock',
  'randomBytes',
  'newId',
  'models.serves',
  'policies.ids',
  'policies.current',
]);

type Call = (operation: Operation) => (() => Promise<unknown>) | undefined;
type Any = (...parameters: unknown[]) => Promise<unknown>;

/** The ports, each call of which `instead` may replace: whatever ports there are, none is left out. */
function tapped(ports: Ports, instead: Call): Ports {
  const tap = (operation: Operation, real: Any): Any =>
    noService.has(operation)
      ? real
      : (...parameters) => (instead(operation) ?? (() => real(...parameters)))();
  const whole = Object.entries(ports).map(([port, real]: [string, unknown]): [string, unknown] => {
    if (typeof real === 'function') return [port, tap(port, real as Any)];
    if (typeof real !== 'object' || real === null) return [port, real];
    const each = Object.entries(real).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'function' ? tap(`${port}.${name}`, value as Any) : value,
    ]);
    return [port, Object.fromEntries(each)];
  });
  const { archive, ...others } = Object.fromEntries(whole) as Ports;
  const { stage } = archive;
  if (stage === undefined) return { ...others, archive };
  // What is staged is locked later: a call of its own.
  const staging: typeof stage = async (...parameters) => {
    const staged = await stage(...parameters);
    return { ...staged, lock: tap('archive.lock', staged.lock) as typeof staged.lock };
  };
  return { ...others, archive: { ...archive, stage: staging } };
}

/** Says in which state of the workflow the case is. */
export type StateNow = () => string;

/** Notes which state calls what: the rows of the fault table are what really happens. */
export const noting =
  (seen: Set<string>, state: StateNow) =>
  (ports: Ports): Ports =>
    tapped(ports, (operation) => {
      seen.add(`${state()} ${operation}`);
      return undefined;
    });

export type Fault = Readonly<{ state: string; operation: Operation; kind: FaultKind; on: () => boolean }>;

/** One operation broken in one state, for as long as `on` says. `hung` is told of a call that will never return. */
export const breaking =
  (fault: Fault, state: StateNow, hung: () => void) =>
  (ports: Ports): Ports =>
    tapped(ports, (operation) => {
      if (operation !== fault.operation || !fault.on() || state() !== fault.state) return undefined;
      if (fault.kind === 'times out') hung();
      return faults[fault.kind];
    });
