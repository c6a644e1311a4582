// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';

// Keys with a prefix of their own, as their issuers document them.
const prefixed: readonly RegExp[] = [
  /\b(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z2-7]{16}\b/g, // AWS IAM unique identifiers
  /\bgh[pousr]_[A-Za-z\d]{36,255}\b/g, // GitHub
  /\bgithub_pat_\w{60,100}\b/g,
  /\bglpat-[\w-]{20,40}/g, // GitLab
  /\bxox[abeoprs]-[A-Za-z\d-]{10,250}/g, // Slack
  /\bhooks\.slack\.com\/services\/T\w{8,12}\/B\w{8,12}\/\w{20,30}/g,
  /\bsk-(?:proj-|ant-|svcacct-|or-v1-)?[\w-]{20,200}/g, // OpenAI, Anthropic and those who followed them
  /\b[rs]k_(?:live|test)_[A-Za-z\d]{16,120}\b/g, // Stripe
  /\bwhsec_[A-Za-z\d+/]{24,80}/g,
  /\bAIza[\w-]{35}/g, // Google
  /\bya29\.[\w-]{20,300}/g,
  /\bGOCSPX-[\w-]{28}/g,
  /\bnpm_[A-Za-z\d]{36}\b/g,
  /\bpypi-[\w-]{50,250}/g,
  /\bSG\.[\w-]{16,32}\.[\w-]{32,64}/g, // SendGrid
  /\bSK[\da-f]{32}\b/g, // Twilio
  /\bhf_[A-Za-z]{34}\b/g,
  /\bdop_v1_[\da-f]{64}\b/g,
  /\bshp(?:at|ca|pa|ss)_[\da-fA-F]{32}\b/g,
  /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,1000}/g, // RFC 7519
  /-----BEGIN (?:[A-Z]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g, // RFC 7468
  /\bAccountKey=[A-Za-z\d+/]{40,100}={0,2}/g, // Azure
  /\b[a-z][a-z\d+]{1,15}:\/\/[^\s:/@]{1,64}:[^\s/@]{3,128}@[\w.-]{3,128}/g, // RFC 3986 userinfo
];

// "password: hunter2!" and its like: the name of a secret, then a value that is not a word.
const named =
  /\b(?:pass(?:word|code|phrase|wd)?|pwd|contrase[nñ]a|mot de passe|passwort|kennwort|senha|secret(?:[ _-]?(?:access[ _-]?)?key)?|api[ _-]?key|access[ _-]?(?:key|token)|auth(?:orization)?[ _-]?token|bearer|client[ _-]?secret|private[ _-]?key|token)["']?(?:\s{0,3}(?:=>|:=|[:=])\s{0,3}|\s{1,3}(?:is|was|are|es|est|ist|lautet)\s{1,3}|\s)["'`“‘<]?([^\s"'`”’>,;]{4,200})/gi;

/** Shannon entropy in bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

const placeholder = /^\[?[A-Z_]+_\d+_[\dA-Z]{2}\]?$/;
const example = /^(?:x+|\*+|\.+|<.*|\$\{.*|%.*%|your[-_].*|changeme|example.*|redacted.*|\[.*)$/i;

/** A value somebody made up as a secret: mixed characters, not a word, not a placeholder. */
function secretive(value: string): boolean {
  const bare = value.replace(/[.!?)\]]{1,3}$/, '');
  if (bare.length < 5 || placeholder.test(bare) || example.test(bare)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(bare)).length;
  const digits = bare.replaceAll(/\D/g, '').length;
  if (bare.length >= 16) return digits > 0 && kinds >= 2 && entropy(bare) >= 3 && !bare.includes('://');
  return kinds >= 2 && (digits > 0 || kinds >= 3) && /[A-Za-z]/.test(bare) && entropy(bare) >= 2;
}

/** Passwords, keys and tokens. The door drops those it knows; one that is left must not go to a model. */
export const credential: PromptCheck = {
  name: 'credential',
  looksAt: 'both',
  check({ text }) {
    const found: Signal[] = [];
    const add = (start: number, end: number) =>
      found.push({ code: 'credential-in-prompt', weight: 1, start, end });
    for (const pattern of prefixed)
      for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length);
    for (const match of text.matchAll(named)) {
      const value = match[1] ?? '';
      if (secretive(value)) add(match.index + match[0].length - value.length, match.index + match[0].length);
    }
    return found;
  },
};
