// SPDX-License-Identifier: Apache-2.0
import { diskCode } from './disk.ts';

/** The code of the system or of SQLite: of an error, or of the one that it comes from. */
const codeOf = (thrown: unknown): string | undefined =>
  diskCode(thrown) ?? (thrown instanceof Error ? diskCode(thrown.cause) : undefined);

/** Why the server cannot start, as a sentence for the terminal that says what to do. */
export function cannotStart(thrown: unknown, { folder, port }: { folder: string; port: number }): string {
  switch (codeOf(thrown)) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what uses it, or set AIRLOCK_PORT to another one.`;
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return `There is no room on the disk of ${folder}. Nothing that was accepted is lost: make room, and start again.`;
    default:
      return thrown instanceof Error ? thrown.message : 'It could not be started.';
  }
}
