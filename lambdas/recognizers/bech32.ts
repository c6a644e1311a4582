// SPDX-License-Identifier: Apache-2.0

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

const polymod = (values: readonly number[]) => {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    generator.forEach((each, bit) => {
      if ((top >>> bit) & 1) check ^= each;
    });
  }
  return check >>> 0;
};

/** BIP 173 and BIP 350: a segregated witness address in Bech32 or Bech32m, in one case. */
export const bech32 = (text: string): boolean => {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return false;
  const split = lower.lastIndexOf('1');
  const prefix = Array.from(lower.slice(0, split), (each) => each.charCodeAt(0));
  const data = Array.from(lower.slice(split + 1), (each) => alphabet.indexOf(each));
  if (split < 1 || data.length < 6 || data.includes(-1)) return false;
  const check = polymod([...prefix.map((each) => each >> 5), 0, ...prefix.map((each) => each & 31), ...data]);
  return check === 1 || check === 0x2bc830a3;
};
