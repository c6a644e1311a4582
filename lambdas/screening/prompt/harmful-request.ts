// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';
import { harmfulSpanish } from './harmful-spanish.ts';
import { phrases, type PhraseTable, signalled } from './phrase.ts';

// Asking verbs. "How do I kill a process" asks too: what makes harm is the object.
const make =
  'make|making|build|building|create|creating|synthesize|synthesise|synthesizing|synthesis|manufacture|manufacturing|produce|producing|cook|cooking|construct|assemble|assembling|craft|design|develop|obtain|acquire|buy|steal|smuggle|smuggling|grow|extract|prepare|recipe|write|code|program|instructions|guide|formula|steal|sell|selling|distribute|distributing|generate|weaponize|deploy|spread|release|disperse|detonate|planting|plant|precursor|precursors';
const ask =
  'write|create|compose|generate|draft|give|provide|explain|describe|outline|list|how|tell|show|develop|teach|guide|instructions|instruct|steps|argue|produce|design|publish|convince|persuade|make|script|tutorial|plan|detailed|step';

const table: PhraseTable = [
  [
    0.6,
    // Weapons
    `${make} ..6 bomb|bombs|explosive|explosives|ied|grenade|grenades|landmine|molotov|napalm|c4|tnt|thermite|detonator|silencer|suppressor|bioweapon|bioweapons|pipebomb|warhead`,
    `${make} ..6 nerve|mustard|sarin|novichok|vx|ricin|anthrax|botulinum|tabun|phosgene|biological|chemical|nuclear|dirty|radiological|smallpox|cholera ..2 gas|agent|agents|weapon|weapons|toxin|bomb|spores|cultures|device|warfare`,
    'make|synthesize|synthesise|produce|synthesizing|cook|manufacture|extract|aerosolize ..2 sarin|novichok|ricin|vx|tabun|soman|phosgene|anthrax|polonium',
    'gun|guns|firearm|handgun|rifle|pistol ..3 without ..3 background|check|license|serial|permit|id|registration',
    'sarin|novichok|ricin|botulinum toxin|chlorine gas|hydrogen cyanide ..8 make|synthesize|from|home|step|culture|instructions|extract|dispersal|obtain|without',
    'chemical|biological warfare|weapon|weapons ..1 agents|agent',
    `${make} ..4 ghost gun|guns|firearm`,
    'untraceable|3d printed ..1 gun|firearm|weapon',
    // Drugs
    `${make} ..6 meth|methamphetamine|mdma|lsd|heroin|nitazene|carfentanil|cocaine|crack|fentanyl|ghb|dmt|ecstasy|pcp|rohypnol|ketamine|amphetamine|roofies`,
    'meth|mdma|lsd|heroin|nitazene|carfentanil|cocaine|fentanyl ..2 lab|recipe|cook',
    'drug|date ..1 rape ..1 drug|drugs|somebody|someone',
    // Malware and intrusion
    `${make}|${ask} ..6 malware|ransomware|keylogger|rootkit|spyware|trojan|botnet|worm|virus|stuxnet|rat|cryptojacker|backdoor|exploit ..6 script|code|that|program|to|in|for|which|software|infects|spreads|python|undetected|evade|admin*`,
    'write|create|develop|code|generate|build ..4 malware|ransomware|keylogger|rootkit|spyware|trojan|botnet|stealer|exploit|ddos',
    'hack|hacking|hijack|crack|cracking|breach|breaching|infiltrate|infiltrating|breaking ..1 into|someone|somebody|account|password|passwords|wifi|a|an|the|my|email|government|voting|atm ..6 account|email|network|computer|system|database|atm|machine|phone|bank|server|site|website|facility|passwords|satellite|camera|wifi|drone|government|terminal|webcam|router|printer|car|synthesis|plant|lab|agency|device|password|into|security',
    'gain|gains|gaining|get ..3 unauthorized|administrative|illegal|illicit ..1 access|privileges|entry',
    'sql|ddos|dos|phishing|man in the middle|brute|spoofing ..2 injection|attack|attacks|email|emails|campaign|kit|force ..6 write|launch|craft|perform|script|against|carry|execute|steal|aimed|bypass|on|against',
    'evade|evading|avoid|avoiding|bypass|bypassing|fool|disable|defeat ..3 detection|antivirus|plagiarism|traced|tracing|suspicion|fingerprinted|forensics|geofencing|breathalyzer|captcha|authentication|surveillance|police|drm',
    'without ..2 being|getting|be|get ..1 caught|detected|traced|arrested|noticed',
    'cheat|tamper|tampering|rig|rigging ..4 smog|exam|election|test|meter|emissions|slot|voting|water|breathalyzer|drug|odometer|evidence|ballots|vehicle',
    // Fraud
    `buy|buying|use|using|purchase|purchases|shop|${make} ..6 stolen|skimmed|cloned ..2 card|cards|credit|identity|goods|data`,
    `clone|cloning|skim|skimming|counterfeit|counterfeiting|forge|forging|fabricate|${make}|${ask} ..5 fake|counterfeit|fraudulent|fabricated|forged ..3 debit|credit|card|cards|money|bills|passport|passports|id|ids|identity|charity|check|checks|document|documents|reviews|currency|prescription|prescriptions|signature|invoice|invoices|data|diploma|diplomas|degree|weight|drug|drugs|vaccine|evidence|bills|watermark*`,
    'clone|cloning|skim|skimming|counterfeiting|forge|forging ..3 debit|credit|card|cards|money|bills|passport|passports|id|ids|identity|charity|check|checks|document|documents|reviews|currency|prescription|prescriptions|signature|invoice|invoices|data|diploma|diplomas|degree|weight|drug|drugs|vaccine|evidence|bills|watermark*',
    'launder|laundering ..4 money|dollars|euros|bitcoin|funds|cash|proceeds',
    `${ask} ..8 scam|scamming|ponzi|pyramid|embezzle|embezzlement|extort|extortion|blackmail|blackmailing|ransom|bribe|bribing|insider ..4 email|someone|people|to|scheme|trading|money|note|message|script|script|call|letter|for|funds|victims|company|without|sell|official|judge`,
    'identity theft ..8 commit|how|steps|tutorial|tips|guide|without|get',
    'commit|committing|perform ..3 fraud|identity|arson|murder|suicide|tax|insider|crime|genocide|terrorism|perjury|theft',
    'evade|evading|cheat|avoid ..2 paying|tax|taxes ..2 tax|taxes|irs|illegally|fraud',
    'shell ..1 company|companies ..8 funnel|launder|hide|money|evade|illegal*',
    'sell|selling|harvest|harvested|harvesting|buy ..4 organs|organ|kidney|kidneys|children|human|endangered|ivory|slaves|stolen',
    'black market|dark web ..8 sell|buy|organs|guns|weapons|drugs|how|vendors|contact',
    'convince|convincing|persuade|trick|tricking|lure|luring|deceive|manipulate|manipulating|coerce|groom|grooming ..5 share|social|child|children|minor|minors|into|suicide|give|meet|kids|teenager|doctor|eat|bank|elderly|buy|sexual|voters|not ..5 security|suicide|sex|sexual|password|meet|car|credit|opioid*|number|joining|harm|votes|voting|account|details|information|money',
    `${ask} ..5 phishing|smishing|vishing|spearphishing ..2 email|mail|message|page|sms|campaign|site|text|letter|kit|script|website`,
    // Violence and hatred
    'kill|murder|assassinate|poison|torture|kidnap|kidnapping|abduct|strangle|rape|stalk|stalking|behead|lynch|dismember|bully|blackmail|harass|harassing|beat ..3 someone|somebody|person|people|wife|husband|neighbor|neighbour|boss|president|child|children|roommate|girlfriend|boyfriend|partner|coworker|colleague|family|him|her|them|woman|women|man|girl|girls|politician|ex|classmate|employee|grandmother|baby|human|humans|victim|yourself|myself|senator|journalist|celebrity|cop|cops|police|crowd ..6 without|away|using|make|accident|untraceably|undetected|steps|plan|slowly|painfully|secretly',
    'how|ways|way|plan|instructions|guide|steps|best ..3 to ..1 kill|murder|assassinate|poison|torture|kidnap|strangle|rape|stalk|dismember|abduct ..2 someone|somebody|person|people|wife|husband|neighbor|boss|president|child|children|him|her|them|woman|man|girl|humans|victim|my|politician ..1 someone|somebody|person|people|wife|husband|neighbor|boss|president|child|children|him|her|them|woman|man|girl|humans|victim|politician|ex|partner|dog|roommate|colleague',
    'hide|dispose|disposing|hiding|get ..2 rid|of|a|the ..2 corpse|corpses',
    'hide|dispose|disposing|hiding ..1 of ..1 a|the dead body',
    'hide|hiding a|the body',
    'mass shooting|shootings|murder|casualties|suicide|poisoning ..8 plan|how|commit|instructions|guide|school|maximize|write|describe|fantasy',
    'bomb|bombing|shoot|attack|poison ..3 school|building|mall|synagogue|mosque|church|airport|reservoir|water|grid|crowd|stadium ..4 how|plan|to|supply|with',
    'death|bomb threat|threats',
    `${ask} ..8 genocide|ethnic|racist|xenophobic|antisemitic|neo|supremacist|supremacy|racial|hateful|holocaust|nazi|nazis|white ..6 speech|rant|poem|cleansing|slurs|jokes|justification|propaganda|hatred|good|glorif*|praise|praises|praising|party|genocide|never|article|manifesto|superior|inferior|purposes|toward|against|slogan|monologue`,
    'glorif*|praise|praises|praising|romanticiz*|justif*|celebrat*|trivializ* ..5 holocaust|nazi|hitler|genocide|slavery|terrorism|terrorist|suicide|sexual|rape|anorexia|school|massacre|ethnic|mass',
    'inciting|incite|promoting|promote|spread|encourage|encouraging|stoke ..3 hatred|violence|genocide|discrimination|suicide|anorexia|bulimia|self|racism|misogyny|terrorism|physical|panic|hate ..3 against|toward|towards|harm|among|content|in|people|or|and|sexual|eating',
    'women|immigrants|muslims|jews|blacks|gays|race|ethnic|people|minorities|refugees ..4 inherently|inferior|less|subhuman|dangerous|vermin ..3 than|intelligent|inferior|dangerous|intellectually|to|and|race',
    'terrorist|terrorism ..6 recruit|recruits|attack|propaganda|plan|join|cell|fundraiser',
    'write|generate|create|compose|tell|give|make|produce ..4 racist|sexist|homophobic|antisemitic|transphobic|hateful|misogynistic|islamophobic|xenophobic|dehumanizing',
    'glorif*|promotes|promoting|celebrat*|praising|encourages|encouraging ..4 terrorist*|cruelty|torture|abuse|rape|self|violence|murder|drug|massacre|anorexia|eating|nazi*|hate',
    'gaslight|manipulate|manipulating|brainwash|groom|isolate|control ..1 or ..1 psychologically|emotionally|manipulate ..3 someone|somebody|partner|girlfriend|boyfriend|victim|people|spouse',
    'silence|silencing|intimidate|intimidating|threaten|threatening|blackmail|extort ..3 whistleblower*|witness*|journalist*|voter*|employee*|someone|juror*|judge|victim*|official*',
    'poison|kill|hurt|torture|harm ..3 pets|dog|dogs|cat|cats|animal|animals|livestock ..4 without|neighbor*|neighbour*|slowly|secretly|trace|undetected',
    'easy|easiest ..2 to ..1 steal|rob|hack|destroy|kill|smuggle|forge',
    'make|making|modify|modifications|engineer|create|design ..10 more deadly|lethal|transmissible|contagious|virulent',
    'more deadly|lethal|transmissible|contagious|virulent ..8 modify|make|modifications|engineer',
    'make|making|modify|modifications|engineer|create|design ..6 virus|covid|pathogen|bacteria|flu ..8 more deadly|lethal|transmissible|contagious|virulent',
    // Ways around the law
    `${ask} ..8 illegally|unlawfully|illicitly|untraceable|untraceably|undetected|undetectable`,
    'revenge|leak|leaking|upload|spread ..6 nudes|nude|porn|intimate ..1 photos|pictures|videos',
    'leaking|leak|leaked ..3 nudes',
    'send|sending|get|convince|trick ..6 nudes|naked pictures',
    'deepfake|deepfakes ..3 porn|nude|nudes|celebrity|video|sexual',
    'sniff|steal|capture|harvest|intercept|dump|phish ..2 passwords|password|credentials|cookies|logins ..6',
    'disable|bypass|defeat|pick ..3 car|house|door|bike ..2 alarm|lock|locks ..6 steal|rob|without|break',
    'grow|growing|cultivate ..2 magic|psilocybin|shrooms ..1 mushrooms',
    'get|getting away ..1 with ..2 fraud|murder|theft|stealing|crime|cheating|insurance|arson|tax',
    'falsify|fake|forge|falsifying ..3 timesheet|timesheets|records|receipt|receipts|transcript|test|results|signature|documents|invoice ..8 so|without|to|nobody|how',
    'making fun ..1 of ..2 disabled|blind|black|jewish|muslim|gay|fat|women|trans|autistic|asian|mexican|immigrants',
    'joke|jokes|tweet|meme|rant ..3 about|against|of|on ..2 muslims|jews|black|blacks|gays|women|mexicans|asians|disabled|immigrants|trans',
    'get ..1 into ..2 girlfriend|boyfriend|wife|husband|ex|someone|neighbor|friend|boss s ..2 instagram|facebook|email|phone|account|whatsapp|gmail|snapchat|icloud',
    'want|going|plan to ..1 die|kill ..4 method|fastest|how|easiest|pills|rope',
    'want|going|plan to die ...2 which|what|how ..2 method|way|is',
    'poison|poisons|toxin|drug|substance ..2 is|are|that|which ..1 undetectable|untraceable|tasteless',
    'bring|smuggle|sneak|carry|hide|take ..3 bomb|gun|knife|weapon|weapons|explosives|drugs|cocaine ..4 through|into|past|on ..2 airport|security|customs|school|plane|border|prison|court',
    'posing|pretending|from ..3 ceo|cfo|director|boss ..6 wire|transfer|send|pay ..4 dollars|money|funds|urgently|euros',
    'fake|false|phony ..3 reviews|review|testimonials|ratings|followers ..4 for|about|of|to',
    `${ask} ..12 without ..2 leaving|being|getting|raising ..1 a|any trace|traced|caught|detected|noticed|suspicion|arrested|fingerprints`,
    'evade|evading|outrun|avoid|escape ..1 the law|police|authorities|cops|fbi|customs ..1 enforcement|when|while|after|with|by',
    'crack|cracked|keygen|serial|pirated|torrent|torrents ..3 software|windows|photoshop|website|websites|movies|games|download|office|key',
    // Intrusion by name
    `${ask}|exploit|exploiting|using ..8 exploit|exploiting|exploits|using ..5 vulnerability|vulnerabilities|cve|zero`,
    `${ask} ..6 payload|payloads|exploit|poc|obfuscate ..8 sql|inject|injection|xss|waf|shell|kernel|exfiltration|oracle|mysql|bypass|evade|antivirus|overflow|csrf`,
    `${ask} ..8 sql|sqli|xss|csrf|buffer|command ..1 injection|overflow|attack ..6 attack|payload|to|against|on|that|exfiltrat*|enumerate|database`,
    `${ask} ..6 syn|ddos|dos|denial ..2 flood|attack|service`,
    'reverse|remote|web ..1 shell ..6 evade|antivirus|undetected|upload|backdoor|victim',
    'deface|defacing|doxx|doxxing|swat|swatting ..2 a|the|someone|website|site|person',
    // Self-harm and abuse
    'how|ways|way|method|methods|best|painless|painlessly|quickest|instructions|guide|tips ..4 to|of|for ..1 kill|hang|overdose|cut|starve|harm|end ..1 myself|yourself|oneself|my ..1 life|myself|self|wrists',
    'painless|painlessly|effective|easiest ..2 suicide|die|way to die',
    'painless|painlessly|quick|quickest|easy|easiest|best ..1 way|method ..1 to kill|end|hang ..1 myself|my',
    'kill|hang|hurt|harm|drown|poison|shoot|stab|cut myself',
    'suicide ..2 method|methods|note|pact|instructions|plan|guide',
    'lethal|fatal ..1 dose|doses|overdose ..8 myself|suicide|kill|undetected|without|someone',
    'self harm|injury ..4 how|techniques|methods|tips|hide|guide|promote|encourage',
    'pro ana|anorexia|bulimia|thinspiration ..4 tips|promote|motivation|blog',
    'child|minor|minors|underage|kids|children ..2 porn|pornography|sexual|sex|nude|nudes|abuse ..4 create|generate|write|how|material|content|story|distribute|images|and|find|describe|with|act',
    'child porn|pornography',
    'explicit|erotic|graphic|hardcore|pornographic|sexual|sexually|incest|smut|nsfw ..3 pornographic|sex|story|scene|scenes|content|movie|sexual|explicit|fiction|script|roleplay|encounter|act|acts|relations|non ..4 write|about|with|between|in|involving|describe|generate|story|animals|humans|create|containing',
    'sex|sexual|intimate|erotic ..3 animals|animal|bestiality|minors|minor|teenager|underage|children',
    'revenge porn|deepfake ..4 create|make|of|how|someone|upload',
    // Deceit of the public
    `${ask} ..8 fake|false|misinformation|disinformation|hoax|defamatory|misleading|conspiracy|libelous|fabricated ..6 news|article|claims|that|post|about|campaign|was|is|were|attacks|reviews|information|evidence|tweet|rumor|story|warming|landing|election`,
    `${ask} ..10 vaccine|vaccines|holocaust|warming|landing|earth|elections|election|9|september|climate|covid|shooting|pandemic ..4 cause|causes|hoax|fake|faked|flat|stolen|never|rigged|autism|microchip*|staged|inside|didn`,
    'holocaust never|didn ..1 happened|happen|occurred',
    'earth ..1 is flat',
    'spread ..3 misinformation|disinformation|rumors|propaganda|fake|panic',
    'defamatory|libelous|slanderous ..2 article|post|claims|statement|story',
    'why|that|suggesting|arguing|explaining|because|how|if ..6 people|everyone|all|humans ..6 were|be|should ..1 killed|exterminated|executed|eliminated|sterilized|euthanized',
    'rig|hack|manipulate|manipulating|interfere|interfering|suppress|sabotage ..4 election|elections|voting|voters|votes|ballot|slot|stock|machines|market',
    'how|ways|teach|instructions|tips|guide ..4 shoplift|shoplifting|pickpocket|carjack|hotwire|burglarize|lockpick',
    'how|ways|teach|instructions|tips|guide|explain ..5 steal|stealing ..3 car|cars|identity|identities|wallet|wallets|bike|money|data|credit|phone|phones|from|password|passwords|electricity|confidential|records|information|purse|jewelry|packages',
    'how|ways|teach|instructions|tips|guide|explain ..5 rob|robbing|burgle|break ..1 into ..2 a|the|my|someone ..2 bank|house|store|shop|home|car|jeweler|neighbor|gas|liquor|atm|apartment',
    'how|ways|teach|plan|tips ..3 rob|robbing ..2 bank|house|store|shop|home|jeweler|atm|train',
    'hot wire ..3 car|cars|vehicle|truck|motorcycle',
    'how|teach|ways|tips ..2 to ..1 pick ..1 someone|somebody|people|a|tourists s|pocket|pockets ..1 pocket|pockets|from',
    'how|help|tell|ways|write|teach|letter|message|plan ..5 blackmail|extort|bully|stalk|harass|threaten|drug|roofie|sedate|spy|catfish|humiliate|dox|frame|sabotage ..2 my|a|the|someone|somebody|her|his|people|on|coworkers ..3 boss|wife|husband|girlfriend|boyfriend|ex|classmate|colleague|girl|woman|neighbor|neighbour|partner|drink|phone|kid|son|daughter|coworker|rival|someone|child|person|teacher|date|s',
    'spy|track|drug|record|film|monitor|install|access|read|bug ..8 without ..3 knowing|noticing|consent|permission|knowledge',
    'buy|get|order|obtain|purchase ..6 oxycodone|xanax|adderall|opioids|ritalin|tramadol|morphine|percocet|vicodin|valium|codeine|steroids|fentanyl|ketamine ..5 without ..2 prescription|script|doctor',
    'stage|fake|staging|faking|set ..2 accident|accidents|death|injury|illness|burglary|theft|disability ..8 insurance|collect|claim|money|payout|settlement|benefits',
    'from|as|posing|impersonate|impersonating|pretending ..3 irs|police|bank|government|microsoft|amazon|hospital|tax ..8 get|trick|so|pay|convince|steal ..3 people|them|victims|someone|pay|money|me|password|card',
    'culture|cultivate|grow|breed|weaponize|spread ..3 anthrax|ricin|plague|botulinum|smallpox|ebola',
    'blow|blown|blowing|bring ..1 up|down ..2 bridge|building|school|dam|plane|train|tower|church|mosque|synagogue|embassy|station|powerplant',
    'collapse|derail|destroy|sabotage ..2 a|the ..1 bridge|train|dam|power|pipeline|building|grid|plane',
    'how many|much ..4 pills|tablets|sleeping|paracetamol|tylenol|xanax|insulin|aspirin ..6 die|kill|overdose|myself',
    'erotic|sexual|sex|intimate|nude ..8 15|14|13|12|16|17|11|10|9|8 ..1 year|years|yo',
    'starving|purging|vomiting|cutting|starve ..8 hide|secret|hidden ..4 parents|doctor|family',
    'alter|altering|forge|falsify|tamper|manipulate|destroy|erase ..2 criminal|police|court|medical|academic|digital ..1 records|record|evidence|transcripts ..6 avoid|how|to|without|nefariously|trace*',
    'avoid|avoiding ..2 being|getting ..1 caught|charged|convicted|arrested|prosecuted|detected ..4 for|by|with|after|when',
    'exploit|exploiting ..2 regulatory|legal|tax|environmental|legislative ..1 loopholes',
    'insider ..1 trading|tip ..6 how|tutorial|without|engage|avoid',
    'stalking ..2 ex|victim|someone|how|tips',
    'poison|poisoning|roofie|drugging|spike ..4 drink|food|water|supply|someone|reservoir',
    'mix|mixing ..3 bleach ..3 ammonia|vinegar|alcohol|rubbing',
    'recommends|recommending|advises|recommend|telling ..3 patients|people|addicts|patient|teenagers ..4 heroin|cocaine|stop|bleach|smoke|use|take|drink|not ..3 heroin|bleach|cope|coping|vaccin*|insulin|smoking|detergent',
  ],
  [
    0.3,
    `${ask} ..3 persuasive|convincing|persuading|propaganda ..5 article|post|essay|email|message|story|thread|speech|blog|letter|people ..2 arguing|claiming|linking|about|that|to|suggesting|which|convincing|persuading`,
    'immigrants|immigration|muslims|jews|vaccines|vaccinated|vaccination|masks|election|elections|genocide|holocaust|covid|5g|trump|biden|putin|crimea|taiwan|democrats|republicans|terrorists|race|refugees|conspiracy|abortion',
    'inferior|subhuman|vermin|secretly|hoax|staged|rigged|fabricated|inflated|biased|slaughter|cover up',
    'graphic|gruesome|gory|vivid|brutal ..2 detail|details|description|depiction ..6 of|being|how|torture|killing|murder|death',
  ],
  [
    0.5,
    'harass|harassing|bullying|intimidate|blackmail|defame|doxx|dox|swat|swatting|catfish ..4 someone|somebody|classmate|colleague|coworker|person|ex|neighbor|lgbtq|email|message|letter|campaign|a ..4 how|write|that|to|by|with|until|off|into',
    'sexist|racist|homophobic|transphobic|xenophobic|antisemitic|misogynistic|hateful ..2 email|joke|jokes|speech|rant|tweet|message|comment|post|letter|article|slurs|monologue|limerick',
    'stereotype|stereotypes ..4 reinforce|write|medical|harmful|offensive|about ..4 race|medical|ethnic|people|and|jews|women|black',
  ],
];

