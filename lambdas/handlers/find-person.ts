// SPDX-License-Identifier: Apache-2.0
import { findPerson } from '../api/find-person.ts';
import { archive, cases, keys, people, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('find-person', findPerson, [archive, cases, keys, people, policies]);
