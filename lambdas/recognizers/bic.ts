// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

const countries =
  'A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW]';

export const bic = pattern({
  name: 'bic',
  type: 'BIC',
  cites: 'ISO 9362',
  looksLike: new RegExp(`[A-Z]{4}(?:${countries})[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?`),
  near: ['bic', 'swift', 'swift code', 'swift/bic', 'bic/swift', 'bank identifier', 'iban', 'wire'],
  needsContext: true,
  alone: true,
  score: 0.6,
});
