// SPDX-License-Identifier: Apache-2.0
import { sealArchive as operation } from '../api/archive-seals.ts';
import { archive, chain } from '../aws/ports.ts';
import { either } from '../runtime/either.ts';
import { handleOperation } from '../runtime/operation.ts';
import { handleTask } from '../runtime/task.ts';
import { sealArchive } from '../steps/seal-archive.ts';

const name = 'seal-archive';
const openers = [archive, chain];

export const handler = either(
  handleOperation(name, operation, openers),
  handleTask(name, sealArchive, openers),
);
