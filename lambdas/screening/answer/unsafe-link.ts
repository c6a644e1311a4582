// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, type AnswerInput, everySlotRaw, type Span } from './check.ts';
import { publicHost } from './public-hosts.ts';

/** Markdown images, inline, by reference, and HTML: whatever fetches by being shown. */
const images = /!\[[^\]]{0,500}\][([]|<img\b/gi;
/** An image by its own label, which is one only if the label is defined somewhere. */
const labelled = /!\[([^\]]{1,500})\](?![([])/g;
/** Anything with a scheme, also without slashes where the scheme acts (javascript:, data:, mailto:). */
const schemes =
  /(?<![a-z0-9+.-])(?:(?:[a-z][a-z0-9+.-]{1,20}:\/\/|(?<![:/])\/\/(?=[a-z0-9-]{1,63}\.[a-z]))[^\s<>"'`|\\)\]}]{1,2000}|(?:javascript|vbscript|data|blob|file|mailto|tel|sms|ws|ftp):[^\s<>"'`|)\]}]{1,2000})/gi;
const topLevel =
  'com|net|org|info|biz|io|co|ai|app|dev|xyz|online|site|shop|top|club|live|me|tv|cc|us|uk|ca|de|fr|es|it|nl|eu|ru|cn|in|br|au|jp|ch|se|no|pl|be|at|tk|ml|ga|cf|gq|pw|ws|to|ly|gg|sh|link|click|page|web|cloud|tech|store|space|website|gov|edu|mil|int|health|bank|money|finance|law|pro|mobi|name|example|test|invalid|local|internal|onion';
/** Hosts without a scheme: "www.", and names that a program would turn into a link. */
const bare = new RegExp(
  `(?<![a-z0-9@/._+-])(?:www\\d?\\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,6}(?:${topLevel})(?![a-z0-9-]|\\.[a-z])(?::\\d{1,5})?(?:[/?#][^\\s<>"'\`|)\\]}]{0,2000})?`,
  'gi',
);
/** The target of a Markdown link, whatever it is: "](target", "[label]: target". */
const targets = /\]\(\s{0,4}<?([^\s)>]{0,2000})|^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]{0,4}<?([^\s>]{1,2000})/gm;

const trailing = /[.,;:!?*_~'"]+$/;
const tidy = (link: string) => link.replace(trailing, '');

/** The host of a link, lower case; undefined where there is none or the link cannot be read. */
function hostOf(link: string): string | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(link)
    ? link
    : `https://${link.replace(/^\/\//, '')}`;
  return URL.canParse(withScheme) ? new URL(withScheme).hostname.replace(/^www\d?\./, '') : undefined;
}

const web = /^(?:https?:\/\/|www\d?\.|[a-z0-9])/i;
const otherScheme = /^(?!https?:)[a-z][a-z0-9+.-]{1,20}:(?!\d{2,5}(?:\/|$))/i;
const phone = /^tel:\+?[0-9()./-]{2,20}$/i;

/** Whether a link could carry data away or lead somebody astray. `given` is the text of prompt and documents, lower case. */
export function isUnsafe(link: string, given: string): boolean {
  const clean = tidy(link);
  if (clean === '' || clean.startsWith('#')) return false;
  if (clean.length > 3 && given.includes(clean.toLowerCase()))
    return !web.test(clean) || otherScheme.test(clean);
  if (phone.test(clean)) return false;
  if (otherScheme.test(clean) || !web.test(clean)) return true;
  const host = hostOf(clean);
  if (host === undefined) return true;
  const rest = clean.replace(/^[a-z]{1,8}:\/\//i, '');
  if (/[?#@=&%]|\[|\]/.test(rest)) return true;
  return !(
    publicHost(host) ||
    new RegExp(`(?<![a-z0-9-])${host.replaceAll('.', '\\.')}(?![a-z0-9-]|\\.[a-z])`).test(given)
  );
}

const givenText = ({ question, context }: AnswerInput) =>
  [question, ...context].map((each) => each.text.toLowerCase()).join('\n');

const fileLike = /\.(?:me|md|py|js|ts|sh|pl|rs|in|it|at|to|so|is|no|be|us|co|name|pro)$/i;

/**
 * Links and images that could send data elsewhere: every image, every link with a query, a fragment or a user
 * part, every scheme but http(s) and telephone numbers, and every host that neither the prompt nor its
 * documents name, except the public hosts of public-hosts.ts. Hosts without a scheme count too.
 */
export const unsafeLink: AnswerCheck = everySlotRaw('unsafe-link', ({ text }, input) => {
  if (!/[.:[<]/.test(text)) return [];
  const given = givenText(input);
  const found: Span[] = [];
  for (const match of text.matchAll(images))
    found.push({ start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(labelled))
    if (text.toLowerCase().includes(`[${(match[1] ?? '').toLowerCase()}]:`))
      found.push({ start: match.index, end: match.index + match[0].length });
  const links: Span[] = [];
  for (const pattern of [schemes, bare])
    for (const match of text.matchAll(pattern)) {
      const link = tidy(match[0]);
      if (pattern === bare && fileLike.test(link) && !/^www|\//i.test(link)) continue;
      links.push({ start: match.index, end: match.index + link.length });
    }
  for (const match of text.matchAll(targets)) {
    const target = match[1] ?? match[2] ?? '';
    const at = match.index + match[0].length - target.length;
    if (target !== '' && !/^\[[A-Z_]+_\d/.test(target)) links.push({ start: at, end: at + target.length });
  }
  for (const { start, end } of links) if (isUnsafe(text.slice(start, end), given)) found.push({ start, end });
  return found;
});
