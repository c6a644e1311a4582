// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { language } from '../../../lambdas/screening/prompt/language.ts';
import { somePolicy } from './some-policy.ts';
import { weightOf } from './weight-of.ts';

const covering = (...languages: string[]) => ({ policy: { ...somePolicy, languages } });

const samples: readonly (readonly [string, string])[] = [
  ['fr', 'Quels sont les effets secondaires de ce médicament chez les personnes âgées ?'],
  ['de', 'Welche Nebenwirkungen hat dieses Medikament bei älteren Menschen?'],
  ['it', 'Quali sono gli effetti collaterali di questo farmaco negli anziani?'],
  ['pt', 'Quais são os efeitos colaterais deste medicamento em pessoas idosas?'],
  ['nl', 'Wat zijn de bijwerkingen van dit medicijn bij oudere mensen en hoe vaak komen ze voor?'],
  ['pl', 'Jakie są skutki uboczne tego leku u osób starszych i jak często się zdarzają?'],
  ['tr', 'Bu ilacın yaşlılarda ne gibi yan etkileri var ve ne kadar sık görülür?'],
  ['vi', 'Các tác dụng phụ của thuốc này ở người lớn tuổi là gì?'],
  ['id', 'Apa saja efek samping dari obat ini pada orang tua dan bagaimana mengatasinya?'],
  ['tl', 'Ano ang mga epekto ng gamot na ito sa mga matatanda?'],
  ['ru', 'Какие побочные эффекты у этого лекарства?'],
  ['el', 'Ποιες είναι οι παρενέργειες αυτού του φαρμάκου;'],
  ['ar', 'ما هي الآثار الجانبية لهذا الدواء؟'],
  ['he', 'מהן תופעות הלוואי של התרופה?'],
  ['hi', 'इस दवा के दुष्प्रभाव क्या हैं?'],
  ['bn', 'এই ওষুধের পার্শ্বপ্রতিক্রিয়া কী?'],
  ['th', 'ผลข้างเคียงของยานี้คืออะไร'],
  ['zh', '这种药有什么副作用？'],
  ['ja', 'この薬の副作用は何ですか。'],
  ['ko', '이 약의 부작용은 무엇입니까?'],
];

describe('language', () => {
  it.each(samples)('is not covered by English and Spanish: %s', (_, text) => {
    expect(weightOf(language, text, 'message', covering('en', 'es'))).toBeGreaterThanOrEqual(0.5);
  });

  it.each(samples)('is covered when the policy says so: %s', (name, text) => {
    expect(weightOf(language, text, 'message', covering('en', name))).toBeLessThan(0.5);
  });

  it.each([
    'What are the side effects?',
    'Hola',
    '¿Cuáles son los efectos secundarios de este medicamento?',
    'Ms. de la Cruz and Mr. van der Berg live in Los Angeles.',
    'Hx: DM2, HTN. Rx: metformin 500 mg bid, lisinopril 10 mg qd.',
    'SELECT id FROM t WHERE a = 1 AND b = 2;',
    '4111 1111 1111 1111, 12/27',
    'The term "et al." and "in situ" are Latin, "déjà vu" is French.',
    'café, naïve, Zürich, São Paulo, Łódź',
    'α-blockers and β-blockers; 5 μg; Δ = 0.3',
    'Patient says "gracias" and "mañana".',
    '[NAME_1_7K] was seen on [DATE_1_2B].',
  ])('leaves alone: %s', (text) => {
    expect(weightOf(language, text)).toBeLessThan(0.5);
  });

  it('sees a foreign paragraph in a long English letter', () => {
    const letter = 'The patient was seen in our clinic and is doing well on the current treatment. '.repeat(
      20,
    );
    const paragraph =
      'Die Patientin klagt seit drei Tagen über Schmerzen und kann nicht mehr gut schlafen, weil sie sich nicht drehen kann. ';
    expect(weightOf(language, letter + paragraph.repeat(3) + letter)).toBeGreaterThanOrEqual(0.5);
  });

  it('does not take English for covered when it is not', () => {
    expect(
      weightOf(language, 'What is the best way to treat a cold at home?', 'message', covering('de')),
    ).toBeGreaterThanOrEqual(0.5);
  });
});
