// SPDX-License-Identifier: Apache-2.0

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s*[,\n]\s*/));

/** People of history whose whole names hardly anybody else has. */
const distinctive = list(`
florence nightingale, ignaz semmelweis, sigmund freud, carl gustav jung, alois alzheimer, louis pasteur, alexander fleming, howard florey, edward jenner,
jonas salk, albert sabin, rudolf virchow, william osler, andreas vesalius, ambroise paré, marie curie, charles darwin, gregor mendel, albert einstein,
isaac newton, galileo galilei, leonardo da vinci, ivan pavlov, b.f. skinner, jean piaget, erik erikson, abraham maslow, albert bandura, lev vygotsky,
lawrence kohlberg, elisabeth kübler-ross, dorothea orem, callista roy, mary seacole, clara barton, dorothea dix, lillian wald, rosalind franklin,
wilhelm röntgen, wilhelm roentgen, christiaan barnard, michael debakey, henrietta lacks, karl landsteiner, immanuel kant, rené descartes,
john maynard keynes, karl marx, mahatma gandhi, nelson mandela, alan turing`);
/** Those whose whole names others have too, and those who are known by one name. */
const shared = list(`
carl jung, james parkinson, robert koch, joseph lister, ernst chain, john snow, william harvey, carl rogers, john bowlby, mary ainsworth, virginia apgar,
virginia henderson, jean watson, elizabeth blackwell, james watson, francis crick, robin warren, barry marshall, frederick banting, charles best,
paul ehrlich, emil behring, john stuart mill, adam smith, milton friedman, thomas bayes, nightingale, semmelweis, freud, jung, pasteur, koch, lister,
fleming, florey, chain, jenner, salk, sabin, virchow, osler, vesalius, paracelsus, curie, darwin, mendel, einstein, newton, galileo, pavlov, skinner,
piaget, erikson, maslow, bandura, vygotsky, bowlby, ainsworth, kohlberg, kübler-ross, kubler-ross, orem, röntgen, roentgen, hippocrates, galen,
avicenna, aristotle, plato, socrates, kant, descartes, keynes, alzheimer`);

/** What a question about one of them speaks of. "History", "unconscious" and "penicillin" stand in notes about patients too. */
const topic =
  /\b(?:history of (?:medicine|nursing|vaccin\w+|science|surgery|psychology|hospitals)|theor(?:y|ies|ist)|invent(?:s|ed|ion)|nobel|first describe[sd]?|psychoanaly\w+|philosoph\w+|hospital hygiene|hand ?washing|antisepsis|evolution|century|who was|founder of|famous|pioneer\w*)\b/i;
/** What is done with several of them. */
const lesson =
  /\b(?:history of (?:medicine|nursing|vaccin\w+|science|surgery|psychology|hospitals)|theor(?:y|ies)|discover penicillin|nobel|psychoanaly\w+|philosoph\w+|dreams|students|slides?|essay|quiz|lecture|(?:sentence|line|paragraph)s? each|timeline)\b/i;
/** Behind "did" and a name, or "X's": what is asked of a thinker, and not of a patient. */
const deeds =
  /^ (?:first )?(?:discover|describe|invent|argue|propose|teach|publish|theori[sz]e|contribute|win the nobel)\b/;
const works =
  /^['’]s (?:theor(?:y|ies)|stages|hierarchy|laws of|discovery of|experiments?|philosophy|ethics|psychoanalysis|oath)\b/;
/** What is said or asked of somebody who is treated, insured or served now: nothing is history beside it. */
const present =
  /\b(?:bed|room|rm|labs?|bp|mg|fell|pain|denies|reports|dose|meds|mrn|dob|admit\w*|consult|call|tell|email|schedule\w*|refills?|appointments?|claims?|accounts?|loans?|policy|cards?|transfers?|copay|coverage|balance|bill|insurance|address|phone|signed?|discharge\w*|follow[- ]?up|results?|today(?!['’]s)|tomorrow|yesterday|chart|note|letter|summary|surgery|invoice|payment|ward|floor|shift|handoff|allerg\w+|exam|scan|copd|asthma|complain\w*|eval\w*)\b|\d{5}|\d\/\d/i;

const plainly = (name: string): string =>
  name
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Whether a name is one of history's. */
export const isHistorical = (name: string): boolean =>
  distinctive.has(plainly(name)) || shared.has(plainly(name));

/**
 * Whether a text asks about history or theory, and about nobody who is treated or served: by its subject, by what it asks of one
 * of those people (`names`, as they were found), or because it is a lesson about several.
 */
export function isOfHistory(text: string, names: readonly string[]): boolean {
  if (names.length === 0 || present.test(text)) return false;
  const several = new Set(names.map(plainly));
  if (several.size > 1 && lesson.test(text)) return true;
  const low = text.toLowerCase();
  return [...several].every((name) => {
    if (distinctive.has(name) && topic.test(text)) return true;
    const at = low.indexOf(name);
    const behind = low.slice(at + name.length, at + name.length + 32);
    return (low.slice(0, at).endsWith('did ') && deeds.test(behind)) || works.test(behind);
  });
}
