// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { inclusionPath, leafHash, merkleRoot, rootOf } from '../../lambdas/archive/merkle.ts';
import { fc } from '../seeded.ts';

const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => leafHash(`leaf ${index}`));

describe('the Merkle tree', () => {
  // RFC 6962's test vectors, which RFC 9162 kept: published with the reference implementation of Certificate Transparency.
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('has the root of RFC 9162 over %i leaves', (count, root) => {
    const leaves = inputs.slice(0, count).map((hex) => leafHash(Buffer.from(hex, 'hex')));
    expect(merkleRoot(leaves).toString('hex')).toBe(root);
  });

  it('proves every leaf of every tree, and none of them in another place, of another tree or as another leaf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), (count, pick, other) => {
        const leaves = leavesOf(count);
        const position = pick % count;
        const root = merkleRoot(leaves);
        const path = inclusionPath(leaves, position);
        const leaf = leaves[position]!;
        expect(rootOf(leaf, position, count, path)?.equals(root)).toBe(true);
        expect(rootOf(leafHash('another'), position, count, path)?.equals(root) ?? false).toBe(false);
        expect(rootOf(leaf, position, count, [...path, root])?.equals(root) ?? false).toBe(false);
        const elsewhere = other % count;
        if (elsewhere !== position)
          expect(rootOf(leaf, elsewhere, count, path)?.equals(root) ?? false).toBe(false);
      }),
    );
  });

  it('takes no inner node for a leaf', () => {
    const [a, b] = leavesOf(2) as [Buffer, Buffer];
    expect(merkleRoot([leafHash(Buffer.concat([a, b]))]).equals(merkleRoot([a, b]))).toBe(false);
  });

  it.each([-1, 3, 0.5])('has no path to leaf %d of three', (position) => {
    expect(() => inclusionPath(leavesOf(3), position)).toThrow(RangeError);
  });
});
