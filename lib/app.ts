// SPDX-License-Identifier: Apache-2.0
import { App } from 'aws-cdk-lib';
import { GatewayStack } from './gateway-stack.ts';

const app = new App();
new GatewayStack(app, 'PromptAirlockGateway', {
  description: 'prompt-airlock: the workflow that every request goes through',
});
app.synth();
