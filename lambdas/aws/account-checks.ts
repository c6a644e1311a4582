// SPDX-License-Identifier: Apache-2.0
import {
  BedrockClient,
  GetAccountDataRetentionCommand,
  GetFoundationModelCommand,
  GetModelInvocationLoggingConfigurationCommand,
} from '@aws-sdk/client-bedrock';
import { GetMacieSessionCommand, Macie2Client } from '@aws-sdk/client-macie2';
import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { errorName } from './asking.ts';
import type { Connection } from './connection.ts';

export type Expected = Readonly<{
  /** Ids of models, with their geography in front where they are called through a profile. */
  models: readonly string[];
  macie: 'on' | 'off';
  /** What acceptance lets in. */
  charactersPerSecond: number;
}>;

/** A model's own id: what a profile's id is without its geography. */
const ownId = (id: string) => id.replace(/^(?:us|eu|apac|global)\.(?=[a-z0-9]+\.)/, '');
const cannot = (what: string, thrown: unknown) =>
  `${what} could not be looked at (${errorName(thrown) || 'no answer'}). Let the preflight's role do it, and deploy again.`;

/**
 * Looks at the account before anything is relied on.
 * @returns a sentence for everything that is not as it has to be, with what to do; none where all is well
 */
export async function checkAccount({ own }: Connection, expected: Expected): Promise<string[]> {
  const [bedrock, macie, quotas] = [
    new BedrockClient(own),
    new Macie2Client(own),
    new ServiceQuotasClient(own),
  ];
  const check = async (what: string, work: () => Promise<string | undefined>) =>
    work().catch((thrown: unknown) => cannot(what, thrown));

  const retention = () =>
    check('How long Bedrock keeps prompts', async () => {
      const { mode } = await bedrock.send(new GetAccountDataRetentionCommand({}));
      return mode === 'none'
        ? undefined
        : `Bedrock may keep what models are sent (data retention mode ${mode ?? 'unknown'}). Set it to none for this account and Region.`;
    });
  const logging = () =>
    check('Whether Bedrock logs invocations', async () => {
      const { loggingConfig } = await bedrock.send(new GetModelInvocationLoggingConfigurationCommand({}));
      return loggingConfig === undefined || loggingConfig.textDataDeliveryEnabled === false
        ? undefined
        : 'Bedrock writes prompts and answers of this account and Region into a log, also what its guardrail masks. Turn text delivery of model invocation logging off.';
    });
  const model = (id: string) =>
    check(`Model ${id}`, async () => {
      const command = new GetFoundationModelCommand({ modelIdentifier: ownId(id) });
      const { modelDetails } = await bedrock.send(command);
      return modelDetails?.modelLifecycle?.status === 'LEGACY'
        ? `Model ${id} is going to be withdrawn. Name another in models.`
        : undefined;
    });
  const session = () =>
    check('Macie', async () => {
      if (expected.macie === 'off') return undefined;
      const { status } = await macie.send(new GetMacieSessionCommand({}));
      return status === 'ENABLED'
        ? undefined
        : 'Macie is not enabled. Enable it, or write macie.session "create".';
    });
  const characters = () =>
    check('Quotas of Comprehend Medical', async () => {
      for await (const { Quotas = [] } of paginateListServiceQuotas(
        { client: quotas },
        { ServiceCode: 'comprehendmedical' },
      ))
        for (const { QuotaName = '', Value = 0 } of Quotas)
          if (
            /DetectPHI/i.test(QuotaName) &&
            /character/i.test(QuotaName) &&
            Value < expected.charactersPerSecond
          )
            return `Comprehend Medical takes ${Value} characters a second, but ${expected.charactersPerSecond} are let in. Raise the quota, or lower detection.charactersPerSecond.`;
      return undefined;
    });

  const all = await Promise.all([
    retention(),
    logging(),
    session(),
    characters(),
    ...expected.models.map(model),
  ]);
  return all.filter((sentence) => sentence !== undefined);
}
