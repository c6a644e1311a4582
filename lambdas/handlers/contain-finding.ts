// SPDX-License-Identifier: Apache-2.0
import { awsFindings } from '../aws/deployment.ts';
import { archive, cases, catalogueFiles, keys, notify, policies } from '../aws/ports.ts';
import { containMacieFinding } from '../runtime/contain-macie-finding.ts';
import { handleTask } from '../runtime/task.ts';
import { containFinding } from '../steps/contain-finding.ts';

const openers = [archive, cases, catalogueFiles, keys, notify, policies];

export const handler = handleTask(
  'contain-finding',
  containMacieFinding(awsFindings(), containFinding),
  openers,
);
