// SPDX-License-Identifier: Apache-2.0
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { AirlockFunctions } from './gateway/airlock-functions.ts';
import { Api } from './gateway/api.ts';
import { DeadLetters } from './gateway/dead-letters.ts';
import { DeploymentChecks } from './gateway/deployment-checks.ts';
import { Firewall } from './gateway/firewall.ts';
import { Guardrails } from './gateway/guardrails.ts';
import { Notifications } from './gateway/notifications.ts';
import { PlatformRoles } from './gateway/platform-roles.ts';
import { Published } from './gateway/published.ts';
import { Sweeps } from './gateway/sweeps.ts';
import { TestCases } from './gateway/test-cases.ts';
import { Tenants } from './gateway/tenants.ts';
import { WebConsole } from './gateway/web-console.ts';
import { AirlockWorkflow } from './gateway/workflow.ts';
import type { RecordStack } from './record-stack.ts';
import type { Settings } from './settings.ts';
import { Watch } from './watch/watch.ts';

export type GatewayStackProps = StackProps & Readonly<{ settings: Settings; record: RecordStack }>;

/** The stateless side: it can be deleted and deployed again, and nothing is lost but the time it takes. */
export class GatewayStack extends Stack {
  constructor(scope: Construct, id: string, { settings, record, ...props }: GatewayStackProps) {
    super(scope, id, props);
    this.addStackDependency(record, 'Stores, keys and logs are named, not referred to');
    const { stage } = settings;
    const { keys, logs, signIn } = record;
    // By its ARN: what is granted here may not change what is kept there.
    const key = Key.fromKeyArn(this, 'WorkKey', keys.work.keyArn);
    const deadLetters = new DeadLetters(this, 'DeadLetters', { stage, key });
    const notifications = new Notifications(this, 'Notifications', { settings, key, deadLetters });
    const guardrails = new Guardrails(this, 'Guardrails', { settings });
    const resources = {
      ...record.resources,
      guardrails: guardrails.byPolicy,
      modelGuardrail: guardrails.ofModels,
    };
    const functions = new AirlockFunctions(this, 'Functions', {
      settings,
      resources,
      place: record.place,
      deadLetters,
    });
    const workflow = new AirlockWorkflow(this, 'Workflow', {
      stage,
      key,
      logs: logs.others.workflow,
      functions: functions.byName,
    });
    new Sweeps(this, 'Sweeps', {
      sweep: functions.named('sweep').fn,
      seal: functions.named('seal-archive').fn,
      stateMachineArn: workflow.stateMachine.stateMachineArn,
      deadLetters,
    });
    new TestCases(this, 'TestCases', {
      bus: notifications.bus,
      seed: functions.named('seed-review').fn,
      deadLetters,
    });
    const endpoint = record.network?.endpoints.api;
    const api = new Api(this, 'Api', {
      settings,
      functions: functions.byName,
      userPoolArn: signIn.pool.userPoolArn,
      scope: signIn.scope.scopeName,
      logs: logs.others.api,
      ...(endpoint === undefined ? {} : { endpoint }),
    });
    const { rest } = api;
    new Firewall(this, 'Firewall', {
      settings,
      stageArn: rest.deploymentStage.stageArn,
      logs: logs.others.firewall,
    });
    const tenants = new Tenants(this, 'Tenants', {
      settings,
      api: rest,
      pool: signIn.pool,
      scope: signIn.scope,
    });
    new Published(this, 'Published', {
      settings,
      publish: functions.named('publish-policies').fn,
      clients: tenants.clients,
    });
    new DeploymentChecks(this, 'Preflight', { settings, preflight: functions.named('preflight').fn });
    if (settings.console.enabled) new WebConsole(this, 'Console', { settings, api: rest, record, key });
    new PlatformRoles(this, 'PlatformRoles', { settings, resources });
    new Watch(this, 'Watch', {
      settings,
      resources,
      notifications,
      functions,
      workflow,
      api: rest,
      deadLetters,
      eventLog: logs.others.events,
    });
    new CfnOutput(this, 'ApiUrl', { value: rest.url });
    new CfnOutput(this, 'WorkflowArn', { value: workflow.stateMachine.stateMachineArn });
  }
}
