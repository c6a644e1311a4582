// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { tagger } from '../../lambdas/recognizers/tagger/index.ts';

const found = (text: string) =>
  tagger
    .find(text)
    .filter(({ type }) => ['NAME', 'PLACE', 'FACILITY'].includes(type))
    .map(({ start, end }) => text.slice(start, end));

describe('in a text of another language', () => {
  it.each([
    [
      'names and towns are found, and not the words between them',
      'Hola, soy Ximena Barrios, mi hijo Nicolás tiene fiebre y vivimos en Laredo desde ayer.',
      ['Ximena Barrios', 'Nicolás', 'Laredo'],
    ],
    [
      'labels are no names',
      'Nombre: Arturo\nApellidos: Quintero Vidal\nMotivo de ingreso: dolor torácico que no cede con reposo.',
      ['Arturo', 'Quintero Vidal'],
    ],
    [
      'a name behind its label is found without it',
      'El paciente Juan Pablo Montenegro vive con su esposa y no tiene alergias.',
      ['Juan Pablo Montenegro'],
    ],
    [
      'without capitals, only what is in a list is a name',
      'me llamo jorge ibarra y quiero saber si puedo pagar con mi tarjeta en sevilla',
      ['jorge ibarra', 'sevilla'],
    ],
    [
      'a clinical sentence or two are enough to know the language by',
      'La paciente Remedios Iturbe, de 67 años, acude con dolor. Su hijo Ramiro refiere fiebre.',
      ['Remedios Iturbe', 'Ramiro'],
    ],
    ['a Spanish question is no name', '¿Cuáles son los efectos secundarios de la metformina?', []],
    ['nor is a short one', '¿Qué es la diabetes?', []],
    ['nor a Portuguese one', 'Qual é a dose de amoxicilina para crianças?', []],
    ['a name in a question is one', '¿Puede Ximena Barrios tomar ibuprofeno?', ['Ximena Barrios']],
  ])('%s', (_why, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it.each([
    'Se realiza TAC abdominal que muestra una lesión sobre el riñón izquierdo, sin signos de sangrado.',
    'El tratamiento fue bien tolerado, pero la fiebre no cedió hasta el tercer día con antibiótico.',
    'No tengo fiebre, pero me duele mucho la cabeza desde ayer, ¿qué puedo tomar?',
  ])('nothing is made up: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('an English text with Spanish names is read as before', () => {
  expect(found('Please call Maria de la Cruz Fuentes about the MRI of her son Andrés.')).toEqual([
    'Maria de la Cruz Fuentes',
    'Andrés',
  ]);
});
