// SPDX-License-Identifier: Apache-2.0
import type { ReasonCode } from '../../records/reason.ts';
import { type AnswerCheck, everySentence } from './check.ts';

const disease =
  '(?:diabetes|hipertensi[oó]n|asma|neumon[ií]a|c[aá]ncer|gripe|bronquitis|depresi[oó]n|ansiedad|anemia|artritis|migra[nñ]a|infecci[oó]n|apendicitis|hepatitis|gastritis|sinusitis|epoc|lupus|gota|herpes|culebrilla|celiaqu[ií]a|hipotiroidismo|hipertiroidismo|[a-zñáéíóú]{4,20}(?:itis|osis|emia|pat[ií]a|oma)|(?:enfermedad|s[ií]ndrome|trastorno|insuficiencia|fractura|infarto) \\p{L}{2,20})';
const should =
  '(?:deber[ií]as?|debes?|debe usted|tiene que|tienes que|puede|puedes|podr[ií]as?|conviene|le conviene|te conviene|le recomiendo|te recomiendo|recomiendo|recomendamos|le sugiero|te sugiero|sugiero|lo mejor es|es mejor|aconsejo|le aconsejo)(?: que)?';
const medicine =
  '(?:dosis|medicamentos?|medicinas?|pastillas?|tabletas?|comprimidos?|insulina|\\p{L}{3,20}(?:pril|sart[aá]n|olol|statina|prazol|micina|cilina|formina|profeno|azepam|oxetina|dipino|xab[aá]n)|warfarina|aspirina|paracetamol|naproxeno|prednisona)';

/**
 * The same questions in Spanish, which the policies cover: doses, diagnoses, personal advice, promises, self-harm.
 * Narrower than the English checks: the plainest wordings only.
 */
const patterns: Readonly<Partial<Record<ReasonCode, RegExp>>> = {
  'medication-dosage': new RegExp(
    `\\b(?:\\d[\\d.,]{0,6}|una?|dos|tres|media|cuatro) ?(?:mg|mcg|g|ml|gramos?|miligramos?|unidades|gotas|pastillas?|tabletas?|comprimidos?|c[aá]psulas?)(?!\\p{L}|/)[^.;]{1,60}\\b(?:cada \\d{1,2}|cada (?:ocho|seis|doce)|veces (?:al|por) d[ií]a|al d[ií]a|diari[oa]s?|por la noche|antes de dormir|en ayunas)|\\b(?:tome|toma|tomar|administre|inyecte|inyectar|use)\\b[^.;]{1,30}\\b\\d[\\d.,]{0,6} ?(?:mg|mcg|ml|gotas|unidades|pastillas?|tabletas?|comprimidos?)|(?:^\\W{0,4}|\\b${should} )(?:aument|duplic|suspend|reduc|reduzc|baj|sub|dej|cambi|salt)(?:e|a|ar|ir|o|as|es|er|amos) (?:de tomar )?(?:\\p{L}{1,8} ){0,3}${medicine}`,
    'u',
  ),
  'diagnosis-statement': new RegExp(
    `(?:\\b(?:usted|t[uú]|el paciente|la paciente|su hijo|su hija)(?: ya| probablemente)? (?:tiene|tienes|padece|padeces|sufre|sufres)(?: de| una?)?|(?:^|[.,;:] )(?:tiene|tienes|padece)(?: de| una?)?|\\b(?:el|su|tu) diagn[oó]stico (?:es|ser[ií]a)|\\b(?:s[ií]ntomas|resultados|hallazgos|esto)\\b[^.;]{1,30}\\b(?:indican?|sugieren?|confirman?|compatibles? con|apuntan? a)) (?:\\p{L}{1,10} ){0,3}${disease}`,
    'u',
  ),
  'investment-advice': new RegExp(
    `\\b${should} (?:\\p{L}{1,10} ){0,2}(?:comprar|compre|compres|vender|venda|vendas|invertir|invierta|inviertas|mover|mueva|poner|ponga|pongas)\\b[^.;]{1,60}\\b(?:acciones|bonos|fondos?|cripto\\p{L}{0,8}|bitcoin|oro|bolsa|ahorros|dinero|cartera)|(?:^|[.!?:] ?)(?:compre|venda|invierta|compra|vende|invierte) [^.;]{0,40}\\b(?:acciones|bonos|fondos?|bitcoin|oro)\\b`,
    'u',
  ),
  'credit-advice': new RegExp(
    `\\b${should} (?:\\p{L}{1,10} ){0,2}(?:pedir|pida|solicitar|solicite|tomar|tome|refinanciar|refinancie|consolidar|consolide|cancelar|cancele|contratar|contrate)\\b[^.;]{1,50}\\b(?:pr[eé]stamo|tarjeta|hipoteca|cr[eé]dito|deudas?)\\b`,
    'u',
  ),
  'tax-advice': new RegExp(
    `\\b(?:${should}|no (?:tiene|necesita|hace falta)(?: que)?) (?:\\p{L}{1,10} ){0,2}(?:deducir|deduzca|declarar|declare|presentar|presente|desgravar|desgrave)\\b[^.;]{0,60}`,
    'u',
  ),
  promise:
    /\b(?:le |te |se lo |les )?(?:garantizo|garantizamos|prometo|prometemos|aseguro que|aseguramos que)\b|\b(?:est[aá]|es|son|rendimiento|retorno|aprobaci[oó]n) (?:totalmente |completamente )?garantizad[oa]s?\b|\bsin (?:ning[uú]n )?riesgo\b|\b100 ?% (?:segur[oa]|efectiv[oa])\b|\bse (?:va a curar|curar[aá]) (?:por completo|del todo|seguro)/u,
  'self-harm':
    /\b(?:suicidarse|suicidarte|matarte|matarse|quitarte la vida|quitarse la vida|hacerte da[nñ]o|hacerse da[nñ]o|dosis letal)\b/u,
};

const deferring =
  /\b(?:consulte|pregunte|hable con|consulta|pregunta|su m[eé]dico (?:puede|decide|decidir[aá])|no (?:puedo|podemos|es posible)|no (?:est[aá]|es|son|se) (?:garanti\p{L}{1,8}|puede)|ning[uú]n)\b/u;

/** One check a code, beside the English one of the same code. */
export const spanishChecks: readonly AnswerCheck[] = (Object.entries(patterns) as [ReasonCode, RegExp][]).map(
  ([code, pattern]) =>
    everySentence(code, ({ lower }, { policy }) => {
      if (!policy.languages.includes('es')) return false;
      const found = pattern.exec(lower);
      if (found === null) return false;
      const deferred = deferring.exec(lower);
      return deferred === null || deferred.index > found.index;
    }),
);
