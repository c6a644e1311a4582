// SPDX-License-Identifier: Apache-2.0

// What stands before, after and inside names; lower case, without accents and dots.
export const men: ReadonlySet<string> = new Set(
  'mr mister sir herr senor sr signor monsieur lord father fr brother don'.split(' '),
);
export const women: ReadonlySet<string> = new Set(
  'mrs ms miss madam mme frau senora srta senorita signora lady dame sister sra dona'.split(' '),
);
export const doctors: ReadonlySet<string> = new Set('dr doctor prof professor dra doktor'.split(' '));
export const otherTitles: ReadonlySet<string> = new Set(
  'mx rev reverend hon judge officer nurse capt captain sgt sergeant lt lieutenant col colonel gen general pt patient client attorney'.split(
    ' ',
  ),
);
const before =
  /^(?:(?:mr|mrs|ms|mx|miss|mister|dr|doctor|prof|professor|herr|frau|se[nñ]ora?|se[nñ]orita|srta|sra|monsieur|madame|mme|mlle|signora?|dra)(?:\.\s{0,2}|\s{1,2})){1,2}(?=[\p{L}\p{M}])/iu;

/** Where the name itself begins in a name as it is written: behind "Mr. ", "Frau Dr. ". UTF-16 code units. */
export const startOfName = (written: string): number => before.exec(written)?.[0].length ?? 0;

const titles: ReadonlySet<string> = new Set([...men, ...women, ...doctors, ...otherTitles]);
/** Whether a text is titles and nothing else: "Mrs.", "Frau Dr.". */
export const isTitleOnly = (text: string): boolean =>
  text
    .split(/[.\s]+/)
    .filter((word) => word !== '')
    .every((word) => titles.has(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()));

/** Whether a form is a name with a title before it, and nothing else. */
export const isTitled = (form: string, name: string): boolean =>
  form !== name && form.slice(startOfName(form)) === name;

export const degrees: ReadonlySet<string> = new Set('md do mbbs dds dmd pharmd'.split(' '));
export const otherLetters: ReadonlySet<string> = new Set(
  'phd rn np pa pac lcsw esq cpa bsn msn dnp frcp facp lpn rph ma ba mba'.split(' '),
);
export const generations: ReadonlySet<string> = new Set('jr sr ii iii iv v junior senior'.split(' '));
export const particles: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos das du la le al el bin ibn ben ter ten zu st san abu mac'.split(
    ' ',
  ),
);
