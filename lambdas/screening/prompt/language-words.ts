// SPDX-License-Identifier: Apache-2.0

/*
 * Function words by language (ISO 639-1), folded: lower case without accents. Left out: what English has too, and
 * particles of names ("de", "van", "la"), which come with the names of people and streets in English text.
 */
const lists: Readonly<Record<string, string>> = {
  es: 'que el en los las un una por con para como pero sus ese esta este esto eso cual donde cuando quien porque tambien muy mas sin sobre entre desde hasta todo todos todas ha han hay fue ser estar esta estoy tengo tiene puede puedes puedo puedas cuanto cuantos mi tu yo ella ellos nosotros usted les lo es del al y cuales gracias hola hacer necesito quiero dime paciente durante tras segun anos',
  fr: 'que qui quoi dans les une un des est sont pour avec sur pas plus par mais ou ou et ce cette ces son sa ses leur leurs nous vous ils elle elles je tu mon ma mes votre vos notre au aux du quel quelle quels quelles comment pourquoi quand tres etre avoir fait faire peut pouvez puis-je bonjour merci en il y a ete cet donc ainsi entre chez sans lors apres depuis ans suis ai avez avons etait',
  de: 'der das und ist nicht ein eine einen einem einer des dem den mit auf fur von zu im sich auch als wie bei nach aus uber wir ihr sie ich du er es wird werden wurde hat haben sind kann konnen mein meine dein deine ihre ihren unser wo wann warum welche welcher welches oder aber wenn noch nur vom zum zur durch gegen ohne unter sehr bitte danke hallo seit diese dieser dieses jahre patient konnte mir mich dir soll',
  it: 'che il lo gli una uno per con non sono della delle dei degli nel nella come anche piu questo questa quello quale quali dove quando perche chi cosa suo sua mio mia tuo tua io noi voi loro essere avere fare puo puoi posso hai ho ha siamo alla allo alle dal dalla sul sulla tra fra molto grazie ciao vorrei dopo prima e di un del al anni paziente stato stata',
  pt: 'que os uma um para com nao por mais como mas seu sua meu minha voce eu ele ela nos eles quando onde quem porque qual quais isso este esta esse essa muito tambem ja foi ser ter tem estar esta sao pode posso podes fazer dos das nos nas pelo pela ate sem sobre entre obrigado ola ao aos e do da no na em anos paciente preciso quero voces',
  nl: 'het een en van niet dat die dit zijn voor met op aan ook als bij naar door maar uit nog wel dan om over hij zij wij jij jullie ik mijn jouw uw hun ons hebben heeft wordt worden kan kunnen waar wanneer waarom welke wie hoe geen deze veel tegen tussen sinds graag dank hallo je ze te ben was jaar patient moet',
  pl: 'jest nie sie na do to ze jak ale czy dla od przez po przy oraz ten ta te tego tej tym ktory ktora ktore moj moja twoj jego jej ich ja ty on ona my wy oni co gdzie kiedy dlaczego kto jaki jaka jakie moge mozesz byc mam ma sa byl byla bardzo tez tylko prosze dziekuje pod nad za lat w z i o pacjent chce',
  tr: 've bir bu icin ile da de ne mi mu nasil nerede neden kim hangi benim senin onun bizim sizin ben sen biz siz onlar daha cok gibi kadar sonra once ama veya olan olarak degil var yok olan lutfen tesekkurler bana sana kac nedir olur misin musun mısın mı hakkinda hakkında icin icin ise ya en yani her tum',
  vi: 'la cua va co khong toi ban cho voi trong mot cac nhung nay do o den tu duoc nguoi nhu the nao gi dau khi tai sao ai bao nhieu rat cung da se dang hay hoac neu vi thi ma nhung ve ra lam minh chung nao nay va xin cam on',
  id: 'yang dan di ke dari untuk dengan tidak ini itu adalah pada saya anda kamu kami kita mereka dia akan bisa dapat sudah telah apa siapa dimana kapan mengapa bagaimana berapa atau tetapi juga karena seperti oleh dalam sebagai ada bukan lebih sangat jika maka tolong terima kasih bagi tentang apakah mana',
  tl: 'ang ng mga sa na ay ko mo ka ako ikaw siya kami tayo kayo sila ito iyan iyon hindi kung kapag dahil para may mayroon wala ano sino saan kailan bakit paano alin magkano at pero din rin lang naman po nang isang aking iyong kanyang ba si ni kay',
  sv: 'och att det som en ett ar inte pa av med for till den om har jag du han hon vi ni de sig men eller sa nar var vad vem hur varfor vilken kan ska skulle vara blir fran vid efter ocksa mycket detta denna min din sin tack hej utan mellan',
  da: 'og det er en et ikke pa af med for til den om har jeg du han hun vi sig men eller nar hvor hvad hvem hvordan hvorfor kan skal ville vaere bliver fra ved efter ogsa meget dette denne min din tak hej uden mellem',
  ro: 'si sau este sunt nu pe cu din la pentru ca care ce cine unde cand cum mai foarte acest aceasta acestea meu mea tau lui ei noi voi eu tu el ea fi avea poate pot ai am sa in un o de prin dupa fara intre va rog multumesc',
  cs: 'je neni se na do to ze jak ale pro od pri po nebo ten ta te toho ktery ktera ktere muj moje tvuj jeho jeji jejich ja ty on ona my vy oni co kde kdy proc kdo jaky jaka jake muzu muzes byt mam ma jsou byl byla velmi take jen prosim dekuji pod nad za let v s z k i',
  hu: 'az es egy hogy nem is van volt lesz meg de ha vagy mint csak mar ez azt ezt ki mi hol mikor miert hogyan melyik milyen en te o mi ti ok nekem neked kell lehet tud nagyon koszonom kerem alatt utan elott a',
  fi: 'ja on ei se etta kun oli olla ovat tama joka mita missa milloin miksi miten kuka mika mina sina han me te he minun sinun hanen voi voin voit ole mutta tai kuin niin myos vain hyvin kiitos hei ennen jalkeen ilman',
};

