// SPDX-License-Identifier: Apache-2.0
import { credential } from '../../lambdas/recognizers/credential.ts';
import { recognizes } from './table.ts';

// Put together here so that no scanner takes the test for a leak.
const made = (prefix: string, length: number) => prefix + 'q7Zk2Wm9Xp4Rt6Bv1Nc8'.repeat(10).slice(0, length);
const jwt = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJ0ZXN0In0', 'c2lnbmF0dXJl'].join('.');
const pem = (what: string) => `-----BEGIN ${what}-----\nMIIBOgIBAAJBAKj34GkxFhD9\n-----END ${what}-----`;
const aws = `AKIAQWERTYUIOPASDFGH`;

recognizes(credential, {
  finds: [
    ['AWS', `key ${aws}`, aws],
    ['GitHub', `token ${made('ghp_', 36)}`, made('ghp_', 36)],
    ['a model provider', made('sk-', 40), made('sk-', 40)],
    ['Slack', made('xoxb-', 30), made('xoxb-', 30)],
    ['a JWT', `Bearer ${jwt}`, jwt],
    ['a private key', pem('RSA PRIVATE KEY'), pem('RSA PRIVATE KEY')],
    ['a password in a URL', 'postgres://app:s3cr3tpw@db.example/x', 's3cr3tpw'],
    ['an assignment', `api_key = "${made('', 32)}"`, made('', 32)],
  ],
  ignores: [
    ['a public key', pem('PUBLIC KEY')],
    ['too short', 'AKIA1234'],
    ['a word', 'risk-adjusted, task-based'],
    ['the words alone', 'where is my API key'],
    ['a URL without a password', 'https://db.example:8080/x'],
    ['a commit', 'commit 4f2a9c1'],
    ['a class', 'class AKIA'],
    ['a question', 'is my token valid'],
    ['a header without a value', 'Authorization: required'],
    ['a certificate', '-----BEGIN CERTIFICATE-----'],
    ['a variable', 'API_KEY is not set'],
  ],
});
