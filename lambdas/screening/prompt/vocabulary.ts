// SPDX-License-Identifier: Apache-2.0

/** Word classes that the phrase tables share: `@ignore` in a pattern stands for any of these. */
export const vocabulary: Readonly<Record<string, string>> = {
  // Base forms only: "the patient ignored earlier instructions" reports, it does not order.
  ignore:
    'ignore|disregard|forget|override|bypass|discard|dismiss|overlook|neglect|circumvent|unlearn|abandon|erase|disobey|violate',
  undo: 'cancel|reset|drop|suspend|revoke|rescind|wipe|delete|remove|disable|retract|scrap|clear',
  your: 'your|ur|yuor|yor|youre|thy',
  lift: 'suspended|lifted|void|invalid|cancelled|canceled|disabled|removed|gone|revoked|obsolete|superseded|overridden|irrelevant|null|joke|mistake|test|expired|deactivated|outdated|waived|dropped|over',
  prior:
    'previous|prior|preceding|earlier|above|foregoing|past|former|initial|original|existing|all|any|every|those|these|aforementioned|other',
  rules:
    'instruction|instructions|directive|directives|prompt|prompts|guideline|guidelines|rule|rules|programming|training|command|commands|restriction|restrictions|constraint|constraints|safeguards|conversation|conversations|policies|instructed|guidance',
  ethics:
    'ethic*|unethical|moral|morals|morality|immoral*|legal|legality|illegal*|law|laws|unlawful|safety|harm|harmful|danger|dangerous|consequences|regard|inappropriate|offensive',
  limits:
    'restriction*|limit|limits|limitation*|filter|filters|filtering|censorship|censor|boundar*|guideline*|rule|rules|policy|policies|constraint*|restraint*|guardrail*|safeguard*|ethics|morals|morality|principles|confines|safety|regulation*|inhibition*|content_policy',
  assistant: 'ai|assistant|chatbot|bot|llm|llms|gpt|chatgpt|model|agent|copilot|claude|gemini|bard|a i',
  makers: 'openai|anthropic|google|microsoft|meta|discord|chatgpt|gpt|bing',
  reveal:
    'reveal|show|repeat|print|display|output|tell|give|share|expose|leak|dump|disclose|list|recite|translate|encode|summarize|summarise|paraphrase|describe|provide|return|echo|send|spell|type|log|state|copy|include|quote|read|rewrite|convert|write|see|know',
  hiddenWords:
    'prompt|prompts|instruction|instructions|message|configuration|guidelines|directives|preamble|context|rules|initialization',
  secret: 'password|passwords|passphrase|passcode|secret|key|credentials|codeword',
  harm: 'harmful|illegal|unethical|immoral|offensive|explicit|nsfw|inappropriate|dangerous|violent|profane|hateful|racist|sexist|obscene|vulgar|derogatory|toxic',
};
