// SPDX-License-Identifier: Apache-2.0
export { type Cursor, readCursor, writeCursor } from '../lambdas/cursor.ts';
