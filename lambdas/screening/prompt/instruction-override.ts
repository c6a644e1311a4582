// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';
import { overrides } from './override-languages.ts';
import { phrases, type PhraseTable, signalled } from './phrase.ts';

// English. Each weight is what the phrase adds; 0.5 holds by itself. OWASP LLM01:2025, direct injection.
const english: PhraseTable = [
  [
    1,
    '@ignore ..3 @prior ..3 @rules',
    '@undo ..2 @your|previous|prior|earlier|above ..2 instruction|instructions|directives|rules|guidelines|programming|training|memory|safeguards|prompt',
    '@ignore ..2 @your ..2 @rules|guardrails|safeguards|ethics|limitations|filters|policy|memory',
    '@ignore ..1 the|these|those ..1 @rules ..1 above|before|earlier|given',
    'set|put|leave|cast|throw ..4 @rules ..1 aside|behind|away',
    '@ignore ..1 everything|anything|all ..4 told|said|learned|above|instructed|before|taught|know|prior',
    'override|disable|bypass|ignore|deactivate|suspend ..1 your|all|any ..2 safety|ethical|content|internal|security ..1 protocols|protocol|measures|filters|guidelines|mechanisms|guardrails|training',
    'do not|never ..1 follow|obey ..2 the ..2 instructions|rules|instruction ..1 above|before',
    'do not|never ..1 follow|obey ..2 your|previous|prior|original|any ..1 @rules',
    'don t follow|obey ..2 your|previous|prior|original ..1 @rules',
    'stop following|obeying ..2 your|previous|prior|original|the ..1 @rules',
    'you no longer ..3 follow|obey|adhere|comply',
    'pay no|little attention ..2 previous|prior|above|earlier|original ..2 @rules',
    'your ..2 @rules|policies|limitations|filters ..3 are|is|was|were|been|be ..3 @lift',
    'previous|prior|above|earlier|original ..1 instruction|instructions|directives|prompt ..2 are|is|was|were ..2 @lift',
    'you may|can|must now ..3 share|reveal|disclose|skip|ignore|swear|answer ..4 anything|everything|private|all|any|checks|customer|without|rules|every',
    'treat ..2 everything|all|anything ..3 prior|before|above|earlier ..4 as',
    '@rules above|before ..2 are|is|was|were ..2 @lift',
    '^ all|the|as ..4 restrictions|guardrails|filters|limitations ..1 are|is|have ..2 lifted|gone|void|suspended|disabled|removed|off',
    'you have no ..1 instructions|rules|restrictions|guidelines|limits|limitations|filters|programming|policies|constraints',
    'disable|deactivate|remove|switch|turn ..3 safety|content|ethical|moral|your ..1 layer|filter|filters|guardrails|guidelines|restrictions|censorship|alignment|training',
    'stop being ..4 assistant|bot|ai|model|chatbot|helpful',
    'say|write|print|respond|reply|output|answer ..5 i ..2 been|was|am hacked|pwned|compromised|jailbroken',
    'replace|overwrite|supersede ..2 your|previous|prior|original ..1 @rules',
    'system mode activated',
  ],
  [
    0.6,
    '^ ignore|disregard|forget the above|foregoing',
    'ignore|disregard ..1 above and|then|but',
    'ignore|disregard ..2 conversation|dialogue|context ..2 so far|above|before',
    '^ forget ..1 everything|it all',
    'your new|real|true|actual|only ..1 instructions|task|rules|objective|goal|directive|mission|purpose ..1 is|are|to',
    'new ..1 instructions|rules|directives ..1 are|follow|supersede|replace|override',
    'end of ..1 user|system|prompt|instructions|original ..1 input|prompt|instructions|message|text',
    'user is now ..2 administrator|admin|authorized|root|developer',
    'your ..1 next|new|real|only ..1 task|job|instruction|order is',
    'start over with new|different instructions|rules',
    'instead|now ..2 follow ..2 these|this|my|new ..1 instructions|rules|instruction|commands',
    'must|will|shall|to ..2 listen|obey|comply ..2 my|me|these ..3 instructions|orders|commands|order|command|every|anything',
    'maintenance|debug|developer|god|sudo|admin|root|system|override|diagnostic|dev|unrestricted|verification|training|jailbreak ..1 mode ..2 activated|enabled|engaged|on|active',
    'entering|enter|activate|enable|switch|initiate|engage ..4 maintenance|debug|developer|god|sudo|admin|root|override|diagnostic|dev|unrestricted|verification|jailbreak mode',
    'you are now|currently ..1 in ..1 maintenance|debug|developer|god|sudo|admin|root|override|diagnostic|dev|unrestricted|system|test mode',
    'training data override',
    'administrator|admin|developer|root|emergency override|command|authorization',
    'i am|m your ..1 developer|creator|programmer|engineer|administrator|owner|maker|god',
    'i am god|m god',
    'ignore ..2 safety|content|ethical|moral ..1 policy|policies|guidelines|protocols|considerations|implications|concerns|filters|rules|standards|constraints',
    'ignoring|disregard|disregarding ..2 any|all|possible ..2 moral|ethical|legal|ethics',
    'ignore|disregard ..3 ethical|moral|legal|negative ..2 implications|considerations|concerns|consequences',
    'ignore|disregard|skip ..1 function|webpage|resume|document|text|email|table|article|paper|page|code|context ..3 and|state|say|output',
    'no matter what ..2 told|instructed|instructions',
    'pay|give no|little attention|heed ..3 text|instructions|words|anything|everything ..4 first|before|above|earlier|came',
    'must|will|shall|should ..2 comply|obey ..2 everything|anything|every|all|whatever',
    'refusing|refusal|refusals ..1 is|are ..1 not|forbidden|prohibited ..1 permitted|allowed|an|acceptable',
    'the|your|all ..1 rules|restrictions|policies|guidelines ..1 don|do|no|doesn ..2 apply|exist|matter|count ..2 today|now|here|anymore|any|you',
    'permission to ..2 skip|ignore|bypass|break|disregard|override ..3 checks|rules|all|any|restrictions|policies|safety|instructions',
    'system|user ..1 instruction|instructions|message|prompt ..1 begins|begin|termination|terminated|ends|override',
    'we|you|i might|could|should|must|will|shall|can state|conclude|output|claim that|the|your|our|is',
    'let s|us ..2 state|admit|claim|conclude ..2 that|to|the',
    'in ..1 a ..3 world|universe|society|reality ..24 output|conclusion|answer|result|sum|total|response ..2 could|would|might|is ..1 be',
    'consider|assume|treat|take|report ..2 output|answer|result|conclusion|sum|total ..2 as|be|is',
    'state|output|print|say|respond|reply|display the following',
    'say|state|claim|declare|report|indicate|conclude ..2 that ..2 the ..3 capital|output|sum|conclusion|answer|result|total ..8 is|was',
  ],
  [
    0.3,
    '^ forget ..1 that|about',
    '^ actually ..1 forget|ignore|disregard',
    'from this point|moment ..1 on|forward|onward|onwards',
    'from now ..1 you',
    'from now on',
    'takes precedence|priority over|above ..2 instructions|rules|other|all',
    'these ..1 rules|instructions ..2 override|overwrite|supersede|important',
    'more important than ..3 rules|instructions|else',
    'i am|m ..2 police|fbi|president|ceo|administrator|admin|authorized|auditor',
    'system check|override|upgrade|mode',
    '^ ignore|disregard ..2 instructions|instruction|rules',
    'and nothing else|more',
    'whatever your ..1 instructions|rules|guidelines',
  ],
];

