// SPDX-License-Identifier: Apache-2.0
export { type BoundedMap, boundedMap } from '../lambdas/bounded-map.ts';
