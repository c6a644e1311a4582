// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { everyCase } from './every-case.ts';
import { isEponym, isNotAName } from './not-names.ts';
import { pattern, type Recognizer } from './recognizer.ts';

const particle =
  '(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|bint|ibn|ter|ten|zu|af|av|y|e|st\\.)';
const part =
  "(?:(?:O['’]|D['’]|Mc|Mac|al-|el-|Al-|El-)?\\p{Lu}[\\p{L}\\p{M}]{1,24}(?:[-'’]\\p{L}[\\p{L}\\p{M}]{1,24}){0,2}|\\p{Lu}\\.?)";
const parts = `(?:${particle}\\s){0,3}${part}(?: {1,2}(?:${particle}\\s){0,2}${part}){0,4}(?:,?\\s(?:Jr|Sr|II|III|IV|MD|DO|RN|NP|PA-C|PhD)\\.?)?`;
const whole = `${parts}(?![\\p{L}\\d])`;
const title =
  '(?:Dr|Drs|Doctor|Mr|Mrs|Ms|Mx|Miss|Mister|Prof|Professor|Nurse|Sister|Rev|Fr|Sir|Lady|Capt|Captain|Col|Sgt|Lt|Judge|Hon|Sra?|Srta|Don|Doña|D|Dña|Dra|Herr|Herrn|Frau|Hr|Mme|Mlle|Monsieur|Madame|Sig|Signora|Dott|Dhr|Mevr|Shri|Smt|Sri|DR|MR|MRS|MS|PROF|dr|mr|mrs|ms|prof)';

/** What a number behind it counts: a bed, a floor, a distance. */
const place =
  /^(?:Bed|Room|Ward|Unit|Gate|Seat|Flat|Apt|Suite|Floor|Level|Bay|Box|Route|Highway|Section|Table|Figure|Schedule|Form|Part|Track|Walked|Ambulated|Ran|Swam)\b/;
const notTheEpisode = (match: string) => !isNotAName(match);

/** Whose name stands behind a colon. */
const owners = [
  'patient',
  'pt',
  'client',
  'member',
  'customer',
  'first',
  'last',
  'full',
  'given',
  'family',
  'middle',
  'maiden',
  'sur',
  'fore',
  'contact',
  'guardian',
  'mother',
  'father',
  'spouse',
  'insured',
  'subscriber',
  'policyholder',
  'cardholder',
  'account holder',
  'beneficiary',
  'employee',
  'provider',
  'physician',
  'doctor',
  'nurse',
  'attending',
  'referring physician',
  'account',
  'next of kin',
  'emergency contact',
  'nombre',
  'apellido',
  'apellidos',
  'médico',
  'paciente',
  'nom',
  'prénom',
  'vorname',
  'nachname',
  'patientin',
  'cognome',
  'nome',
  'naam',
];

