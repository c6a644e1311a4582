// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintKind } from '../../lambdas/archive/complaint.ts';
import {
  linesOf,
  readLeaf,
  readSeal,
  rootOfList,
  sealHash,
  signedPart,
  writeLeaves,
  writeSeal,
} from '../../lambdas/archive/seal.ts';
import { keyIdOf } from '../../lambdas/archive/signature.ts';
import { canonicalJson, sha256 } from '../../lambdas/records/digest.ts';
import { type Head, type Leaf, leavesKey, noSeal, type Seal, sealKey } from '../../lambdas/records/seal.ts';
import { exportArchive, exportedArchive, exportedKey } from '../../local/export-archive.ts';
import { verifyFolder } from '../../local/verify-folder.ts';
import { openSealedArchive, type SealedArchive } from './sealed-archive.ts';

let stage: SealedArchive;
let original: string;
let head: Head;
let publicKey: string;
/** Two cases in the first seal, two in the second with a hold on the third case, one in each of the last two. */
const cases: { caseId: string; record: string; sealed: string }[] = [];
let hold: string;

beforeAll(async () => {
  stage = await openSealedArchive();
  const add = async () => cases.push(await stage.addCase());
  await add();
  await add();
  await stage.seal();
  await add();
  await add();
  hold = await stage.addEvent(cases[2]!.caseId, 'hold-placed');
  for (const key of [cases[2]!.record, cases[2]!.sealed]) await stage.archive.setLegalHold(key, true);
  await stage.seal();
  await add();
  await stage.seal();
  await add();
  await stage.seal();
  original = join(stage.parent, 'original');
  exportArchive(stage.folder, original);
  head = (await stage.chain.readHead())!;
  publicKey = readFileSync(exportedKey(original), 'utf8');
});
afterAll(() => stage.remove());

/** An exported folder, to be tampered with. */
const place = (folder: string, key: string) => join(exportedArchive(folder), key);
const read = (folder: string, key: string) => readFileSync(place(folder, key));
function put(folder: string, key: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(place(folder, key)), { recursive: true });
  rmSync(place(folder, key), { force: true });
  writeFileSync(place(folder, key), bytes);
}
const change = (folder: string, key: string, how: (text: string) => string) =>
  put(folder, key, how(read(folder, key).toString()));
const remove = (folder: string, key: string) => {
  unlinkSync(place(folder, key));
  unlinkSync(place(folder, `${key}.lock`));
};
const relock = (folder: string, key: string, more: Record<string, unknown>) =>
  change(folder, `${key}.lock`, (text) => JSON.stringify({ ...(JSON.parse(text) as object), ...more }));
/** Object and lock made to agree, as somebody would who knows how the archive looks. */
const forge = (folder: string, key: string, bytes: Uint8Array) => {
  put(folder, key, bytes);
  relock(folder, key, { sha256: sha256(bytes), bytes: bytes.length });
};
const flip = (bytes: Buffer) => {
  const copy = Buffer.from(bytes);
  copy[20] = copy[20]! ^ 1;
  return copy;
};
const sealAt = (folder: string, sequence: number) => readSeal(read(folder, sealKey(sequence)))!;
/** Signs seals anew from one on, with a key of the forger's choice: each names the one before it again. */
function signOn(folder: string, from: number, key: KeyObject, edit: (seal: Seal) => Seal = (same) => same) {
  const id = keyIdOf(publicOf(key));
  for (let sequence = from; sequence <= 4; sequence += 1) {
    const previous = sequence === 1 ? noSeal : sealHash(read(folder, sealKey(sequence - 1)));
    const root = rootOfList(read(folder, leavesKey(sequence)).toString());
    const count = linesOf(read(folder, leavesKey(sequence)).toString()).length;
    const made = edit({ ...sealAt(folder, sequence), previous, root, count, keyId: id });
    const signature = sign('sha256', signedPart(made), key).toString('base64');
    put(folder, sealKey(sequence), writeSeal({ ...made, signature }));
  }
}
const publicOf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
const ownKey = () => createPrivateKey(readFileSync(join(stage.folder, 'seal-key.pem')));
const editList = (folder: string, sequence: number, edit: (leaves: Leaf[]) => Leaf[]) =>
  change(folder, leavesKey(sequence), (text) =>
    writeLeaves(edit(linesOf(text).map((line) => readLeaf(line)!))),
  );

