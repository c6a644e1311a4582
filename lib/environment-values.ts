// SPDX-License-Identifier: Apache-2.0
import type { Environment, Variable } from '../lambdas/environment.ts';
import { environmentFor, type FunctionName, functions } from '../lambdas/uses.ts';
import { modelId } from './models.ts';
import { tenantRoleArnOf } from './names.ts';
import type { Resources } from './resources.ts';
import type { Settings } from './settings.ts';
import type { Construct } from 'constructs';

/** Every variable that a function can be given, and its value in this deployment. */
function valuesFor(
  scope: Construct,
  name: FunctionName,
  { settings, resources: r }: { settings: Settings; resources: Resources },
): Environment {
  const versioned = ({ id, version }: { id: string; version: string }) => ({ id, version });
  const guardrails = Object.entries(r.guardrails).map(([policy, each]) => [policy, versioned(each)] as const);
  return {
    TENANT_ROLE_ARN: tenantRoleArnOf(scope, settings.stage, name),
    VAULT_BUCKET: r.vault.bucket,
    VAULT_KEY_ARN: r.vault.keyArn,
    ARCHIVE_BUCKET: r.archive.bucket,
    ARCHIVE_KEY_ARN: r.archive.keyArn,
    HEADS_BUCKET: r.heads.bucket,
    CASES_TABLE: r.tables.cases.name,
    CASE_KEYS_TABLE: r.tables.caseKeys.name,
    CASE_KEYS_KEY_ARN: r.caseKeysKeyArn,
    BACKUP_DAYS: String(settings.backupDays),
    SEALS_TABLE: r.tables.seals.name,
    SIGNING_KEY_ARNS: JSON.stringify(r.signingKeyArns),
    CONTROL_TABLE: r.tables.control.name,
    STATE_MACHINE_ARN: r.stateMachineArn,
    EVENT_BUS_NAME: r.bus.name,
    GUARDRAILS: JSON.stringify(Object.fromEntries(guardrails)),
    MODEL_GUARDRAIL: JSON.stringify(versioned(r.modelGuardrail)),
    MODELS: JSON.stringify(settings.models.map(modelId)),
    MEDICAL: settings.detection.medical ? 'on' : 'off',
    CHECKS: settings.detection.checks ? 'on' : 'off',
    EFFORT: settings.detection.effort,
    RETENTION_MODE: settings.retention.mode,
    CHARACTERS_PER_SECOND: String(settings.detection.charactersPerSecond),
    TENANT_LIMITS: JSON.stringify(
      Object.fromEntries(
        settings.tenants.map(({ id, perSecond, burst, perDay }) => [id, { perSecond, burst, perDay }]),
      ),
    ),
    ATHENA_WORKGROUP: r.catalogue.workgroup,
    GLUE_DATABASE: r.catalogue.database,
    CATALOGUE_BUCKET: r.catalogue.bucket,
    TENANTS: JSON.stringify(settings.tenants.map(({ id }) => id)),
    STAGE: settings.stage,
  };
}

/** The variables of one function: what its uses need and nothing else. */
export function environmentOf(
  scope: Construct,
  name: FunctionName,
  given: { settings: Settings; resources: Resources },
): Record<string, string> {
  const values = valuesFor(scope, name, given);
  const needed: readonly Variable[] = environmentFor(functions[name].uses);
  return Object.fromEntries(['STAGE' as const, ...needed].map((each) => [each, values[each]]));
}
