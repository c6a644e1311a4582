// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

/** Secrets known by the prefix their issuer documents. */
export const credential = pattern({
  name: 'credential',
  type: 'CREDENTIAL',
  cites: "45 CFR 164.312(d); the issuers' documented prefixes; RFC 7519; RFC 7468",
  looksLike: [
    { pattern: 'AWS access key', regexp: /\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z2-7]{16}\b/ },
    {
      pattern: 'AWS secret key',
      regexp: /aws_?secret_?(?:access_?)?key["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[A-Z0-9/+]{40})/i,
    },
    { pattern: 'GitHub', regexp: /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{20,255})/ },
    { pattern: 'GitLab', regexp: /\bglpat-[\w-]{20,64}/ },
    { pattern: 'model provider', regexp: /\bsk-(?:ant-|proj-|or-|live-)?[\w-]{20,200}/ },
    { pattern: 'Stripe', regexp: /\b(?:[sr]k|pk|whsec)_(?:live_|test_)?[A-Za-z0-9]{16,250}/ },
    {
      pattern: 'Slack',
      regexp: /\bxox[abeoprs]-[\w-]{10,250}|hooks\.slack\.com\/services\/[\w/]{20,100}/,
    },
    {
      pattern: 'Google',
      regexp: /\bAIza[\w-]{35}|\bya29\.[\w-]{20,250}|\bGOCSPX-[\w-]{20,60}/,
    },
    { pattern: 'npm', regexp: /\bnpm_[A-Za-z0-9]{30,60}/ },
    { pattern: 'SendGrid', regexp: /\bSG\.[\w-]{16,64}\.[\w-]{16,64}/ },
    { pattern: 'Hugging Face', regexp: /\bhf_[A-Za-z0-9]{30,60}/ },
    { pattern: 'Twilio', regexp: /\b(?:AC|SK)[0-9a-f]{32}\b/ },
    { pattern: 'JWT', regexp: /\beyJ[\w-]{8,4000}\.eyJ[\w-]{8,8000}\.[\w-]{0,2000}/ },
    {
      pattern: 'PEM',
      regexp:
        /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s:,-]{0,8000}?-----END [A-Z ]{0,30}PRIVATE KEY-----/,
    },
    { pattern: 'URL userinfo', regexp: /[a-z][a-z+.-]{1,15}:\/\/[^\s:@/]{1,64}:(?<value>[^\s@/]{1,128})@/i },
    {
      pattern: 'assigned',
      regexp:
        /\b(?:api[-_ ]?key|api[-_ ]?token|secret(?:[-_ ]?key)?|client[-_ ]?secret|access[-_ ]?token|auth[-_ ]?token|bearer|private[-_ ]?key)["']?(?: is)?\s{0,3}[:= ]\s{0,3}["']?(?<value>(?=[\w+/.=-]{0,60}\d)[\w+/.=-]{16,400})/i,
      score: 0.8,
    },
  ],
  edges: 'open',
  score: 0.97,
});
