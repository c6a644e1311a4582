// SPDX-License-Identifier: Apache-2.0

const pairs =
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ј j љ lj њ nj ћ c ђ dj џ dz ѓ gj ќ kj ѕ dz α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y ΐ i ΰ y ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev'.split(
    ' ',
  );
const latin = new Map<string, string>();
for (let at = 0; at + 1 < pairs.length; at += 2)
  latin.set(pairs[at] ?? '', (pairs[at + 1] ?? '').replace('_', ''));

/** A name in Cyrillic, Greek, Georgian or Armenian letters as passports roughly write it; others unchanged. */
export function transliterate(name: string): string {
  const letters = Array.from(name, (letter) => {
    const small = letter.toLowerCase();
    const found = latin.get(small);
    if (found === undefined) return letter;
    return small === letter ? found : found.charAt(0).toUpperCase() + found.slice(1);
  }).join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** Without diacritics, as forms and hurried people write names. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/ß/g, 'ss')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i')
    .normalize('NFC');