/** What English text is recognised by. */
const english =
  'the of and to in is that it for was on are with as at be this have from or had by not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know get through back much before go good new write our used me man too any day same right look think also around another came come work three word must because does part even place well such here take why things help put years different away again off went old number great tell men say small every found still between name should home big give air line set own under read last never us left end along while might next sound below saw something thought both few those always looked show large often together asked house going want school important until form food keep children feet land side without boy once animal life enough took sometimes four head above kind began almost live page got earth need far hand high year mother light parts country father let night following picture being study second eyes soon times story boys since white days ever paper hard near sentence better best across during today however sure knew try told young miles sun ways thing whole hear example heard several change answer room sea against top turned learn point city play toward five using himself usually patient please card account his he you i a';

/** What the lists leave out: it speaks for a language that is covered, and against none. */
const particles: Readonly<Record<string, string>> = {
  es: 'de la del al y a el los las se le lo un su e o u me te nos san santa',
  fr: 'de la le l d du des et a en un se ne me te que s n j c m',
  de: 'von der die das zu in an am war so da ab um was',
  it: 'di la il del della e a i da si un in le',
  pt: 'de do da dos das e a o os as um se na no em ou',
  nl: 'van de der den het in is of was',
};

/** Function words by language, English too. */
export const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({ en: english, ...lists }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** The same with the particles of names. */
export const allWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Array.from(functionWords, ([language, words]) => [
    language,
    new Set([...words, ...(particles[language] ?? '').split(' ')]),
  ]),
);

/** The languages other than English that a function word belongs to. */
export const languagesOf: ReadonlyMap<string, readonly string[]> = Object.entries(lists).reduce(
  (all, [language, words]) => {
    for (const word of words.split(' ')) all.set(word, [...(all.get(word) ?? []), language]);
    return all;
  },
  new Map<string, string[]>(),
);

export const englishWords: ReadonlySet<string> = new Set(english.split(' '));

/** Languages written in a script, so that a text in it is covered when one of them is. */
export const scripts: readonly Readonly<{ pattern: RegExp; languages: readonly string[]; least: number }>[] =
  [
    { pattern: /\p{Script=Cyrillic}{2,}/gu, languages: ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk'], least: 8 },
    { pattern: /\p{Script=Greek}{3,}/gu, languages: ['el'], least: 8 },
    { pattern: /[\p{Script=Arabic}\p{M}]{2,}/gu, languages: ['ar', 'fa', 'ur', 'ps'], least: 6 },
    { pattern: /[\p{Script=Hebrew}\p{M}]{2,}/gu, languages: ['he', 'yi'], least: 6 },
    { pattern: /[\p{Script=Devanagari}\p{M}]{2,}/gu, languages: ['hi', 'mr', 'ne'], least: 6 },
    { pattern: /[\p{Script=Bengali}\p{M}]{2,}/gu, languages: ['bn', 'as'], least: 6 },
    {
      pattern:
        /[\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{M}]{2,}/gu,
      languages: ['pa', 'gu', 'ta', 'te', 'kn', 'ml', 'si'],
      least: 6,
    },
    { pattern: /[\p{Script=Thai}\p{M}]{2,}/gu, languages: ['th'], least: 6 },
    {
      pattern: /[\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{M}]{2,}/gu,
      languages: ['lo', 'km', 'my', 'bo'],
      least: 6,
    },
    { pattern: /\p{Script=Hangul}+/gu, languages: ['ko'], least: 5 },
    { pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu, languages: ['ja'], least: 4 },
    { pattern: /\p{Script=Han}+/gu, languages: ['zh', 'ja'], least: 5 },
    {
      pattern: /[\p{Script=Georgian}\p{Script=Armenian}\p{Script=Ethiopic}]{2,}/gu,
      languages: ['ka', 'hy', 'am'],
      least: 6,
    },
  ];
