// SPDX-License-Identifier: Apache-2.0
import type { PhraseTable } from './phrase.ts';

const languages =
  'french|spanish|german|italian|portuguese|russian|chinese|mandarin|japanese|korean|arabic|hindi|dutch|turkish|polish|greek|latin|english|swedish|hebrew|vietnamese|thai|klingon';
const alter =
  'include|add|integrate|modify|augment|enhance|append|insert|incorporate|mention|encode|reverse|translate|render|provide|write|express|use|replace|substitute|convert|remove|group|combine|scramble|jumble|misspell|introduce|rearrange|anagram|shift|invert|apply|start|begin|end|finish|conclude|give|display|present|format|spell|make|produce|limit|adjust|transform|obfuscate|encrypt|prepend|sprinkle|embed|weave|recast|turn|swap|capitalize|repeat|omit|slip|work|tweak|alter|change|deliver|compose|phrase|answer|return|mix|garble|encipher|cipher|shuffle|amend|extend|supplement|expand|rephrase|rewrite|construct|represent|infuse';
const reply = 'response|reply|answer|output|responses|replies|answers|summary|completion|outputs';

/** What is said, in a text that is only to be read, to whoever answers (OWASP LLM01:2025, indirect injection). */
export const documentPhrases: PhraseTable = [
  [
    0.7,
    `^ ${alter} ..8 your|the ..1 ${reply}`,
    `^ please|also|then|now|finally|additionally|and|can|could|must|should ..3 ${alter} ..6 your ..1 ${reply}`,
    `^ in|with|for|to|within|throughout your ..1 ${reply} ..2 ${alter}|suggest|tease|promote|recommend|state|say|refer|tell|claim|warn|ask|announce|advertise|praise|invite|hint|insist|quote|urge|remind|direct|highlight`,
    `${alter} ..12 in|to|of|for|into|throughout|from your ..1 ${reply}|message`,
    `^ encode|translate|reverse|render|encrypt|convert|obfuscate|scramble|transform|jumble ..3 your ..1 message|text|words|sentence|sentences`,
    '^ replace|substitute|convert|remove|scramble|jumble|misspell|rearrange|shift|reverse|swap|capitalize|shuffle|group|combine|use|invert|omit|encode ..3 every|each|all|vowel|vowels|third|fourth|second|the ..4 letter|letters|vowel|vowels|consonants|words|characters|spaces|word|with ..6 with|in|to|for|by|backwards|number|numbers|symbol|symbols|emoji|emojis|their|its|following',
    'replace|substitute|swap|convert|exchange|shift|rearrange|scramble|misspell|anagram|capitalize ..3 every|each|all|vowels|third|fourth|second ..3 letter|letters|vowel|vowels|word|words|consonant|with|to|for',
    `^ reply|respond|answer|write|speak|communicate|talk ..3 in|using|with|only|as ..2 ${languages}|base64|base32|base16|base58|hex|hexadecimal|binary|morse|reverse|emoji|emojis|code|cipher|rhyme|rhymes|caps|uppercase|lowercase|pirate|leetspeak|riddles|haiku|anagrams|numbers|backwards|alphanumeric`,
    `^ can|could|would|please|kindly|now ..2 reply|respond|answer|write|speak ..2 in|using|with|as ..2 ${languages}|base64|base32|base16|base58|hex|hexadecimal|binary|morse|reverse|emoji|emojis|code|cipher|rhyme|caps|uppercase|lowercase|leetspeak`,
    `^ translate|render|provide|give|write ..6 to|into|in ..1 ${languages}`,
    'homophonic|monoalphabetic|polyalphabetic|caesar|vigenere|substitution ..1 substitution|cipher|ciphers|shift',
    '^ anade|agrega|incluye|incorpora|modifica|traduce|codifica|invierte|reemplaza|responde|contesta|termina ..8 tu|la respuesta|contestacion|resumen|mensaje',
    '^ en tu respuesta ..2 incluye|menciona|sugiere|recomienda|anade|di|promociona',
    '^ responde|contesta ..3 en|solo|unicamente ..2 ingles|frances|aleman|italiano|portugues|ruso|chino|japones|base64|emojis|mayusculas|verso|rima',
    '^ ia|asistente|chatbot ..3 debes|ignora|responde|di|anade|incluye|olvida|nunca|siempre',
    'si eres un|una ..1 ia|modelo|asistente|inteligencia',
    'base16|base32|base58|base64|base85|rot13|morse|leetspeak ..1 encoding|encoded|format|code|to ..3 display|response|answer|your|message',
    'ai|llm|chatbot|gpt|assistant|model|agent ..2 reading|processing|summarizing|summarising|parsing|analyzing|evaluating|reviewing ..2 this',
    'if you are|re ..1 an|a ..1 ai|llm|assistant|language|chatbot|model|bot|agent|automated',
    '^ note|notes|attention|message|instruction|instructions|notice|reminder|hint ..1 to|for ..2 @assistant|llms|models|agents|reviewer|screener|summarizer',
    '^ rate|rank|score|classify|mark|label|recommend|select|approve ..2 this|the ..2 candidate|resume|applicant|paper|review|claim|loan|application|product ..4 as|highly|best|top|positive|approved|first|strongest|excellent',
    '^ attention|note|important|dear|hey|hello|hi|notice|message|instruction|instructions ..2 ai|llm|llms|assistant|chatbot|gpt|chatgpt|claude|copilot|gemini ..1 assistant|model|models|agent|agents|system|you|ignore|please|do|must|only|when|reader|readers',
    '^ assistant|ai|chatbot|llm|chatgpt|gpt|copilot|claude|gemini|siri|alexa ignore|please|must|should|you|stop|forget|now|do|add|tell|send|say|always|never|respond|reply|output|include|execute',
    'language|ai|the|this|llm model|models|assistant|assistants|ai|chatbot|agent|agents ..1 must|should|has|have|shall|need|needs|please ..2 ignore|include|respond|output|say|rate|give|recommend|print|answer|add|tell|state|mention|praise|refuse|translate|write',
    '^ ai|llm|automated|robot|artificial ..1 reviewer|screener|grader|summarizer|reader|agent|agents|recruiter|reviewers ..2 give|rate|rank|add|say|recommend|ignore|write|must|please|score|mark',
    `your ..1 ${reply} ..1 should|must|needs|has|shall|ends|end|contains|contain|includes|include|starts|mentions|is|will`,
    `make ..1 sure ..2 your|the ..1 ${reply}`,
    'the user|reader|users ..1 should|must|needs|has ..2 be|to ..1 told|asked|informed|advised|directed|install|click|visit|call|pay',
    '^ instead ..1 of ..1 summarizing|summarising|answering|translating|explaining|reading|analyzing|describing|responding',
    '^ from now on ..2 respond|answer|reply|speak|write|act|behave|talk|only|always|you',
    'ask the user|users|reader|customer ..1 for|to|whether',
    '^ do not answer|summarize|summarise|translate|respond|reply|analyze ..2 the|this|to|but|instead|and|or',
    'send|forward|post|upload|email|transmit|leak ..3 conversation|chat|transcript|history|prompt|context|dialogue ..3 to',
    '^ when|while|before|after|if ..1 summarizing|summarising|answering|processing|responding|replying|translating|analyzing ..6 document|email|text|page|message|table|article|question|questions|user|this|report|content ..3 include|add|say|always|do|state|mention|tell|also|ignore|never|you|make|output|recommend',
    'tell|inform|advise|instruct|direct|ask|encourage|urge|convince ..1 the user|users|reader|readers ..2 to|that|they|about',
    'do|don|never ..2 not|t ..1 mention|tell|reveal|inform|disclose|show|let ..5 user|users|human|operator|reviewer|instruction|instructions',
    'without ..2 informing|telling|alerting|notifying ..1 the user|anyone|reviewer',
    'the user|users ..1 wants|asked|asks|would|has|have|requested|request ..3 you|instead|now',
    'your ..2 task|job|goal|role|mission|objective|purpose ..2 is|now ..2 to|write|only',
    '^ you are ..1 now ..2 a|an|the|in|free|required ..1 assistant|ai|bot|pirate|expert|model|agent|chatbot|mode|to|different|new',
    'previous|prior|above|earlier|other|following|all ..2 instructions|instruction|text|document|content|prompt|context ..1 is|are|was|were|should|must ..2 be ..1 ignored|wrong|disregarded|false|outdated|superseded|overridden|forgotten|test|a',
    'new|updated|real|actual|additional|hidden|secret|special ..1 instruction|instructions|task|directive|command ..2 for|to ..2 ai|assistant|model|you|llm|system|follow|the',
    '^ instead ..3 write|say|tell|output|answer|respond|reply|translate|print',
    'output|print|respond|reply|say|answer|write ..2 only|exactly|nothing ..2 with|the|but|but|this|following',
    'execute|call|invoke|use ..3 tool|function|api|plugin ..4 to|with ..4 send|delete|transfer|read|email|fetch|forward|upload|pay',
    'retrieve|collect|gather|find|search|extract|list ..6 password|passwords|credentials|contacts|emails|records|data|secrets|keys|conversation|history ..8 send|email|post|forward|upload|exfiltrate|append',
  ],
];
