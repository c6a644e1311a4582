// SPDX-License-Identifier: Apache-2.0
export { idsFrom, systemClock, systemRandomBytes } from '../lambdas/sources.ts';