// Marks by which chat templates tell roles apart: inside a text they pretend to end it.
const templateMark =
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|end)\|>|\[\/?inst\]|<<\/?sys>>|<\/?system(?:[ _-]?(?:mode|prompt|message))?>|\[system\]|\[\/?system[ _](?:message|prompt|note)\]|#{2,3} ?(?:system|instruction|new instructions?)\b|begin system (?:message|prompt)/g;

const search = phrases(english);
const disguiseWeight = { leet: 0.3, split: 0.3, spaced: 0.6, 'typing-error': 0 } as const;

export const instructionOverride: PromptCheck = {
  name: 'instruction-override',
  looksAt: 'both',
  check(slot) {
    const found = search(slot.tokens);
    const inDisguise = found.flatMap(({ first, last }) =>
      slot.tokens.slice(first, last + 1).flatMap(({ disguise, start, end }) => {
        const weight = disguise === undefined ? 0 : disguiseWeight[disguise];
        return weight === 0 ? [] : [{ weight, start, end }];
      }),
    );
    const marks = Array.from(slot.folded.matchAll(templateMark), (mark) => ({
      weight: 0.7,
      start: mark.index,
      end: mark.index + mark[0].length,
    }));
    return [
      ...signalled(slot, 'instruction-override', [...found, ...marks.slice(0, 4), ...overrides(slot)]),
      ...signalled(slot, 'payload-smuggling', inDisguise.slice(0, 4)),
    ];
  },
};
