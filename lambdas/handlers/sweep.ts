// SPDX-License-Identifier: Apache-2.0
import { awsTenants } from '../aws/deployment.ts';
import {
  archive,
  cases,
  catalogueFiles,
  custodian,
  keys,
  notify,
  people,
  policies,
  sealed,
  vault,
  workflow,
} from '../aws/ports.ts';
import { sweeping } from '../runtime/sweeping.ts';
import { handleTask } from '../runtime/task.ts';
import { sweep } from '../steps/sweep.ts';

const openers = [
  archive,
  cases,
  catalogueFiles,
  custodian,
  keys,
  notify,
  people,
  policies,
  sealed,
  vault,
  workflow,
];

export const handler = handleTask('sweep', sweeping(sweep, awsTenants()), openers);
