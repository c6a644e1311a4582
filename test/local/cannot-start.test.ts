// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { cannotStart } from '../../local/cannot-start.ts';
import { serverUrl } from '../../local/identity/address.ts';
import { setting } from '../../local/setting.ts';
import { StorageUnavailable } from '../../local/storage-unavailable.ts';

const where = { folder: '/data/airlock', port: 8787 };
const coded = (code: string) => Object.assign(new Error(`${code}: of the system`), { code });

describe('a server that cannot start', () => {
  it.each<[string, unknown, RegExp]>([
    ['a port that is taken', coded('EADDRINUSE'), /^Port 8787 is in use\. .*AIRLOCK_PORT/],
    ['a full disk, of a file', coded('ENOSPC'), /^There is no room on the disk of \/data\/airlock\./],
    [
      'a full disk, of the database',
      new StorageUnavailable('SQLITE_FULL', undefined),
      /^There is no room .* Nothing that was accepted is lost/,
    ],
    [
      'a full disk, of something that failed for it',
      new Error('/data/airlock cannot be used as the data folder: ENOSPC.', { cause: coded('ENOSPC') }),
      /^There is no room/,
    ],
    [
      'what has a sentence of its own',
      new Error('The policies cannot be used.'),
      /^The policies cannot be used\.$/,
    ],
    ['what is no error', 'text', /^It could not be started\.$/],
  ])('says what to do: %s', (_what, thrown, said) => {
    expect(cannotStart(thrown, where)).toMatch(said);
  });
});

describe('a setting', () => {
  it('that is set to nothing is not set', () => {
    expect(setting('AIRLOCK_DATA', { AIRLOCK_DATA: '' })).toBeUndefined();
    expect(setting('AIRLOCK_DATA', {})).toBeUndefined();
    expect(setting('AIRLOCK_DATA', { AIRLOCK_DATA: 'here' })).toBe('here');
    expect(serverUrl('/nowhere', { AIRLOCK_PORT: '' })).toBe('http://127.0.0.1:8787');
    expect(serverUrl('/nowhere', { AIRLOCK_PORT: '9999' })).toBe('http://127.0.0.1:9999');
  });
});