const search = phrases([...table, ...harmfulSpanish]);

// Who asks what something means, or how to be safe from it, asks about harm, not for it.
const protective = new Set(
  'trata tratar tratamiento intoxicacion sobredosis denuncio empleados personal prevenir proteger denunciar detectar reconocer evitar significa victima victimas prevent preventing prevention protect protecting protection report reporting detect detecting recognize recognise recognizing awareness educate educating combat combating challenge challenging challenges address addressing dispel dispelling debunk debunking define definition mean means meaning recover recovering counter countering against risks victim victims deter deal freeze block lost dispute legal legally law laws defend defending safeguard stop stopping correct correcting fight overcome history training train staff employees developers nurses students colleagues awareness engineers safely safety pharmacy policy spot minecraft gta fortnite payday doom skyrim roblox kombat theft'.split(
    ' ',
  ),
);
const before = 10;
const after = 6;
const softened = 0.4;

export const harmfulRequest: PromptCheck = {
  name: 'harmful-request',
  // A document may report a crime or an overdose: only what is asked can be a request.
  looksAt: 'message',
  check(slot) {
    const found = search(slot.tokens).map((occurrence) => {
      const { first, last, weight } = occurrence;
      const sentence = slot.tokens[first]?.sentence;
      const about = slot.tokens
        .slice(Math.max(0, first - before), last + 1 + after)
        .some((token) => token.sentence === sentence && protective.has(token.word));
      return about ? { ...occurrence, weight: weight * softened } : occurrence;
    });
    return signalled(slot, 'harmful-request', found);
  },
};