type Line = readonly [
  what: string,
  tamper: (folder: string) => void,
  found: readonly (readonly [ComplaintKind, () => string])[],
];
const record = (index: number) => () => cases[index]!.record;
const sealed = (index: number) => () => cases[index]!.sealed;
const seal = (sequence: number) => () => sealKey(sequence);
const list = (sequence: number) => () => leavesKey(sequence);

const table: readonly Line[] = [
  [
    'flip a bit of a record',
    (f) => put(f, cases[0]!.record, flip(read(f, cases[0]!.record))),
    [['changed', record(0)]],
  ],
  [
    'flip a bit of a sealed object',
    (f) => put(f, cases[1]!.sealed, flip(read(f, cases[1]!.sealed))),
    [['changed', sealed(1)]],
  ],
  [
    'rewrite a record and its lock to match',
    (f) => forge(f, cases[3]!.record, Buffer.from('{"outcome":"released"}')),
    [['changed', record(3)]],
  ],
  [
    'cut a sealed object off',
    (f) => put(f, cases[0]!.sealed, read(f, cases[0]!.sealed).subarray(0, 100)),
    [['changed', sealed(0)]],
  ],
  ['empty a record', (f) => put(f, cases[0]!.record, ''), [['changed', record(0)]]],
  ['delete a record', (f) => remove(f, cases[0]!.record), [['missing', record(0)]]],
  ['delete a sealed object', (f) => remove(f, cases[4]!.sealed), [['missing', sealed(4)]]],
  [
    'delete a whole case',
    (f) => [cases[3]!.record, cases[3]!.sealed].forEach((key) => remove(f, key)),
    [
      ['missing', record(3)],
      ['missing', sealed(3)],
    ],
  ],
  [
    'swap two records',
    (f) => {
      const [a, b] = [read(f, cases[0]!.record), read(f, cases[1]!.record)];
      forge(f, cases[0]!.record, b);
      forge(f, cases[1]!.record, a);
    },
    [
      ['changed', record(0)],
      ['changed', record(1)],
    ],
  ],
  [
    'move a record to another tenant',
    (f) => {
      const to = cases[0]!.record.replace('clinic', 'bank');
      put(f, to, read(f, cases[0]!.record));
      put(f, `${to}.lock`, read(f, `${cases[0]!.record}.lock`));
      remove(f, cases[0]!.record);
    },
    [
      ['missing', record(0)],
      ['added', () => cases[0]!.record.replace('clinic', 'bank')],
    ],
  ],
  [
    'insert an event',
    (f) => put(f, hold.replace('.json', 'x.json'), read(f, hold)),
    [['added', () => hold.replace('.json', 'x.json')]],
  ],
  ['insert a file beside the kinds', (f) => put(f, 'notes.txt', 'x'), [['added', () => 'notes.txt']]],
  [
    'release a hold by an event of one’s own',
    (f) => {
      const event = JSON.parse(read(f, hold).toString()) as { eventId: string };
      const eventId = event.eventId.replace(/.{4}$/, 'ffff');
      const key = hold.replace(event.eventId, eventId);
      const bytes = Buffer.from(canonicalJson({ ...event, eventId, kind: 'hold-removed' }));
      put(f, key, bytes);
      put(f, `${key}.lock`, read(f, `${hold}.lock`));
      forge(f, key, bytes);
      relock(f, cases[2]!.sealed, { legalHold: false });
    },
    [
      ['hold-removed', sealed(2)],
      ['added', () => hold.replace(/[^/]{4}\.json$/, 'ffff.json')],
    ],
  ],
  ['remove a hold', (f) => relock(f, cases[2]!.record, { legalHold: false }), [['hold-removed', record(2)]]],
  ['delete the event that placed a hold', (f) => remove(f, hold), [['missing', () => hold]]],
  [
    'shorten a retention',
    (f) => relock(f, cases[1]!.record, { until: stage.now.value + 1 }),
    [['retention-shortened', record(1)]],
  ],
  [
    'weaken a retention',
    (f) => relock(f, cases[1]!.sealed, { mode: 'GOVERNANCE' }),
    [['retention-weakened', sealed(1)]],
  ],
  ['remove a lock', (f) => unlinkSync(place(f, `${cases[0]!.record}.lock`)), [['lock-missing', record(0)]]],
  [
    'shorten the retention of a seal',
    (f) => relock(f, sealKey(2), { until: 1 }),
    [['retention-shortened', seal(2)]],
  ],
  [
    'delete a seal',
    (f) => remove(f, sealKey(2)),
    [
      ['seal-missing', seal(2)],
      ['chain-broken', seal(3)],
    ],
  ],
  [
    'replay an old seal in a new one’s place',
    (f) => put(f, sealKey(3), read(f, sealKey(1))),
    [
      ['seal-misplaced', seal(3)],
      ['chain-broken', seal(3)],
      ['clock-back', seal(3)],
      ['list-changed', list(3)],
      ['chain-broken', seal(4)],
    ],
  ],
  [
    'write another time into a seal',
    (f) => change(f, sealKey(4), (text) => text.replace(/"time":\d+/, `"time":${stage.now.value + 5}`)),
    [
      ['signature-wrong', seal(4)],
      ['head-differs', seal(4)],
    ],
  ],
  [
    'garble a seal',
    (f) => put(f, sealKey(4), '{}'),
    [
      ['seal-unreadable', seal(4)],
      ['head-differs', seal(4)],
    ],
  ],
  [
    'take a case out of a list',
    (f) => editList(f, 2, (leaves) => leaves.slice(1)),
    [
      ['list-changed', list(2)],
      ['added', () => hold],
    ],
  ],
  [
    'exchange a hash in a list and the record with it',
    (f) => {
      const bytes = Buffer.from('{}');
      forge(f, cases[0]!.record, bytes);
      editList(f, 1, (leaves) =>
        leaves.map((leaf) =>
          leaf.key === cases[0]!.record ? { ...leaf, sha256: sha256(bytes), bytes: 2 } : leaf,
        ),
      );
    },
    [['list-changed', list(1)]],
  ],
  [
    'reorder a list',
    (f) => change(f, leavesKey(2), (text) => `${linesOf(text).reverse().join('\n')}\n`),
    [['list-reordered', list(2)]],
  ],
  [
    'delete a list',
    (f) => remove(f, leavesKey(4)),
    [
      ['list-missing', list(4)],
      ['added', record(5)],
      ['added', sealed(5)],
    ],
  ],
  [
    'sign everything anew with another key',
    (f) => signOn(f, 1, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    [...[1, 2, 3, 4].map((n) => ['key-unknown', seal(n)] as const), ['head-differs', seal(4)]],
  ],
  [
    'take a case out of everything and sign it anew with the stolen key',
    (f) => {
      remove(f, cases[4]!.record);
      editList(f, 3, (leaves) => leaves.filter((leaf) => leaf.key !== cases[4]!.record));
      signOn(f, 3, ownKey());
    },
    [['head-differs', seal(4)]],
  ],
  [
    'seal with the clock put back',
    (f) => signOn(f, 4, ownKey(), (made) => ({ ...made, time: sealAt(f, 3).time - 1 })),
    [
      ['clock-back', seal(4)],
      ['head-differs', seal(4)],
    ],
  ],
  [
    'seal before an event happened',
    (f) =>
      signOn(f, 2, ownKey(), (made) => (made.sequence === 2 ? { ...made, time: sealAt(f, 1).time } : made)),
    [
      ['clock-back', () => hold],
      ['head-differs', seal(4)],
    ],
  ],
  [
    'cut the end off, before the head',
    (f) => {
      for (const key of [sealKey(4), leavesKey(4), cases[5]!.record, cases[5]!.sealed]) remove(f, key);
    },
    [['truncated', seal(4)]],
  ],
];

describe('verify, on an exported folder', () => {
  const attempt = (tamper: (folder: string) => void, name: string) => {
    const folder = join(stage.parent, name);
    cpSync(original, folder, { recursive: true });
    tamper(folder);
    return folder;
  };
  const verify = (folder: string, given: { head?: Head } = { head }) =>
    verifyFolder({ folder: exportedArchive(folder), publicKey, live: false, ...given });
  const sorted = (found: readonly { kind: string; where: string }[]) =>
    found.map(({ kind, where }) => `${kind} ${where}`).sort();

  it('finds nothing wrong with an untouched archive', () => {
    const verified = verify(original);
    expect(verified).toMatchObject({ complaints: [], seals: 4, objects: 13, waiting: 0 });
    expect(verified.newest).toMatchObject({ sequence: 4, seal: head.seal });
    expect(
      verifyFolder({ folder: join(stage.folder, 'archive'), publicKey, head, live: true }).complaints,
    ).toEqual([]);
  });

  it.each(table.map(([what, tamper, found], index) => ({ what, tamper, found, index })))(
    'names it when somebody tries to $what',
    ({ tamper, found, index }) => {
      const folder = attempt(tamper, `tampered-${index}`);
      expect(sorted(verify(folder).complaints)).toEqual(
        sorted(found.map(([kind, where]) => ({ kind, where: where() }))),
      );
    },
  );

  it('cannot know without a head, or with an old one, that the end was cut off, and proves what is left', () => {
    const folder = attempt((f) => {
      for (const key of [sealKey(4), leavesKey(4), cases[5]!.record, cases[5]!.sealed]) remove(f, key);
    }, 'cut');
    const old: Head = {
      ...head,
      sequence: 3,
      seal: sealHash(read(folder, sealKey(3))),
      time: sealAt(folder, 3).time,
    };
    expect(verify(folder, {}).complaints).toEqual([]);
    expect(verify(folder, { head: old })).toMatchObject({ complaints: [], seals: 3 });
  });

  it('takes longer retentions, holds more, and a disposal that is on record after its time', async () => {
    const other = await openSealedArchive();
    const gone = await other.addCase({ mode: 'COMPLIANCE', until: other.now.value + 10_000 });
    const kept = await other.addCase();
    await other.seal();
    const lines = linesOf(readFileSync(join(other.folder, 'archive', leavesKey(1)), 'utf8'));
    const leaf = lines.map((line) => readLeaf(line)!).find(({ key }) => key === gone.record)!;
    const certificate = { key: leaf.key, sha256: leaf.sha256, until: leaf.until };
    await other.archive.extend(kept.record, {
      mode: 'COMPLIANCE',
      until: other.now.value + 4000 * 86_400_000,
    });
    await other.archive.setLegalHold(kept.sealed, true);
    other.now.value += 20_000;
    expect(await other.archive.remove(gone.record)).toBe('done');
    const verifyLive = () =>
      verifyFolder({ folder: join(other.folder, 'archive'), publicKey: other.chain.publicKey, live: true })
        .complaints;
    expect(verifyLive()).toEqual([{ kind: 'missing', where: gone.record }]);
    // A certificate of another case, or of another object, certifies nothing.
    await other.addEvent(kept.caseId, 'disposed', { objects: [certificate] });
    await other.seal();
    expect(verifyLive()).toEqual([{ kind: 'missing', where: gone.record }]);
    await other.addEvent(gone.caseId, 'disposed', { objects: [{ ...certificate, sha256: 'a'.repeat(64) }] });
    await other.seal();
    expect(verifyLive()).toEqual([{ kind: 'certificate-wrong', where: gone.record }]);
    await other.addEvent(gone.caseId, 'disposed', { objects: [certificate] });
    expect(verifyLive()).toHaveLength(1);
    await other.seal();
    expect(verifyLive()).toEqual([]);
    other.remove();
  });

  it('names a disposal that came too early, or under a legal hold', async () => {
    const other = await openSealedArchive();
    const until = other.now.value + 20_000;
    const [early, held, heldOnce] = [
      await other.addCase({ mode: 'GOVERNANCE', until }),
      await other.addCase({ mode: 'GOVERNANCE', until }),
      await other.addCase({ mode: 'GOVERNANCE', until }),
    ];
    await other.addEvent(held.caseId, 'hold-placed');
    await other.addEvent(heldOnce.caseId, 'hold-placed');
    await other.addEvent(heldOnce.caseId, 'hold-removed');
    await other.seal();
    const of = ({ caseId, record }: typeof early) =>
      other.addEvent(caseId, 'disposed', {
        objects: [
          {
            key: record,
            sha256: sha256(readFileSync(join(other.folder, 'archive', record))),
            until,
          },
        ],
      });
    await of(early);
    other.now.value = until;
    await of(held);
    await of(heldOnce);
    await other.seal();
    for (const { record } of [early, held, heldOnce]) await other.archive.remove(record, true);
    const { complaints } = verifyFolder({
      folder: join(other.folder, 'archive'),
      publicKey: other.chain.publicKey,
      live: true,
    });
    expect(complaints).toEqual([
      { kind: 'disposed-early', where: early.record },
      { kind: 'disposed-held', where: held.record },
      { kind: 'hold-removed', where: held.sealed },
    ]);
    other.remove();
  });

  it('exports to a folder of its own only', () => {
    expect(() => exportArchive(stage.folder, original)).toThrow(/not empty/);
    const copied = join(stage.parent, 'copied');
    expect(exportArchive(stage.folder, copied)).toEqual({ seals: 4, objects: 13, gone: 0 });
  });
});
