// SPDX-License-Identifier: Apache-2.0
import { addToHash, emptyHash, hashWord } from './hash.ts';
import { lists } from './lexicon.ts';
import type { Span } from './spans.ts';
import { margin, type Surroundings } from './surroundings.ts';
import { shapes, type Tokens } from './tokens.ts';

const hashed = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashWord));

// Without particles, which stand in names of English texts too (de, la, von), and what English or a prescription has (per, sin).
const foreign = hashed(
  'que quiero necesito puedo puede cuando cuál qué cómo donde porque hola gracias llamo soy estoy hay muy también con para sus fue una como más pero desde hasta sobre tras mi su se está tengo tiene presenta sin por no avec pour dans sur qui je il elle une est che nel alla è sono um uma não com em ao und ist mit im ein eine einen wurde bei zur zum nicht sich für auch años año días día meses semanas ayer hoy mañana paciente acude refiere vive llama dice hijo hija señora señor calle cita dolor fiebre presentó ingresó toma solicita historia clínica copia según quién usted nos bitte sie den dem des auf aus nach hat ich wir geb habe kann zusammen wie welche welcher warum wann wo gegen beim oder ihnen bedeutet behandelt eines einer einem cuáles cuales cuánto efectos tratamiento sirve quels quelle quelles quel sont effets secondaires comment pourquoi traitement qual quais são é crianças ikke og det på',
);
const english = hashed('the of and to in is was with for on at that this from by are has had he she her his');
const particles = hashed(
  'de del la las los el y e i da das do dos di van von der den zu ter ten san santa al bin ben',
);
/** Words that begin a sentence and are in a list of names or towns by chance. */
const starters = hashed(
  'mi su sus se el la los las un una no en con ante tras durante al del por para como dado dada esta este es presenta acude refiere ingresa si además posteriormente actualmente le les une des der die das ein eine',
);
/** Words of forms and departments: no names, alone or before one. */
const fields = hashed(
  'nombre nombres apellido apellidos domicilio localidad provincia fecha nacimiento ingreso alta sexo edad servicio servicios médico médica especialidad motivo informe diagnóstico antecedentes paciente pacientes datos resumen exploración tratamiento evolución analítica historia juicio comentarios remitido mujer hombre varón niño niña madre padre hermano hermana hijo hija esposa esposo urgencias unidad cuidados medicina interna atención primaria cirugía nefrología urología oncología tel tac rmn rm rx tc eva ecg psa ii iii iv nom prénom né née adresse monsieur herr frau herrn name vorname geburtsdatum diagnose befund anamnese patientin puede puedo debe debo tiene',
);
const names =
  lists.givenCommon |
  lists.given |
  lists.familyCommon |
  lists.family |
  lists.city |
  lists.cityBig |
  lists.region;

/** Spanish opens its questions and calls with these, and no other language does. */
const opened: ReadonlySet<number> = new Set([0xbf, 0xa1].map((mark) => addToHash(emptyHash, mark)));

/** Whether a piece of text is in a language that the tagger was not trained on: its small words are not English ones. */
export function isForeign(tokens: Tokens): boolean {
  let [here, there] = [0, 0];
  for (let at = 0; at < tokens.count; at += 1) {
    if (tokens.shape[at] === shapes.symbol && opened.has(tokens.word[at] ?? 0)) there += 2;
    if (tokens.shape[at] !== shapes.lower || (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) > 8) continue;
    const word = tokens.word[at] ?? 0;
    if (foreign.has(word)) there += 1;
    else if (english.has(word)) here += 1;
  }
  return there > 1 && there > 2 * here;
}

const commonNames = lists.givenCommon | lists.familyCommon | lists.cityBig;
const colon = hashWord(':');

const isStrong = (shape: number): boolean =>
  shape === shapes.capitalised ||
  shape === shapes.upper ||
  shape === shapes.mixed ||
  shape === shapes.initial ||
  shape === shapes.uncased;

/**
 * What of a span is a name by how it is written: capitals, with particles and marks between them. To the tagger, trained on
 * English, every other word of another language is a stranger, and strangers are names.
 */
function writtenAsNames(tokens: Tokens, around: Surroundings, span: Span, cased: boolean): Span[] {
  if (span.label !== 'NAME' && span.label !== 'PLACE' && span.label !== 'FACILITY') return [span];
  const known = (at: number) => ((around.known[at + margin] ?? 0) & names) !== 0;
  const small = (at: number) => starters.has(tokens.word[at] ?? 0) || foreign.has(tokens.word[at] ?? 0);
  const common = (at: number) => ((around.known[at + margin] ?? 0) & commonNames) !== 0;
  // Without capitals a name begins with one that is common, and goes on with any.
  const strong = (at: number, begun: boolean) =>
    cased ? isStrong(tokens.shape[at] ?? 0) : !small(at) && (common(at) || (begun && known(at)));
  const joins = (at: number) =>
    particles.has(tokens.word[at] ?? 0) ||
    tokens.shape[at] === shapes.symbol ||
    tokens.shape[at] === shapes.digits;
  const found: Span[] = [];
  const end = (from: number, to: number) => {
    const before = tokens.word[from - 1] ?? 0;
    const begins =
      from === 0 ||
      (tokens.shape[from - 1] ?? 0) <= shapes.line ||
      (tokens.shape[from - 1] === shapes.symbol && before !== colon);
    let first = from;
    while (first < to && (fields.has(tokens.word[first] ?? 0) || (first > from && joins(first)))) first += 1;
    const shape = tokens.shape[first];
    const doubtful =
      starters.has(tokens.word[first] ?? 0) ||
      shape === shapes.initial ||
      (!known(first) && (shape === shapes.upper || (begins && first === from)));
    if (first === to || (to - first === 1 && doubtful)) return;
    found.push({ ...span, from: first, to, start: tokens.start[first] ?? 0, end: tokens.end[to - 1] ?? 0 });
  };
  let from = -1;
  let last = -1;
  for (let at = span.from; at < span.to; at += 1) {
    if (strong(at, from >= 0)) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && !joins(at)) {
      end(from, last + 1);
      from = -1;
    }
  }
  if (from >= 0) end(from, last + 1);
  return found;
}

/** Of the spans of a text in another language those parts that are written as names. */
export function namesOnly(tokens: Tokens, around: Surroundings, spans: readonly Span[]): Span[] {
  let cased = false;
  for (let at = 0; at < tokens.count && !cased; at += 1) cased = tokens.shape[at] === shapes.capitalised;
  return spans.flatMap((span) => writtenAsNames(tokens, around, span, cased));
}
