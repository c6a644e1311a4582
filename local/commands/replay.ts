// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CustodyReason } from '../../lambdas/records/custody.ts';
import type { ReasonCode } from '../../lambdas/records/reason.ts';
import { type Change, changes } from '../../lambdas/screening/replay.ts';
import { lockTenantEvent } from '../../lambdas/steps/record-event.ts';
import { userNamed } from '../identity/users.ts';
import { type LocalPorts, openLocalPorts } from '../ports.ts';
import {
  type Obstacle,
  obstacles,
  type ReplayedCase,
  type ReplayedFor as Officers,
  replayArchive,
} from '../replay-archive.ts';
import { dataFolder, Refused } from './caller.ts';
import { policiesFolder, policyOf } from './policy-of.ts';
import { table } from './print.ts';
import { exitCodes, UsageError } from './usage-error.ts';

export type ReplayFlags = Readonly<{
  json: boolean;
  limit?: number;
  reason: CustodyReason;
  as: string;
  second?: string;
}>;
type Kind = Change | Obstacle;
const kinds: readonly Kind[] = [...changes, ...obstacles];
const words: Readonly<Record<Kind, string>> = {
  'newly-blocked': 'newly blocked (proved)',
  'newly-held': 'newly held (proved)',
  'no-longer-blocked': 'held instead of blocked (not proved)',
  'no-longer-held': 'no longer held (not proved)',
  unchanged: 'unchanged',
  erased: 'not replayable: key erased',
  'not-allowed': 'not replayable: its policy forbids it, or wants a second officer',
  'no-sealed-text': 'not replayable: no sealed text',
  unreadable: 'not replayable: unreadable',
};
const note =
  'Not proved: the archived text is de-identified. What only the identities, another service or chance could show is not looked for again.';

/** What is counted, however many cases there are: per kind, and per reason of that kind. */
type Counts = Map<Kind, { cases: number; reasons: Map<ReasonCode, number> }>;

function count(counts: Counts, each: ReplayedCase): Kind {
  const kind = each.obstacle ?? each.replayed.change;
  const entry = counts.get(kind) ?? { cases: 0, reasons: new Map<ReasonCode, number>() };
  entry.cases += 1;
  if (each.obstacle === undefined && kind !== 'unchanged')
    for (const code of each.replayed.reasons) entry.reasons.set(code, (entry.reasons.get(code) ?? 0) + 1);
  counts.set(kind, entry);
  return kind;
}

/** One line a case that is not as it was. */
function lineOf(each: ReplayedCase, kind: Kind, json: boolean): string | undefined {
  if (kind === 'unchanged') return undefined;
  const { caseId } = each;
  if (each.obstacle !== undefined)
    return json ? JSON.stringify({ caseId, obstacle: each.obstacle }) : `${caseId}  ${words[kind]}`;
  const { reasons, before, after } = each.replayed;
  return json
    ? JSON.stringify({ caseId, ...each.replayed })
    : `${caseId}  ${before} → ${after}  ${words[kind]}: ${reasons.join(', ')}`;
}

function summaryOf(counts: Counts, json: boolean, cut: boolean): string {
  const entries = kinds.map((kind) => [kind, counts.get(kind)] as const);
  if (json)
    return JSON.stringify({
      counts: Object.fromEntries(entries.map(([kind, entry]) => [kind, entry?.cases ?? 0])),
      reasons: Object.fromEntries(
        entries.flatMap(([kind, entry]) =>
          entry === undefined || entry.reasons.size === 0 ? [] : [[kind, Object.fromEntries(entry.reasons)]],
        ),
      ),
      complete: !cut,
      note,
    });
  const rows = entries.map(([kind, entry]) => [
    words[kind],
    entry?.cases ?? 0,
    [...(entry?.reasons ?? [])].map(([code, times]) => `${code} ${times}`).join(', '),
  ]);
  return [
    table(['change', 'cases', 'reasons'], rows),
    note,
    ...(cut ? ['It stopped at the limit: there are more cases.'] : []),
  ].join('\n');
}

async function opened(folder: string): Promise<LocalPorts> {
  if (!existsSync(join(folder, 'keys.sqlite')))
    throw new UsageError(`There is no data in ${folder}: AIRLOCK_DATA names the folder.`);
  try {
    return await openLocalPorts({ folder, policies: policiesFolder() });
  } catch (error) {
    const why = error instanceof Error ? error.message : 'The data folder cannot be opened.';
    throw new Refused(`${why} The replay needs the data folder for itself.`, exitCodes.failed);
  }
}

/** The officers who want it: of one tenant, and two different people. @throws UsageError */
function officersOf({ as, second }: ReplayFlags): Officers {
  const officer = (name: string) => {
    const user = userNamed(name);
    if (user?.groups.includes('compliance') !== true)
      throw new UsageError(`${name} is no compliance officer: replaying opens archived cases.`);
    return user;
  };
  const first = officer(as);
  if (second === undefined) return { tenantId: first.tenantId, officers: 1 };
  if (second === as || officer(second).tenantId !== first.tenantId)
    throw new UsageError('The second officer must be another person of the same tenant.');
  return { tenantId: first.tenantId, officers: 2 };
}

/**
 * `airlock policy replay`: what a policy would have done to the archived cases of its name.
 * @throws UsageError, Refused when another process has the data folder
 */
export async function replay(file: string, flags: ReplayFlags): Promise<void> {
  const { json, limit = Infinity, as, second, reason } = flags;
  const policy = policyOf(file);
  const folder = dataFolder();
  const officers = officersOf(flags);
  const ports = await opened(folder);
  try {
    // On record before anything is opened.
    await lockTenantEvent(ports, {
      eventId: ports.newId(),
      tenantId: officers.tenantId,
      kind: 'replayed',
      at: ports.clock(),
      by: as,
      ...(second === undefined ? {} : { second }),
      reason,
      question: policy.id,
    });
    const counts: Counts = new Map();
    let [seen, cut] = [0, false];
    for await (const each of replayArchive(ports, folder, policy, officers)) {
      if (seen === limit) {
        cut = true;
        break;
      }
      seen += 1;
      const line = lineOf(each, count(counts, each), json);
      if (line !== undefined) process.stdout.write(`${line}\n`);
    }
    process.stdout.write(`${summaryOf(counts, json, cut)}\n`);
  } finally {
    ports.close();
  }
}
