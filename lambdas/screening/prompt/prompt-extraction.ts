// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';
import { phrases, type PhraseTable, signalled } from './phrase.ts';

// OWASP LLM07:2025, system prompt leakage, and secrets and other people's data that only the system could know.
const table: PhraseTable = [
  [
    1,
    '@reveal ..3 your|the|this|its|entire|full|exact|complete ..2 system|initial|hidden|original|starting|secret|internal|initialization|base|developer|pre|first|underlying ..1 @hiddenWords|string|configuration|messages',
    '@reveal ..4 system prompt|message|instructions',
    'what ..2 is|are|s|was|were ..2 your|the ..1 system|initial|hidden|original|starting|secret|internal|exact ..1 prompt|instructions|instruction|message|directives|configuration|guidelines|rules',
    'repeat|print|output|copy|recite|echo|paste|translate|reproduce ..2 the|all|every|everything|exact ..3 words|text|everything|above|sentences|content ..3 above|verbatim|prior|before',
    'repeat|recite|print|output|translate|summarize|reveal|show ..3 instructions ..3 you|were|given|above|verbatim',
    'my instructions are',
    'systemprompt|system_prompt',
    'instructions|prompt ..2 you ..1 were|are|have ..2 given|told|provided|received',
    'what|which|everything ..3 you ..1 told|instructed|programmed|prompted ..4 before|conversation|prior|not|beginning|start|by',
    'what were you told|instructed|given|asked',
    'what ..2 instructions ..2 you ..1 given|received|have|follow',
    'opposite ..2 of ..1 your ..1 instructions|system|prompt|rules|guidelines',
    'display|show|output|print|dump ..2 system ..1 configuration|prompt|settings|instructions|variables',
    'output|print|show|display ..1 initialization|initialisation ..1 string|prompt|data',
    'ignore ..4 output|print|tell|reveal ..3 instructions|prompt',
    'begin|beginning|start|top ..3 of ..2 this|the|our ..1 conversation|chat|prompt|context ..6 repeat|print|show|verbatim|output',
  ],
  [
    0.6,
    '@reveal ..3 your ..2 instructions|guidelines|directives|prompt|programming|rules|configuration|preamble',
    'what are|is|s your ..2 instructions|guidelines|directives|prompt|programming|rules|restrictions|limitations|initialization',
    'complete ..2 this|the|following ..1 sentence|phrase|text|line ..6 instructed|told|instructions|programmed|prompt',
    'i was instructed to|not',
    'were you|have you been ..2 instructed|told|programmed|forbidden ..2 to|not',
    'text|words|sentence|message|everything|paragraph above ..4 replace|but|reversed|base64|vowels|in|starting|verbatim',
    'repeat|print|copy|echo ..2 the above|previous|preceding',
    'verbatim ..8 instructions|prompt|rules|above',
    'what|tell|give|share|confirm|reveal|provide|need|want|say|disclose|show|know|guess|write|print|type|spell|encode ..3 your|our|system|admin|secret|the|user|users|root|master|login|account ..2 password|passphrase|passcode|secret|passwords|credentials|api ..1 key|to|in|with|for|is|be|of|using|backwards|now',
    'what|tell|give|share|confirm|reveal|provide|share|sharing|show|disclose ..3 your|our|system|secret|admin|master ..1 password|passphrase|secret|passwords|credentials|key',
    'what ..1 is|s|was the ..1 secret|password|passphrase|codeword',
    'tell ..1 me ..2 the ..1 password|passphrase|secret|codeword|key',
    'poem|haiku|song|story|acrostic|riddle|limerick|rhyme ..4 about|with|containing|using|of|where ..3 the|your|our password|passphrase|secret|key',
    'write|encode|spell|say|print|type ..1 the password|passphrase|secret|codeword',
    '@reveal|what|know ..4 user|users|customer|customers s ..2 email|address|birth|birthdate|birthday|bank|balance|password|phone|location|city|residence|home|favorite|favourite|name|personal|credit|card|account|account|ssn|data|information|details',
    'user s ..2 email|address|birth|birthdate|bank|balance|password|phone|location|city|favorite|favourite|home|current',
    'where|what ..1 does|do|is|did ..1 the user|users ..1 live|located|from|work|reside|living',
    'list|database|names|details|records|all ..2 of ..1 users|other|all ..1 users|customers|clients|employees|passwords ..6 bank|balance|password|email|address|data|and|their|details',
    '@reveal|print|access|query|dump|different ..4 your ..1 database|databases|memory|records|training|knowledge',
    'users in your database',
    'employee|customer|user|client|patient|personnel ..1 data|records|report|list|details ..12 send|email|forward|upload|post|print ..4 to|it|them|in',
    'give|tell|share ..4 list of ..1 users|customers|clients|accounts|employees|passwords',
    'bank|account ..1 balance of',
  ],
  [
    0.5,
    'give|tell|know|share|reveal|say|provide|using|of ..4 s ..1 birth|birthdate|birthday|email|bank|home|current|social|credit|personal|favorite|phone|exact|maiden|private ..1 date|address|balance|city|security|card|color|year|month|number|residence|data|information|name|of',
    'phishing ..2 email|message|page|site|mail',
    'confidential|proprietary|classified|internal ..1 information|data|documents|instructions ..4 reveal|share|tell|give|access|show',
    'without ..3 telling|mentioning ..3 user|anyone ..4 send|forward',
  ],
  // The same question in other languages that a policy may cover.
  [
    0.6,
    'cual|dime|dame|comparte|compartir|confirmar|confirma|revela ..4 contrasena|clave|secreta',
    'quel|donne|donnez|dis|partage|partager|confirmer|revele ..4 passe|secrete',
    'was|nenne|gib|teile|teilen|sag|verrate ..4 passwort|kennwort|geheimschlussel',
    'qual|compartilhe|compartilhar|partilhar|diga|confirme|revele ..4 senha|passe|secreta|chave',
    'qual|condividi|condividere|dimmi|confermare|rivela ..4 password|segreta',
    'какои|скажи|назови|поделиться|поделись|подтвердить|твои|наш ..4 пароль|ключ',
    'sifre*|parola* ..4 nedir|paylas*|soyle*|ver',
    'muestra*|repite|revela|dime|ensena* ..5 instrucciones|prompt|mensaje ..3 sistema|iniciales|ocultas|anteriores|originales',
    'montre|affiche|repete|revele|donne ..5 instructions|prompt|invite|message ..3 systeme|initiales|cachees|initial|originales',
    'zeige|wiederhole|verrate|nenne|gib ..5 systemprompt|systemanweisung*|anweisungen|systemnachricht|prompt',
    'mostre|mostra|repita|revele|ripeti|mostrami|rivela ..5 instrucoes|prompt|istruzioni|sistema',
    'покажи|повтори|раскрои|выведи ..5 системн*|инструкции|промпт|подсказк*',
  ],
];

const search = phrases(table);

export const promptExtraction: PromptCheck = {
  name: 'prompt-extraction',
  looksAt: 'both',
  check: (slot) => signalled(slot, 'prompt-extraction', search(slot.tokens)),
};
