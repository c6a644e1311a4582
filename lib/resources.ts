// SPDX-License-Identifier: Apache-2.0

/** Everything that functions are granted something on, by ARN or name. */
export type Resources = Readonly<{
  region: string;
  account: string;
  vault: Readonly<{ bucket: string; keyArn: string }>;
  archive: Readonly<{ bucket: string; keyArn: string }>;
  heads: Readonly<{ bucket: string }>;
  exports: Readonly<{ bucket: string }>;
  catalogue: Readonly<{ bucket: string; database: string; workgroup: string }>;
  tables: Readonly<
    Record<'cases' | 'caseKeys' | 'seals' | 'control', Readonly<{ name: string; arn: string }>>
  >;
  /** Of rows without text, workflow state and logs; of case keys; of seals. */
  workKeyArn: string;
  caseKeysKeyArn: string;
  /** Oldest first: the last one signs. */
  signingKeyArns: readonly string[];
  stateMachineArn: string;
  bus: Readonly<{ name: string; arn: string }>;
  /** By policy; and the one that models may only be called with. */
  guardrails: Readonly<Record<string, Guardrail>>;
  modelGuardrail: Guardrail;
  models: readonly ModelAccess[];
}>;

export type Guardrail = Readonly<{ id: string; arn: string; version: string }>;
/** ARNs of models, and the inference profile that alone may lead to them, where there is one. */
export type ModelAccess = Readonly<{ on: readonly string[]; profile?: string }>;
