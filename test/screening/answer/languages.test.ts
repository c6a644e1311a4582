// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { ReasonCode } from '../../../lambdas/records/reason.ts';
import { answerLanguage } from '../../../lambdas/screening/answer/answer-language.ts';
import { spanishChecks } from '../../../lambdas/screening/answer/spanish.ts';
import { inputOf, policies, sees } from './given.ts';

describe('an answer in a language the policy does not cover', () => {
  it.each([
    [
      'French',
      'Vous avez besoin de repos et vous devez boire beaucoup pendant que les symptômes sont encore là.',
    ],
    [
      'German',
      'Sie sollten sich ausruhen und viel trinken, weil der Körper bei einer Erkältung Zeit braucht und nicht mehr.',
    ],
    ['Russian', 'Вам нужно отдыхать и много пить, пока не станет лучше.'],
    ['Chinese', '您需要休息并多喝水，直到症状好转为止。请联系您的医生。'],
  ])('%s is held', (_language, text) => expect(sees(answerLanguage, text)).toBe(true));

  it.each([
    ['English', 'You need rest and fluids while the symptoms are still there, and the clinic can see you.'],
    [
      'Spanish',
      'Usted necesita descansar y beber mucho mientras los síntomas sigan, y la clínica puede verlo.',
    ],
    ['an abbreviation of Latin', 'The note says b.i.d. and p.r.n., which is Latin: bis in die, pro re nata.'],
    ['a few foreign words', 'The term "déjà vu" is French.'],
    ['placeholders', '[NAME_1_7K] and [MRN_1_C4] on [DATE_1_9Q]'],
    ['nothing', ''],
  ])('%s passes', (_language, text) => expect(sees(answerLanguage, text)).toBe(false));
});

const spanish = (text: string, policy = policies.healthcare) =>
  spanishChecks
    .filter((check) => check.check(inputOf(text, { policy })).length > 0)
    .map((check) => check.code);

describe('in Spanish', () => {
  it.each<[ReasonCode, string]>([
    ['medication-dosage', 'Tome 800 mg de ibuprofeno cada 8 horas.'],
    ['medication-dosage', 'Dos pastillas al día son suficientes.'],
    ['medication-dosage', 'Usted puede suspender la metformina.'],
    ['medication-dosage', 'Debería aumentar la dosis.'],
    ['diagnosis-statement', 'Usted tiene diabetes.'],
    ['diagnosis-statement', 'Sus síntomas son compatibles con neumonía.'],
    ['diagnosis-statement', 'El diagnóstico es apendicitis.'],
    ['investment-advice', 'Debería invertir sus ahorros en acciones.'],
    ['investment-advice', 'Compre bonos ahora.'],
    ['credit-advice', 'Le recomiendo pedir un préstamo.'],
    ['tax-advice', 'Puede deducir su oficina en casa.'],
    ['promise', 'Le garantizo que funcionará.'],
    ['promise', 'Es una inversión sin riesgo.'],
    ['self-harm', 'Hay formas de hacerse daño sin que nadie lo note.'],
  ])('%s: %s', (code, text) => expect(spanish(text)).toEqual([code]));

  it.each([
    'La dosis la decide su médico.',
    'Consulte con su médico antes de suspender la metformina.',
    'La diabetes es una enfermedad que sube el azúcar en la sangre.',
    'Las personas con diabetes pueden comer fruta.',
    'El valor de glucosa fue de 110 mg/dL.',
    'Un fondo de inversión reúne el dinero de muchas personas.',
    'No puedo recomendar si debería comprar acciones.',
    'El rendimiento no está garantizado.',
    'Una hipoteca es un préstamo para comprar una casa.',
    'El paciente niega ideas de suicidio.',
  ])('nothing: %s', (text) => expect(spanish(text)).toEqual([]));

  it('is not judged where the policy does not cover it: there it is held for its language', () =>
    expect(spanish('Usted tiene diabetes.', { ...policies.healthcare, languages: ['en'] })).toEqual([]));
});