const shapes = pattern({
  name: 'name',
  type: 'NAME',
  cites: '45 CFR 164.514(b)(2)(i)(A)',
  looksLike: [
    {
      pattern: 'after a title',
      regexp: new RegExp(`(?<![\\p{L}\\p{N}.])${title}(?:\\.\\s{0,2}|\\s{1,2})(?<value>${whole})`, 'u'),
      score: 0.9,
    },
    {
      pattern: 'title in lower case',
      regexp: /\b(?:mr|mrs|ms|miss|dr|prof)\.?\s(?<value>[a-z][a-z'’-]{2,20}(?: [a-z]\.)?)(?=[,.;:?!)]|\s|$)/,
      score: 0.6,
    },
    {
      // Two people with one name between them, whom no given name may be put to.
      pattern: 'couple',
      regexp: new RegExp(
        `\\b(?:Mr|Mrs|Ms|Dr|Herr|Frau|Sr|Señor)\\.? (?<value>(?:and|&|und|y) (?:Mrs|Mr|Ms|Dr|Frau|Herr|Sra|Señora)\\.? ${whole})`,
        'u',
      ),
      score: 0.9,
    },
    {
      pattern: 'labelled',
      regexp: new RegExp(
        `(?<!\\p{L})(?:(?:${everyCase(owners)})(?:['’]s)?(?: ?(?:[Ff]ull )?(?:[Nn]ame|NAME)s?)?|[Nn]ames?|NAME)\\s{0,2}[:=]\\s{0,3}["']?(?<value>${whole})`,
        'u',
      ),
      score: 0.85,
    },
    {
      pattern: 'says its name',
      regexp: new RegExp(
        `\\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Tt]he patient['’]s|[Pp]atient['’]s)\\s(?:full |first |last |given |sur)?(?:name|surname)(?:['’]s|\\sis|\\swas)\\s(?<value>${whole})`,
        'u',
      ),
      score: 0.9,
    },
    {
      pattern: 'says its name in lower case',
      regexp:
        /\bmy (?:full |first |last )?name(?:['’]s| is) (?<value>[a-z][a-z'’-]{1,20}(?: [a-z][a-z'’-]{1,20})?)(?=[,.;:?!]|$| (?:and|i|my|from|but|calling)\b)/i,
      score: 0.7,
    },
    {
      pattern: 'named',
      regexp: new RegExp(
        `\\b(?:(?:[Pp]atient|[Mm]an|[Ww]oman|[Mm]ale|[Ff]emale|[Bb]oy|[Gg]irl|[Cc]hild|[Ii]nfant|[Pp]erson|[Ff]riend|[Cc]lient|old|[Dd]octor|[Nn]urse|one|someone|gentleman|lady)\\s(?:is\\s)?named|identified as|a\\.k\\.a\\.|goes by)\\s(?<value>${whole})`,
        'u',
      ),
      score: 0.75,
    },
    {
      pattern: 'patient',
      regexp: new RegExp(
        `\\b(?:[Pp]atient|[Pp]t|[Cc]lient|PATIENT|[Rr]esident|[Vv]eteran|[Pp]aciente|[Ee]nferm[oa]|[Nn]iñ[oa]|[Mm]adre|[Hh]ij[oa]|[Ee]spos[oa]|[Hh]erman[oa])s?[,:]?\\s(?<value>${part}(?: (?:${particle} )?${part}){1,3})(?![\\p{L}\\d])`,
        'u',
      ),
      score: 0.75,
    },
    {
      pattern: 'greeting',
      regexp: new RegExp(
        `(?<!\\p{L})(?:Dear|Hi|Hello|Hey|Hola|Estimad[oa]|Lieber?|Sehr geehrter?|Bonjour|Cher|Chère)\\s(?:${title}\\.?\\s)?(?<value>${parts})(?=\\s{0,2}[,:!\\n-])`,
        'u',
      ),
      score: 0.8,
    },
    {
      pattern: 'signature',
      regexp: new RegExp(
        `(?:Sincerely|Regards|Best regards|Kind regards|Warm regards|Best|Cheers|Yours truly|Yours sincerely|Respectfully|Thanks|Thank you|Atentamente|Saludos|Mit freundlichen Grüßen|Cordialement|[Ss]igned(?: by)?|[Ss]ignature)[,:]?\\s{0,4}(?:\\r?\\n\\s{0,8}){1,3}(?<value>${parts})(?=\\s{0,2}(?:\\r?\\n|$|,))`,
        'u',
      ),
      score: 0.85,
    },
    {
      pattern: 'mail header',
      regexp: new RegExp(
        `^(?:From|To|Cc|Bcc|Von|An|De|Para|Sender|Attn|ATTN)\\s?:\\s{0,3}["']?(?<value>${whole})`,
        'mu',
      ),
      score: 0.85,
    },
    {
      pattern: 'last, first',
      regexp:
        /(?<!\p{L})(?:[Nn]ame|[Pp]atient|PATIENT|NAME|Pt)\s?:?\s(?<value>\p{Lu}[\p{L}'’-]{1,24},\s\p{Lu}[\p{L}'’-]{1,24}(?:\s\p{Lu}\.?(?!\p{L}))?)/u,
      score: 0.85,
    },
    {
      pattern: 'HL7 name',
      regexp:
        /[|~](?=\p{L}[\p{L}'’-]{1,30}\^)(?<=^(?:PID|NK1|IN1|GT1|PV1|PV2|OBR|ORC)\|[^\n]{0,300})(?<value>\p{L}[\p{L}'’-]{1,30}\^\p{L}[\p{L}'’-]{0,30}(?:\^\p{L}[\p{L}.]{0,20})?)(?=[\^|~\n]|$)/mu,
      score: 0.8,
    },
    {
      pattern: 'machine readable',
      regexp:
        /(?:P[A-Z<][A-Z]{3}|I[A-Z<][A-Z]{3})(?<value>[A-Z]{2,24}(?:<[A-Z]{1,24}){0,3}<<[A-Z]{2,24}(?:<[A-Z]{1,24}){0,4})</,
      score: 0.95,
    },
    {
      pattern: 'relative',
      regexp: new RegExp(
        `\\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur|[Yy]our)\\s(?:wife|husband|son|daughter|mother|father|mom|mum|dad|brother|sister|spouse|partner|friend|aunt|uncle|cousin|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|step(?:son|daughter|mother|father|mom|dad|brother|sister)|ex-(?:wife|husband)|twin|niece|nephew|neighbou?r|caregiver|carer|aide|roommate|landlord|landlady|boss|coach|co-?worker|counsell?or|case ?worker|babysitter|nanny|boyfriend|girlfriend|fianc[ée]e?),?\\s(?<value>${whole})`,
        'u',
      ),
      score: 0.8,
    },
    {
      pattern: 'age behind',
      regexp:
        /(?<![\p{L}\p{N}])(?<value>\p{Lu}\p{Ll}[\p{L}'’-]{1,20}(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]{0,20})){0,2}),? (?:\d{1,3}(?: ?(?:yo[mf]?|y\/o)|[MF])(?![\p{L}\p{N}])|\d{1,2} ?[mf](?= (?:fell|presents|presented|with|w\/|c\/o|s\/p|seen|came|here|admitted|who|brought|complain)))/u,
      score: 0.7,
      holds: (match) => notTheEpisode(match) && !place.test(match),
    },
    {
      pattern: 'initials',
      regexp:
        /\b[Ii]nitials(?: are| is|:)? (?<value>(?:\p{Lu}\.){2,3}|\p{Lu}{2,3}(?=[\s,;.)]|$))(?![\p{L}\d])/u,
      score: 0.7,
      holds: () => true,
    },
    {
      pattern: 'Irish',
      regexp:
        /(?=O['’])(?<![\p{L}\p{N}'’])O['’]\p{Lu}\p{Ll}{2,20}(?!\p{L}| (?:Auto|Media|[Tt]est|[Cc]riteria|[Ss]ign|[Tt]riad|[Aa]irport))(?<!Hare)/u,
      score: 0.7,
    },
    {
      pattern: 'regarding',
      regexp: /\b[Rr]e:? (?<value>\p{Lu}\p{Ll}[\p{L}'’-]{1,20}?)(?=['’]s \p{Ll})/u,
      score: 0.6,
      holds: (match) => notTheEpisode(match) && !isEponym(match),
    },
    {
      pattern: 'Japanese',
      regexp: /(?:患者)?(?<value>(?![皆何神王同奥嬢])\p{Script=Han}{2,5})(?=様|さん|氏(?!名)|殿)/u,
      holds: () => true,
    },
    {
      pattern: 'Korean',
      regexp: /\p{Script=Hangul}{2,4}(?=\s?(?:씨|환자)(?!\p{L}))/u,
      holds: (match) =>
        !/^(?:고객|선생|의사|간호사|입원|외래|응급|모든|우리|해당|다른|당뇨|암|이|그|저)/.test(match),
    },
    {
      pattern: 'credential behind',
      regexp:
        /(?=,?\s(?:M\.?D\.?|D\.?O\.?|R\.?N\.?|NP|PA-C|Ph\.?D\.?|FNP|DDS|DMD|PharmD|LCSW|DPM|MBBS|FRCP|FACP|FACC)(?!\p{L}))/u,
      behind: new RegExp(`(?<![\\p{L}\\p{N}])${part}(?: ${part}){1,3}$`, 'u'),
      score: 0.85,
    },
  ],
  holds: notTheEpisode,
  edges: 'open',
  score: 0.8,
});

/** What names a disease, sign or device when an eponym stands before it. */
const medical =
  /^(?:['’]s?)?\s(?:disease|syndrome|lymphoma|sarcoma|tumou?r|score|scale|sign|test|criteria|index|catheter|palsy|chorea|thyroiditis|phenomenon|contracture|fracture|cyst|reflex|maneuver|manoeuvre|stain|monitor|classification|staging|grade|study|risk|anemia|tube|drain|line|procedure|ulcer|node|esophagus|hernia|angle|coma|virus|nodes|bodies|body|cells?|ganglion|space|point|triad|tetralogy|law|operation|position|incision|clamp)\b/i;

/**
 * Names that a title, a label, a greeting or a signature gives away. Names in running text are the tagger's.
 * A word that begins the next sentence, or an eponym before its disease, is left out.
 */
export const name: Recognizer = {
  ...shapes,
  find: (text) =>
    shapes.find(text).flatMap((found): Finding[] => {
      const value = text.slice(found.start, found.end);
      if (isEponym(value) && medical.test(text.slice(found.end, found.end + 24))) return [];
      return [trimmed(found, value)];
    }),
};

/** Words at the end that are ordinary ones, as in "Mr. Smith Has". */
const trimmed = (found: Finding, value: string): Finding => {
  let end = value.length;
  for (;;) {
    const last = /[ ,]+([^ ,]+)$/.exec(value.slice(0, end));
    if (last?.[1] === undefined || !isNotAName(last[1]) || /^\p{Lu}\.?$/u.test(last[1])) break;
    end = last.index;
  }
  return { ...found, end: found.start + end };
};
