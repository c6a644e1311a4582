// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files below a folder. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** A secret as it could stand in a file: plain, UTF-16, hex, URL form, and base64 whichever byte it begins at. */
function forms(secret: Buffer): Buffer[] {
  const text = secret.toString('utf8');
  // What surrounds the secret decides base64's first and last characters: those are left out.
  const base64 = [0, 1, 2].flatMap((shift) =>
    (['base64', 'base64url'] as const).map((encoding) =>
      Buffer.concat([Buffer.alloc(shift), secret])
        .toString(encoding)
        .replace(/=+$/, '')
        .slice(shift === 0 ? 0 : shift + 1, -2),
    ),
  );
  return [
    secret,
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    ...[
      secret.toString('hex'),
      secret.toString('hex').toUpperCase(),
      encodeURIComponent(text),
      ...base64,
    ].map((form) => Buffer.from(form)),
  ];
}

/** The files below a folder that hold one of the secrets in one of its forms, contents and names both. */
export function filesWith(folder: string, secrets: readonly (string | Uint8Array)[]): string[] {
  const wanted = secrets.flatMap((secret) => forms(Buffer.from(secret as string)));
  return filesBelow(folder).filter((path) => {
    const bytes = Buffer.concat([Buffer.from(path), readFileSync(path)]);
    return wanted.some((form) => bytes.includes(form));
  });
}
