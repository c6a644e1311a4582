// SPDX-License-Identifier: Apache-2.0
import { archive, cases, custodian, keys, notify, people, policies, vault, workflow } from '../aws/ports.ts';
import { handleTask } from '../runtime/task.ts';
import { sweep } from '../steps/sweep.ts';

const openers = [archive, cases, custodian, keys, notify, people, policies, vault, workflow];

export const handler = handleTask('sweep', (ports) => () => sweep(ports)(), openers);
