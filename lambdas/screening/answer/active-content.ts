// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, everySlotRaw, type Span } from './check.ts';
import { codeSpans } from './code.ts';

/** Elements of HTML, SVG and MathML that a browser acts on or that change a page; `<br>` in a table is writing. */
const elements =
  'abbr|acronym|animate|applet|area|article|aside|audio|base|basefont|bdi|bdo|bgsound|big|blink|blockquote|body|button|canvas|caption|center|circle|cite|col|colgroup|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|foreignobject|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|iframe|image|img|input|ins|isindex|kbd|keygen|legend|li|link|listing|main|map|mark|marquee|math|menu|menuitem|meta|meter|nav|nobr|noembed|noframes|noscript|object|ol|optgroup|option|param|path|picture|plaintext|pre|progress|rb|rp|rt|ruby|samp|script|section|select|set|slot|small|source|span|strike|strong|style|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|track|tt|ul|use|var|video|wbr|xml|xmp';
const tag = new RegExp(`<\\/?(?:${elements})(?=[\\s/>]|$)`, 'gi');
/** Elements of one letter: "a<b then" compares, "<b>" and " <b " do not. */
const letterTag = /(?<![\w)])<\/?[abipqsu](?=[\s/>]|$)|<\/?[abipqsu]\s{0,3}>/gi;
/** Any tag that carries an attribute, a declaration, a comment or a processing instruction. */
const attributed =
  /<[a-z][\w:-]{0,40}[\s/][^<>]{0,2000}=|<!(?:--|doctype|\[cdata\[|entity)|<\?(?:xml|php|=)/gi;
const handler =
  /(?<![\w-])on(?:abort|animation\w{3,9}|auxclick|before\w{3,12}|blur|cancel|canplay\w{0,7}|change|click|close|contextmenu|copy|cut|dblclick|drag\w{0,6}|drop|ended|error|focus\w{0,3}|hashchange|input|invalid|key(?:down|press|up)|load\w{0,9}|message|mouse\w{2,6}|page(?:hide|show)|paste|play\w{0,4}|pointer\w{2,12}|popstate|reset|resize|scroll\w{0,3}|select\w{0,6}|storage|submit|toggle|touch\w{3,6}|transition\w{3,6}|unload|wheel)\s{0,4}=\s{0,4}["'\w(`]/gi;
const schemes =
  /(?<![\w-])(?:javascript|vbscript|livescript)\s{0,8}:(?=\s{0,8}[\w(/"'`%[])|(?<![\w-])data:\s{0,4}(?:[a-z]{1,20}\/[\w.+-]{1,60})?(?:;[\w=-]{1,40}){0,4}(?:;base64)?,/gi;
const styling = /:\s{0,4}expression\s{0,4}\(|@import\s|url\(\s{0,4}['"]?(?:data|javascript|https?):/gi;

const hasPlaceholder = /\[[a-z_]{2,20}_\d+_[0-9a-z]{2}/i;

/**
 * HTML tags, scripts, event handlers, frames, SVG, and data and script URLs. `BP < 120` is no tag, nor is a blank
 * such as `<patient name>`. Code in a closed fence or span is data, unless a placeholder stands in it.
 */
export const activeContent: AnswerCheck = everySlotRaw('active-content', ({ text }) => {
  if (!/[<:(=]/.test(text)) return [];
  // What a later step folds is folded here: full-width brackets become tags when a program applies NFKC.
  const read = /[\uff00-\uffef\ufe64\ufe65]/.test(text)
    ? text
        .replaceAll(/[\uff1c\ufe64]/g, '<')
        .replaceAll(/[\uff1e\ufe65]/g, '>')
        .replaceAll('\uff1a', ':')
        .replaceAll('\uff1d', '=')
    : text;
  const code = codeSpans(read).filter(({ start, end }) => !hasPlaceholder.test(read.slice(start, end)));
  const inCode = (at: number) => code.some(({ start, end }) => at >= start && at < end);
  const found: Span[] = [];
  for (const pattern of [tag, letterTag, attributed, handler, schemes, styling])
    for (const match of read.matchAll(pattern))
      if (!inCode(match.index)) found.push({ start: match.index, end: match.index + match[0].length });
  return found;
});
