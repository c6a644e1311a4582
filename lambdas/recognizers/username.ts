// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

export const username = pattern({
  name: 'username',
  type: 'USERNAME',
  cites: '45 CFR 164.514(b)(2)(i)(R)',
  looksLike: [
    {
      pattern: 'labelled',
      regexp:
        /\b(?:user ?name|user[- ]?id|login(?: id| name)?|log-in|screen ?name|user handle|handle|nickname|benutzername|usuario|identifiant|skype(?: id)?|telegram|twitter|instagram|ig|snapchat|tiktok|github|discord)\s?(?:is|name is|[:=])\s?["']?(?<value>@?[a-z\d][\w.+-]{2,39})/i,
      holds: (match) => /[\d_.@-]/.test(match) || !/^[a-z]{3,}$/.test(match) || match.length > 4,
    },
    {
      pattern: 'letters and digits',
      regexp:
        /\b(?:user(?:name)?|user ?id|login|log-in|logon|user account|account of|logged in as|signed in as)\s(?:["']\s?)?(?<value>(?=[a-z._-]{0,30}\d)[a-z][a-z._-]{2,30}\d{2,4}(?![\w@-]))/,
      score: 0.65,
    },
    { pattern: 'handle', regexp: /(?<![\w@./])@[A-Za-z]\w{2,29}(?![\w@]|\.\w)/, score: 0.6 },
    {
      pattern: 'handle with dots',
      regexp: /(?<![\w@./])@[A-Za-z]\w{0,29}(?:\.\w{1,20}){0,3}\.\w{1,20}(?![\w@]|\.\w)/,
      // Without a digit behind the last dot it is the domain of an address.
      holds: (match) => /[\d_]/.test(match.slice(match.lastIndexOf('.'))),
      score: 0.6,
    },
    {
      pattern: 'on a network',
      regexp:
        /\b(?:insta|instagram|ig|fb|facebook|snap|snapchat|tiktok|twitter|venmo|cash ?app)\s(?:is |handle |name |account )?(?<value>@?(?=[\w.]{0,30}[\d_])[a-z][\w.]{3,29}(?![\w@-]))/,
      score: 0.65,
    },
  ],
  edges: 'open',
  score: 0.75,
});
