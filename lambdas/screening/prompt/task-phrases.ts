// SPDX-License-Identifier: Apache-2.0
import type { PhraseTable } from './phrase.ts';

const works =
  'essay|poem|story|speech|script|function|code|program|song|haiku|article|recipe|joke|blog|introduction|paragraph|itinerary|command|example|insights|overview|tutorial|lyrics|slogan|list|equivalent|sonnet|limerick|novel|dialogue|letter|email|tweet|post|riddle|quiz|plan|query|regex|algorithm|class|snippet|formula|review|summary|guide|outline|proof|explanation|translation|sentence|definition|ideas|tips|strategies|book|movie|trip|trips|vacation|restaurant|restaurants|places|hotel|dish|meal|song|steps|password|playlist';

/** What somebody asks an assistant to do, at the start of a sentence. */
export const taskPhrases: PhraseTable = [
  [
    0.6,
    `^ write|draft|compose|develop|create|generate|craft|provide|produce|tell|give|design|show|recommend|suggest|offer|list|prepare|build|make ..6 ${works}`,
    '^ write|draft|compose ..1 a|an|me|some',
    `^ can|could|would|please|help|kindly|now ..3 write|draft|compose|generate|create|show|tell|give|help|explain|classify|translate|recommend|suggest|provide|describe|summarize|solve|convert|calculate|analyze|define|list`,
    '^ help me ..2 with|write|find|understand|to|plan|solve|create|draft',
    '^ explain|describe|summarize|summarise|translate|define|analyze|analyse|compare|outline|discuss|paraphrase|rewrite|solve|calculate|convert|classify|elaborate|interpret|determine|identify|recommend|suggest|recite|brainstorm|simulate|evaluate|predict|imagine|name|prove|simplify|find ..1 the|a|an|how|why|what|this|these|whether|in|between|some|three|five|two|all|following|if|good|me|your|ten|one|of|main|sentiment|every|any|key',
    '^ break down',
    '^ convert|translate|calculate ..6 to|into|in',
    '^ give|tell|show|teach|find|walk|bring|list me',
    '^ list|name|recommend|suggest ..1 the|all|some|a|an|five|three|ten|good',
    '^ what s|is ..5 in english|spanish|french|german|italian|portuguese|russian|japanese|chinese|korean|arabic|latin|hindi',
    '^ provide|give ..1 a|an|the|some|me|insights|details|information',
    '^ escribe|redacta|compon|crea|genera|desarrolla|recomienda|sugiere|dame|proporciona ..4 poema|cuento|historia|ensayo|articulo|discurso|codigo|programa|funcion|receta|cancion|chiste|lista|resumen|ejemplo|ideas|libro|pelicula|script|guion',
    '^ explica|describe|resume|traduce|analiza|define|calcula ..1 el|la|los|las|un|una|como|que|por|siguiente',
    'determine|analyze|classify|identify|detect ..3 sentiment|mood|tone|emotion|language',
    'is|are this|the|that ..2 feedback|review|comment|sentence|tweet|statement ..2 positive|negative|sarcastic',
  ],
];

/** Tasks that no procedure, plan or form sets: what is made has no use there. */
export const idlePhrases: PhraseTable = [
  [
    0.6,
    '^ write|draft|compose|develop|create|generate|craft|provide|produce|tell|give|design|show|recommend|suggest|make ..6 poem|story|speech|song|haiku|recipe|joke|lyrics|slogan|sonnet|limerick|novel|riddle|quiz|tweet|regex|algorithm|playlist|movie|restaurant|fairy|rap|python|javascript',
    '^ please|now|then|also|can|could ..3 write|draft|compose|create|generate|tell|give|show|recommend|suggest ..6 poem|story|speech|song|haiku|recipe|joke|lyrics|slogan|sonnet|limerick|novel|riddle|quiz|tweet|regex|algorithm|playlist|movie|restaurant|fairy|rap|python|javascript',
    '^ translate ..8 to|into|in french|spanish|german|italian|portuguese|russian|japanese|chinese|korean|arabic|latin|hindi|klingon',
    'determine|analyze|classify|identify|detect ..3 sentiment|mood|tone|emotion',
  ],
];

/** How questions begin that anyone could ask anybody. */
export const questionPhrases: PhraseTable = [
  [
    0.6,
    '^ what|who|which|why|where|when|how',
    '^ what|who|where|how s',
    '^ how do|can|would|should i|you|one|we',
    '^ cual|cuales|quien|quienes ..1 es|son|fue|escribio|invento|pinto|descubrio|gano|eran',
    '^ como se|funciona|funcionan|puedo',
    '^ que|donde|cuando|por ..2 es|son|fue|ocurrio|esta',
    '^ tell me what|who|how|why|about',
  ],
];

/** Words by which a sentence speaks of its reader, its writer or the matter at hand. */
export const personal: ReadonlySet<string> = new Set(
  'you your yours we our ours us he she they his him her them their my mine this that these those it its i me am today yesterday tomorrow here usted ustedes tu te su sus mi mis nuestro nuestra me le les este esta esto ese esa'.split(
    ' ',
  ),
);

/** How procedures, plans, recipes and checklists speak to their readers. */
export const orderVerbs: ReadonlySet<string> = new Set(
  'keep take wash wipe do avoid stop continue repeat call return follow use give provide prepare write list check record report send delete run open close choose press add remove replace bring tell ask explain describe calculate compare monitor ensure review document apply inject put place turn switch unplug store inform contact see look read sign attach include complete fill submit schedule arrange assess measure obtain administer discuss consider recommend suggest create encourage educate start begin wait hold chop simmer season update restart reset clear reduce increase taper refer offer verify confirm note say greet end plan allow help make let talk walk drink eat rest sleep elevate inspect clean dry cover reply respond translate never always'.split(
    ' ',
  ),
);
