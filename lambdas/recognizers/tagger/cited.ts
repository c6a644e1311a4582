// SPDX-License-Identifier: Apache-2.0

/** Decisions that everybody cites by their parties. Any other "X v. Y" may be the requester's own case, and stays found. */
const landmark =
  /\b(?:Roe v\.? Wade|Doe v\.? Bolton|Dobbs v\.? Jackson|Planned Parenthood v\.? Casey|Brown v\.? Board|Plessy v\.? Ferguson|Marbury v\.? Madison|Miranda v\.? Arizona|Gideon v\.? Wainwright|Terry v\.? Ohio|Griswold v\.? Connecticut|Loving v\.? Virginia|Obergefell v\.? Hodges|Cruzan v\.? (?:Director|Missouri)|Tarasoff v\.? (?:Regents|The Regents)|Moore v\.? (?:The )?Regents|Canterbury v\.? Spence|Buck v\.? Bell|Jacobson v\.? Massachusetts|Daubert v\.? Merrell|Olmstead v\.? L|Bragdon v\.? Abbott|King v\.? Burwell|Washington v\.? Glucksberg|Vacco v\.? Quill|Montgomery v\.? Lanarkshire|Bolam v\.? Friern|Gillick v\.? West Norfolk|Donoghue v\.? Stevenson|Carlill v\.? Carbolic|Hadley v\.? Baxendale)\b/giu;
/**
 * Parties, places and companies in front of what goes by them. Most are also names of patients, so each has its own words:
 * Miranda has rights and warnings, but whoever "denied chest pain", or whose test came back, is somebody.
 */
const party = new RegExp(
  String.raw`^(?:` +
    [
      '(?:roe|dobbs|tarasoff|bolam|daubert)(?= (?:decisions?|ruling|test|standard|duty|motion|warnings?)\\b)',
      '(?:daubert|frye)(?= (?:test|standard|hearing|motion)\\b)',
      '(?:gillick|fraser)(?= (?:competence|competent)\\b)',
      'miranda(?= (?:warnings?|rights)\\b)',
      '(?:belmont|helsinki|nuremberg)(?= (?:report|declaration|convention|accords?|principles?)\\b)',
      '(?:tuskegee|framingham|bethesda)(?= (?:study|cohort|equation|formula|criteria|classification)\\b)',
      "(?:moody|fitch)(?=(?:['’]s)? (?:ratings?|agency)\\b)",
      'basel(?= (?:iii|ii|iv|accords?)\\b)',
      '(?:sharpe|sortino)(?= ratio\\b)',
      'ponzi(?= scheme\\b)',
      'roth(?= (?:iras?|401|(?:or|vs\\.?|versus|and) traditional)\\b)',
      'cox(?= (?:regression|models?|proportional|hazards?|analysis|ph)\\b)',
      'brent(?= crude\\b)',
      '(?:kaiser|humana)(?= (?:covers?|covered|plans?|members?|ppo|hmo)\\b)',
    ].join('|') +
    ')',
  'i',
);
/** What goes by the names of two or more: a model, a law, a method. */
const joint =
  /^(?:black[-–]scholes(?:[-–]merton)?|dodd[-–]frank|sarbanes[-–]oxley|glass[-–]steagall|gramm[-–]leach(?:[-–]bliley)?|monte carlo|hardy[-–]weinberg|kaplan[-–]meier|mann[-–]whitney|cockcroft[-–]gault|monro[-–]kellie|frank[-–]starling|michaelis[-–]menten|hosmer[-–]lemeshow|newey[-–]west|fama[-–]french|kolmogorov[-–]smirnov|henderson[-–]hasselbalch|standard & poor['’]s|dow jones)$/i;
const reach = 40;

/** Whether a stretch is cited, and nobody's: a landmark case, the "Belmont report", "Gillick competence". UTF-16 offsets. */
export function isCited(text: string, { start, end }: Readonly<{ start: number; end: number }>): boolean {
  if (party.exec(text.slice(start, end + 24))?.[0].length === end - start) return true;
  if (joint.test(text.slice(start, end)) || joint.test(text.slice(start, end + 2))) return true;
  const from = Math.max(0, start - reach);
  const around = text.slice(from, end + reach);
  if (!around.includes(' v')) return false;
  for (const match of around.matchAll(landmark))
    if (from + match.index <= start && from + match.index + match[0].length >= end) return true;
  return false;
}

/** Catheters, drains and monitors that go by somebody's name alone, and by a name that hardly anybody has. */
const device =
  /^(?:broviac|groshong|tenckhoff|swan[- ]ganz|jackson[- ]pratt|hemovac|yankauer|bovie|doppler|ommaya|dobhoff|malecot|ambu|trendelenburg)$/i;
/** Those that are also the names of patients: only what nobody says of a person makes a device of them. */
const surname = /^(?:foley|hickman|penrose|blake|holter|salem|steinmann|fowler|kirschner|hoyer|geri)$/i;
const thingBehind =
  /^(?:['’]s)?,? (?:(?:catheter|cath|drain|bag|bulb|balloon|tubing|line|port|monitor|sump|position|lift|chair|urine|signal|pulses?|draining|in situ|in place|to gravity|patent|intact|clamped|\d+ ?(?:ml|cc|fr|french))\b|out (?=at \d)|(?:(?:was|is|has been|got|being) )?(?:removed|inserted|exchanged)(?=\s*(?:[.,;]|$| at \d| today| yesterday| this )))/i;
const thingBefore = /\b(?:an|a|indwelling|insert|inserted|flush|flushed|clamp|clamped)\s$/i;
const handledBehind =
  /^(?:['’]s)?,? (?:(?:was|is|has been|got|being|still|now|fr|size) )?(?:out|in\b|removed|placed|pulled|inserted|draining|drained|d\/c['’]?d?|dc['’]?d|changed|exchanged)\b/i;
const handledBefore =
  /\b(?:remove|removed|place|placed|pull|pulled|d\/c|dc|discontinue|discontinued|change|changed|exchange|with|via|has|had|have|the|new|her|his)\s$/i;

/** Whether a stretch is a device that somebody handles ("Foley out at 6", "a Jackson-Pratt"), and no person. */
export function isDevice(text: string, { start, end }: Readonly<{ start: number; end: number }>): boolean {
  const name = text.slice(start, end);
  const rare = device.test(name);
  if (!rare && !surname.test(name)) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  const behind = text.slice(end, end + 32);
  if (thingBehind.test(behind) || thingBefore.test(before)) return true;
  return rare && (handledBehind.test(behind) || handledBefore.test(before));
}
