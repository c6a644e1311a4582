// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { z } from 'zod';
import { custodyReasons } from '../../lambdas/records/custody.ts';
import { callerFor } from './caller.ts';
import { print } from './print.ts';

type Options = Readonly<{ reason: string; text: string; confirm?: string; as: string; json: boolean }>;

const AskedSchema = z.looseObject({ ask: z.string(), until: z.string(), askedBy: z.string() });
const actions = [
  ['hold', 'PUT', 'legal-hold', 'Put a case under legal hold: it can be neither erased nor disposed of.'],
  ['release-hold', 'DELETE', 'legal-hold', 'Lift the legal hold of a case.'],
  ['unseal', 'POST', 'unseal', 'Open what is sealed of a case.'],
  ['erase', 'POST', 'erase', 'Destroy the key of a case: the person is gone, record and chain stay.'],
] as const;

const say = (name: string, caseId: string, answer: unknown): string => {
  const asked = AskedSchema.safeParse(answer);
  if (!asked.success) return JSON.stringify(answer, null, 1);
  const { ask, until } = asked.data;
  return `Asked for. Until ${until} another officer can confirm it:\n  npx airlock archive ${name} ${caseId} --confirm ${ask} --as clara --reason … --text …`;
};

/** `archive hold`, `release-hold`, `unseal`, `erase`: one officer asks, another confirms. */
export function addCustodyCommands(archive: Command): void {
  for (const [name, method, path, description] of actions)
    archive
      .command(name)
      .description(`${description} Takes two officers: one asks, another confirms within the hour.`)
      .argument('<case>')
      .requiredOption('--reason <code>', `why: ${custodyReasons.join(', ')}`)
      .requiredOption('--text <words>', 'why, in words; archived, so without identifiers')
      .option('--confirm <id>', 'what another officer has asked for')
      .option('--as <person>', 'who asks or confirms', 'conrad')
      .option('--json', 'print JSON', false)
      .action(async (caseId: string, { reason, text, confirm, as, json }: Options) => {
        const call = await callerFor(as);
        const answer = await call(method, `/v1/archive/cases/${encodeURIComponent(caseId)}/${path}`, {
          body: { reason, text, ...(confirm === undefined ? {} : { confirm }) },
        });
        print(json, answer, () => say(name, caseId, answer));
      });
}
