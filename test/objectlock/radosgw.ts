// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../product/process.ts';
import { configuration } from './configuration.ts';

const run = promisify(execFile);
const programs = ['monmaptool', 'ceph', 'ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin'];
const wanted =
  'an S3 server with Object Lock is needed: ' +
  'apt-get install --no-install-recommends radosgw ceph-mon ceph-osd ceph-common libfaketime';

/** What lets the gateway's clock be turned, and nothing else's. Throws when something is not installed. */
function clockLibrary(): string {
  const folders = (process.env['PATH'] ?? '').split(':');
  const missing = programs.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  const [library] = globSync('/usr/lib{,/*}/faketime/libfaketimeMT.so.1');
  if (missing.length > 0 || library === undefined)
    throw new Error(
      `${[...missing, ...(library === undefined ? ['libfaketime'] : [])].join(', ')}: ${wanted}`,
    );
  return library;
}

export type Gateway = Readonly<{
  url: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Lets the gateway's clock stand at a moment, in milliseconds since 1970. */
  setNow: (now: number) => void;
  close: () => Promise<void>;
}>;

/**
 * Starts Debian's S3 server, in a folder of its own, with one user who may do everything.
 * @param now where its clock stands first
 */
export async function startGateway(now: number): Promise<Gateway> {
  const library = clockLibrary();
  const folder = mkdtempSync(join(tmpdir(), 'airlock-radosgw-'));
  const at = (name: string) => join(folder, name);
  const children: ChildProcess[] = [];
  const close = async () => {
    const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const exits = running.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(exits);
    rmSync(folder, { recursive: true, force: true });
  };
  const setNow = (moment: number) => {
    // It is read at every look at the clock: it must never be half there.
    writeFileSync(at('next'), new Date(moment).toISOString().replace('T', ' ').replace('Z', ''));
    renameSync(at('next'), at('clock'));
  };
  const [monitorPort, gatewayPort] = [await freePort(), await freePort()];
  const [cluster, store] = [randomUUID(), randomUUID()];
  for (const name of ['mon', 'osd', 'rgw']) mkdirSync(at(name));
  writeFileSync(at('ceph.conf'), configuration({ folder, cluster, monitorPort, gatewayPort }));
  const environment = { PATH: process.env['PATH'], TZ: 'UTC', CEPH_ARGS: `--conf ${at('ceph.conf')}` };
  const start = (program: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    children.push(spawn(program, ['-f', ...args], { env: { ...environment, ...more }, stdio: 'ignore' }));
  const once = (program: string, ...args: string[]) =>
    run(program, args, { env: environment, timeout: 60_000 });
  const url = `http://127.0.0.1:${gatewayPort}`;
  const [accessKeyId, secretAccessKey] = ['archive-officer', randomUUID()];

  const startAll = async () => {
    await once(
      'monmaptool',
      '--create',
      '--fsid',
      cluster,
      '--addv',
      'a',
      `[v2:127.0.0.1:${monitorPort}]`,
      at('map'),
    );
    await once('ceph-mon', '-i', 'a', '--mkfs', '--monmap', at('map'));
    start('ceph-mon', ['-i', 'a']);
    await once('ceph', 'osd', 'new', store, '0');
    await once('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', store);
    start('ceph-osd', ['-i', '0']);
    const keys = ['--access-key', accessKeyId, '--secret-key', secretAccessKey];
    await once('radosgw-admin', 'user', 'create', '--uid', 'officer', '--display-name', 'officer', ...keys);
    setNow(now);
    start('radosgw', ['-n', 'client.rgw'], {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: at('clock'),
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    });
    for (let left = 120; ; left -= 1) {
      const answer = await fetch(url).catch(() => undefined);
      if (answer?.ok === true) return;
      if (left === 0) throw new Error('radosgw does not answer');
      await wait(250);
    }
  };
  try {
    await startAll();
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return { url, accessKeyId, secretAccessKey, setNow, close };
}
