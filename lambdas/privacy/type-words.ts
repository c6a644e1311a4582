// SPDX-License-Identifier: Apache-2.0
import type { IdentifierType } from '../records/identifier.ts';

/**
 * What models make of a type word when they answer in another language or reword it: without case and separators.
 * Spanish, French, German, Italian, Portuguese, Dutch and English; a word of another language is taken for a translation too,
 * unless it could be a type word that was damaged.
 */
const words: Readonly<Partial<Record<IdentifierType, string>>> = {
  NAME: 'nom nombre nome naam nachname vorname apellido cognome prénom person persona personne persoon paciente patient patiente patientin ad adı isim imię nazwisko namn navn nimi jina tên nama',
  DATE: 'datum fecha data jour día tag giorno dia dag day tarih dato ngày tanggal',
  PHONE:
    'telefon telefono teléfono téléphone telefone telefoon telephone tel tél móvil handy cellulare celular mobile telefonnummer puhelin simu telpon',
  FAX: 'telefax télécopie',
  EMAIL: 'correo courriel mail mél posta correio emailadresse correoelectrónico',
  PLACE:
    'ort lieu lugar luogo local plaats stadt ciudad ville città cidade stad city town location yer şehir miejsce sted mahali tempat',
  FACILITY:
    'klinik krankenhaus clínica hospital hôpital ospedale ziekenhuis einrichtung centro établissement clinic',
  STREET:
    'straße strasse calle rue via rua straat adresse dirección indirizzo endereço adres anschrift address',
  ZIP: 'plz postleitzahl códigopostal codepostal cap cep postcode postalcode zipcode',
  AGE: 'alter edad âge età idade leeftijd',
  MRN: 'aktenzeichen dossier expediente patientennummer historia cartella prontuário dossiernummer recordnumber',
  ACCOUNT: 'konto kontonummer cuenta compte conto conta rekening accountnumber',
  CARD: 'karte tarjeta carte carta cartão kaart',
  DRIVER_LICENSE: 'führerschein permis licencia licenciadeconducir patente rijbewijs driverslicense',
  PASSPORT: 'reisepass pasaporte passeport passaporto passaporte paspoort',
  MEMBER: 'mitglied mitgliedsnummer miembro membre asegurado assuré lid',
  ORG: 'organisation organización organisatie firma empresa entreprise azienda company',
};

const types = new Map<string, readonly string[]>();
for (const [type, text] of Object.entries(words))
  for (const word of text.split(' ')) {
    const plain = word.toUpperCase();
    types.set(plain, [...(types.get(plain) ?? []), type.replaceAll('_', '')]);
  }

/** The types, as `bareType` gives them, that a word (`plainType`) of another language means; none where it is unknown. */
export const translated = (word: string): readonly string[] => types.get(word) ?? [];
