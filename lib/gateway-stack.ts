// SPDX-License-Identifier: Apache-2.0
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { AirlockWorkflow } from './workflow.ts';

/** The stateless side. So far: the workflow. Its functions, the API and the stores are named in README, "AWS". */
export class GatewayStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const key = new Key(this, 'WorkflowKey', {
      enableKeyRotation: true,
      description: 'Encrypts workflow state, history and logs',
    });
    const workflow = new AirlockWorkflow(this, 'Workflow', { key, functionPrefix: 'prompt-airlock' });
    new CfnOutput(this, 'WorkflowArn', { value: workflow.stateMachine.stateMachineArn });
  }
}
