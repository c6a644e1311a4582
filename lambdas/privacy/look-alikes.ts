// SPDX-License-Identifier: Apache-2.0

const pairs = (from: string, to: string): [string, string][] =>
  Array.from(from).map((letter, index) => [letter, to.charAt(index)]);

/** Cyrillic, Greek, Armenian and Latin-extended letters that are drawn like a Latin one (Unicode TR 39, confusables). */
export const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...pairs('АВЕЅІЈКМНОРСТУХԚԜаеѕіјорсухһԛԝӏ', 'ABESIJKMHOPCTYXQWaesijopcyxhqwl'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ', 'ABEZHIKMNOPTYXaikvoptux'),
  ...pairs('օԼոսցզհ', 'oLnugqh'),
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnopqrstuvwyz'),
  ...pairs('ᎠᎡᎢᎪᎬᎳᎷᎻᏀᏃᏒᏔᏙᏚᏞᏟᏢᏦᏴ', 'DRTAEWMHGZRWVSLCPKB'),
  ...pairs('ɑɡꓐꓓꓖꓗꓟꓠꓳꓢꓣꓴꓑꓔꓙꓚꓜꓝꓡꓦꓧꓪꓫꓬꓮꓰꓲ', 'agBDGKMNOSRUPTJCZFLVHWXYAEI'),
]);

const otherLetters =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Lisu}\p{Script=Cherokee}ɑɡʏɪɴʀʟʙɢʜǫ\u1D00-\u1D22\uA730\uA731]/u;

/** Whether a text has any letter that could be a look-alike. */
export const mayDisguise = (text: string): boolean => otherLetters.test(text);

/** Words of letters, with their place. */
const words = /[\p{L}\p{M}]{1,64}/gu;

/** A Greek letter that science writes into a Latin word (TNFα, NFκB, αGal) has no small Latin letter beside it. */
const scientific = /^[\u03B1-\u03C9]$/;

/**
 * Look-alike letters to write as Latin: those in words that also have Latin letters, and whole words of
 * look-alikes in a text that has no real word of those scripts.
 */
export function disguised(text: string): { start: number; end: number; text: string }[] {
  const mixed: RegExpExecArray[] = [];
  const whole: RegExpExecArray[] = [];
  let foreign = false;
  for (const match of text.matchAll(words)) {
    const word = match[0];
    if (!otherLetters.test(word)) continue;
    const all = Array.from(word).every((letter) => lookAlikes.has(letter));
    if (/[A-Za-z]/.test(word)) mixed.push(match);
    else if (all && word.length > 1) whole.push(match);
    else if (!all) foreign = true;
  }
  const plain = /[A-Za-z]{2}/.test(text);
  const chosen = foreign || !plain ? mixed : [...mixed, ...whole].sort((a, b) => a.index - b.index);
  return chosen.flatMap((match) => {
    const edits: { start: number; end: number; text: string }[] = [];
    let at = match.index;
    for (const letter of match[0]) {
      const latin = lookAlikes.get(letter);
      const beside = (match.input.charAt(at - 1) + match.input.charAt(at + 1)).replaceAll(/[^a-z]/g, '');
      if (latin !== undefined && (beside !== '' || !scientific.test(letter)))
        edits.push({ start: at, end: at + letter.length, text: latin });
      at += letter.length;
    }
    return edits;
  });
}
