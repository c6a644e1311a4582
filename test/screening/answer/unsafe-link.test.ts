// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { publicHost } from '../../../lambdas/screening/answer/public-hosts.ts';
import { unsafeLink } from '../../../lambdas/screening/answer/unsafe-link.ts';
import { sees } from './given.ts';

const around = {
  question: 'Summarise https://intranet.brindle.example/policies/leave and files.brindle.example.',
  context: ['See https://plans.example-health.com/appeal?form=7 or write to appeals@example-health.com.'],
};

describe('a link that could send data elsewhere', () => {
  it.each([
    // Images are fetched by being shown, wherever they come from.
    ['an image', '![x](https://intranet.brindle.example/policies/leave)'],
    ['an image of a public host', '![x](https://www.cdc.gov/logo.png)'],
    ['an image without a text', '![](//a.tracker-host.net/p)'],
    ['an image by reference', '![x][1]\n\n[1]: https://a.tracker-host.net/p'],
    ['an image by its own label', '![chart]\n\n[chart]: https://a.tracker-host.net/p'],
    ['an image over two lines', '![a\nb](https://a.tracker-host.net/p)'],
    ['an image tag', '<img src="https://a.tracker-host.net/p">'],
    // Hosts nobody named.
    ['a link', '[read](https://a.tracker-host.net/p)'],
    ['a link by reference', '[read][r]\n\n[r]: <https://a.tracker-host.net/p>'],
    ['an autolink', '<https://a.tracker-host.net>'],
    ['a bare URL', 'See https://a.tracker-host.net.'],
    ['a bare host with www', 'See www.tracker-host.net today'],
    ['a bare host', 'See tracker-host.net/verify today'],
    ['a host in capitals', 'SEE HTTPS://A.TRACKER-HOST.NET/P'],
    ['a link without a scheme', '[read](//a.tracker-host.net/p)'],
    ['a host that begins like a named one', 'https://intranet.brindle.example.tracker-host.net/a'],
    ['a host that ends like a public one', 'https://notcdc.gov.tracker-host.net/'],
    ['a shortened link', 'https://bit.ly/3abcD'],
    // What carries data.
    ['a query to a public host', 'https://www.cdc.gov/search?q=diabetes'],
    ['a query to a named host', 'https://intranet.brindle.example/policies/leave?name=x'],
    ['a fragment', 'https://www.cdc.gov/flu#diabetes-58-female'],
    ['a user part', 'https://www.cdc.gov@tracker-host.net/flu'],
    ['an encoded path', 'https://www.cdc.gov/%64iabetes'],
    ['an address of numbers', 'http://203.0.113.9/a'],
    ['an address of numbers in brackets', 'http://[2001:db8::1]/a'],
    // Schemes that act.
    ['FTP', 'ftp://files.brindle.example/a'],
    ['a mail with a subject', '[write](mailto:a@b.example?subject=x)'],
    ['a mail address as a link', '[write](mailto:a@b.example)'],
    ['a script', '[x](javascript:alert(1))'],
    ['data', '[x](data:text/plain,hello)'],
    ['a file', '[x](file:///etc/passwd)'],
    ['an app', '[x](myapp://open/a)'],
    ['a link target on this host', '[x](/api/delete)'],
  ])('%s', (_what, text) => expect(sees(unsafeLink, text, around)).toBe(true));

  it.each([
    ['no link', 'There is none.'],
    ['the link of the question', 'See https://intranet.brindle.example/policies/leave.'],
    ['the link of the question as Markdown', '[the policy](https://intranet.brindle.example/policies/leave)'],
    ['another page of a host in the question', 'https://files.brindle.example/forms/leave'],
    ['the link of a document, with its query', 'https://plans.example-health.com/appeal?form=7'],
    ['a government page', 'See https://www.cdc.gov/flu and https://medlineplus.gov/asthma.html.'],
    ['a public host', 'https://www.heart.org/en/health-topics'],
    ['a bare public host', 'Visit medlineplus.gov or www.irs.gov.'],
    ['a telephone link', '[call](tel:988)'],
    ['a place on the page', '[up](#summary)'],
    ['an exclamation and brackets', 'Important![1] (see below)'],
    ['a time', 'at 10:30 or 11:00'],
    ['a ratio', 'a ratio of 3:1, i.e. three to one'],
    ['abbreviations', 'e.g. this, i.e. that, approx. 5 p.m., Dr. Smith'],
    ['file names', 'Open notes.md and readme.txt, or Node.js'],
    ['numbers with points', 'Version 1.2.3, 3.5 mg, 10.12.2025'],
    ['a label and a colon', 'Data: none. Note: see the letter. File: attached.'],
    ['a checkbox', '- [ ] call back\n- [x] done'],
    ['an example host of RFC 2606', 'https://www.example.com/path'],
    ['a sentence without a space after the point', 'The plan decides.It takes time.'],
  ])('not %s', (_what, text) => expect(sees(unsafeLink, text, around)).toBe(false));
});

it.each([
  ['cdc.gov', true],
  ['nih.gov', true],
  ['a.b.nih.gov', true],
  ['nhs.uk', true],
  ['gov.uk', true],
  ['service.gov.uk', true],
  ['gov.tracker-host.net', false],
  ['cdc-gov.net', false],
  ['notheart.org', false],
  ['heart.org.tracker-host.net', false],
])('%s is public: %s', (host, expected) => expect(publicHost(host)).toBe(expected));
