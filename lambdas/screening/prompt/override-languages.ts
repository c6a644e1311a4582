// SPDX-License-Identifier: Apache-2.0
import type { SlotView } from './check.ts';
import { fold } from './fold.ts';
import { phrases, type PhraseTable } from './phrase.ts';

/** "Ignore the previous instructions" in a language: verbs, what came before, and what is to be ignored. */
type Override = Readonly<{ verbs: string; before: string; rules: string }>;

// Word order is free in most of these, and Turkish, Hindi and Bengali put the verb last: any order counts.
const spaced: Readonly<Record<string, Override>> = {
  es: {
    verbs:
      'ignora|ignore|ignorar|ignoren|ignorad|olvida|olvide|olvidar|olvidate|olvídese|omite|omita|descarta|descarte|desatiende|omiso',
    before: 'anterior|anteriores|previa|previas|previo|previos|todas|todos|tus|sus|arriba|todo',
    rules:
      'instrucción|instrucciones|indicaciones|órdenes|reglas|directrices|normas|directivas|anterior|dicho',
  },
  fr: {
    verbs: 'ignore|ignorez|ignorer|oublie|oubliez|oublier|néglige|négligez|abstraction|outrepasse|contourne',
    before: 'précédente|précédentes|précédent|précédents|antérieures|toutes|tous|tes|vos|dessus|tout',
    rules: 'instruction|instructions|consignes|directives|règles|ordres|fonction|précède|dit',
  },
  de: {
    verbs: 'ignoriere|ignorieren|ignorier|vergiss|vergessen|missachte|missachten|übergehe|verwirf|ausblenden',
    before:
      'vorherigen|vorherige|bisherigen|bisherige|vorigen|früheren|obigen|alle|allen|deine|ihre|vorangegangenen|alles',
    rules: 'anweisung|anweisungen|instruktionen|befehle|regeln|vorgaben|richtlinien|anleitungen|gesagte|oben',
  },
  it: {
    verbs: 'ignora|ignorate|ignorare|ignori|dimentica|dimenticate|dimenticare|trascura|tralascia|scorda',
    before: 'precedente|precedenti|tutte|tutti|tue|tuoi|vostre|sopra|tutto',
    rules: 'istruzione|istruzioni|indicazioni|direttive|regole|ordini|comandi|detto|sopra',
  },
  pt: {
    verbs:
      'ignore|ignora|ignorar|ignorem|esqueça|esquece|esquecer|esqueçam|desconsidere|desconsiderar|despreze|desobedeça',
    before: 'anterior|anteriores|prévias|todas|todos|suas|tuas|acima|tudo',
    rules: 'instrução|instruções|ordens|regras|diretrizes|diretivas|orientações|comandos|dito|acima',
  },
  ru: {
    verbs:
      'игнорируй|игнорируйте|игнорировать|проигнорируй|проигнорируйте|забудь|забудьте|забыть|пренебреги|отмени|отбрось|обойди',
    before: 'предыдущие|предыдущих|прошлые|прежние|все|всё|свои|твои|ваши|вышеуказанные|выше',
    rules:
      'инструкции|инструкций|указания|указаний|правила|команды|приказы|директивы|говорили|сказано|сказанное',
  },
  uk: {
    verbs: 'ігноруй|ігноруйте|ігнорувати|проігноруй|забудь|забудьте',
    before: 'попередні|попередніх|усі|всі|свої|вище',
    rules: 'інструкції|інструкцій|вказівки|правила|команди',
  },
  ar: {
    verbs: 'تجاهل|تجاهلي|تجاهلوا|انس|إنس|انسى|اهمل|أهمل|تخط',
    before: 'السابقة|سابقة|السابق|جميع|كل|أعلاه|كافة',
    rules: 'التعليمات|تعليمات|الأوامر|أوامر|الإرشادات|إرشادات|القواعد|التوجيهات|تعليماتك|قيل',
  },
  fa: {
    verbs: 'نادیده|فراموش',
    before: 'قبلی|پیشین|همه|تمام|بالا',
    rules: 'دستورالعمل|دستورات|دستورالعملها|دستورهای|قوانین',
  },
  tr: {
    verbs: 'yoksay|yok|görmezden|unut|unutun|dikkate|gözardı|ardı|sayın|ihmal',
    before: 'önceki|yukarıdaki|tüm|bütün|daha|her',
    rules: 'talimat*|yönerge*|komut*|kural*|yukarıdaki*|söylenen*',
  },
  nl: {
    verbs: 'negeer|negeren|vergeet|vergeten|sla|omzeil',
    before: 'vorige|voorgaande|eerdere|bovenstaande|alle|je|jouw|uw|alles',
    rules: 'instructies|instructie|aanwijzingen|regels|opdrachten|richtlijnen|gezegd|hierboven',
  },
  pl: {
    verbs: 'zignoruj|ignoruj|ignorować|zignorować|zapomnij|zapomnieć|pomiń|pominąć|odrzuć',
    before: 'poprzedni*|wcześniejsz*|powyższ*|wszystki*|swoje|twoje',
    rules: 'instrukcj*|polece*|wytyczn*|reguł*|zasad*|rozkaz*|powyższ*',
  },
  id: {
    verbs: 'abaikan|lupakan|mengabaikan|melupakan|acuhkan|hiraukan',
    before: 'sebelumnya|atas|semua|seluruh|sebelum|anda|terdahulu',
    rules: 'instruksi|perintah|petunjuk|aturan|arahan|pedoman|atas',
  },
  vi: {
    verbs: 'qua|quên|lờ|phớt',
    before: 'trước|trên|tất|mọi|cả',
    rules: 'hướng|chỉ|lệnh|quy|dẫn',
  },
  tl: {
    verbs: 'kalimutan|balewalain|pansinin|ipagwalang|isantabi|huwag',
    before: 'naunang|nakaraang|lahat|itaas|nauna',
    rules: 'tagubilin|instruksyon|utos|panuto|itaas|patakaran',
  },
  hi: {
    verbs: 'अनदेखा|अनदेखी|नजरअंदाज|नज़रअंदाज़|नज़रअंदाज|भूल|उपेक्षा|छोड़',
    before: 'पिछले|पिछली|पूर्व|ऊपर|सभी|पहले|उपरोक्त|अपने|सब',
    rules: 'निर्देशों|निर्देश|आदेश|आदेशों|नियम|नियमों|दिशानिर्देश|उपरोक्त|ऊपर|कहा|बताया',
  },
  bn: {
    verbs: 'উপেক্ষা|ভুলে|অগ্রাহ্য|ভুলুন',
    before: 'আগের|পূর্ববর্তী|উপরের|সমস্ত|সব|পূর্বের',
    rules: 'নির্দেশ*|আদেশ*|নিয়ম*|উপরের|কথাগুলো|বিষয়টি',
  },
  el: {
    verbs: 'αγνόησε|αγνοήστε|αγνοήσετε|ξέχνα|ξέχασε|ξεχάστε|παράβλεψε',
    before: 'προηγούμενες|προηγούμενα|όλες|όλα|παραπάνω|πάνω',
    rules: 'οδηγίες|εντολές|κανόνες|υποδείξεις|παραπάνω',
  },
  sv: {
    verbs: 'ignorera|glöm|bortse|strunta',
    before: 'tidigare|föregående|ovanstående|alla|dina|allt',
    rules: 'instruktioner|instruktionerna|anvisningar|regler|order',
  },
  ro: {
    verbs: 'ignoră|ignora|ignorați|uită|uitați',
    before: 'anterioare|precedente|toate|tale',
    rules: 'instrucțiunile|instrucțiuni|regulile|comenzile',
  },
};

