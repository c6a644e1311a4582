// SPDX-License-Identifier: Apache-2.0
export { readPolicy, type ReadPolicy } from '../lambdas/policy-file.ts';
