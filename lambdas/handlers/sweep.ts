// SPDX-License-Identifier: Apache-2.0
import { archive, cases, custodian, keys, notify, people, policies, vault, workflow } from '../aws/ports.ts';
import type { Ports } from '../ports.ts';
import { handleTask } from '../runtime/task.ts';
import { sweep } from '../steps/sweep.ts';
import { afterExecution } from '../runtime/after-execution.ts';

/** An execution that has just ended badly is looked after at once; the minute's sweep leaves alone what still moves. */
const sweeping = (ports: Ports) => (event: unknown) =>
  sweep(ports)(afterExecution(event) ? { quiet: 0 } : {});
const openers = [archive, cases, custodian, keys, notify, people, policies, vault, workflow];

export const handler = handleTask('sweep', sweeping, openers);