const folded = (words: string) => fold(words).folded;

const table: PhraseTable = Object.values(spaced).flatMap((language): PhraseTable => {
  const [verbs, before, rules] = [folded(language.verbs), folded(language.before), folded(language.rules)];
  return [
    [
      0.9,
      `${verbs} ..4 ${before} ..3 ${rules}`,
      `${verbs} ..4 ${rules} ..3 ${before}`,
      `${before} ..3 ${rules} ..4 ${verbs}`,
      `${rules} ..2 ${before} ..4 ${verbs}`,
    ],
  ];
});

// Written without spaces: verb, earlier and instruction within a clause, in either order.
const unspaced: readonly RegExp[] = [
  // Chinese
  /(?:忽略|忽视|无视|無視|忘记|忘掉|忘記|不要理会|不理会|抛开|拋開|绕过|跳过)[^。！？\n]{0,12}(?:之前|以前|先前|以上|上述|前面|所有|你的|上面)[^。！？\n]{0,10}(?:指令|指示|说明|說明|命令|规则|規則|提示|要求|内容|內容|设定)/g,
  /(?:之前|以前|先前|以上|上述|前面|所有)[^。！？\n]{0,8}(?:指令|指示|说明|命令|规则|提示)[^。！？\n]{0,8}(?:忽略|无视|作废|无效|忘记)/g,
  /(?:忽略|无视|無視|忘记)(?:以上|上述|上面|之前)的?(?:内容|內容|所有|一切|文字)?/g,
  // Japanese
  /(?:以前|前|上記|これまで|今まで|すべて|全て|先|上)[^。！？\n]{0,12}(?:指示|命令|指令|ルール|規則|プロンプト|説明|内容|設定|こと)[^。！？\n]{0,6}(?:無視|忘れ|破棄|従わ)/g,
  /(?:上記|以上|上|前述)(?:を|は|の内容を)(?:無視|忘れ)/g,
  // Korean
  /(?:이전|앞의|앞선|위의|위에|모든|기존|지금까지)[^.!?\n]{0,14}(?:지시|명령|지침|규칙|프롬프트|설명|내용|사항|말)[^.!?\n]{0,10}(?:무시|잊어|잊고|따르지)/g,
  /위의? (?:내용|사항|것)?(?:을|를)? ?무시/g,
  // Thai
  /(?:เพิกเฉย|ละเว้น|ไม่สนใจ|ไม่ต้องสนใจ|ลืม|มองข้าม)[^.!?\n]{0,24}(?:คำสั่ง|คำแนะนำ|ข้างต้น|ก่อนหน้า|กฎ|ด้านบน)/g,
].map((pattern) => new RegExp(fold(pattern.source).folded, 'g'));

const beyondLatin = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const search = phrases(table);

/** Orders to ignore earlier instructions in the languages above, in folded offsets. */
export function overrides(
  slot: Pick<SlotView, 'tokens' | 'folded'>,
): { weight: number; start: number; end: number }[] {
  const found: { weight: number; start: number; end: number }[] = search(slot.tokens);
  if (!beyondLatin.test(slot.folded)) return found;
  for (const pattern of unspaced)
    for (const match of slot.folded.matchAll(pattern))
      found.push({ weight: 0.9, start: match.index, end: match.index + match[0].length });
  return found;
}
