// SPDX-License-Identifier: Apache-2.0
import type { Recognizer } from './recognizer.ts';
import { pattern } from './recognizer.ts';

/**
 * Finds bare birth years that tell an age over 89 (45 CFR 164.514(b)(2)(i)(C): "all elements of dates
 * (including year) indicative of such age"). `referenceYear` is the year ages are counted in: there is no
 * clock here. Other bare years are kept.
 */
export const birthYear = (referenceYear: number): Recognizer =>
  pattern({
    name: 'birth-year',
    type: 'DATE',
    cites: '45 CFR 164.514(b)(2)(i)(C)',
    looksLike:
      /\b(?:born(?: in| on| around| about| circa)?|(?:year of |date of )?birth(?: year| date)?(?: is| was| in)?|yob|dob|d\.o\.b\.|birthday|b\.|\*|geboren|né en|née en|nacid[oa] en|geb\.)[\s:=(]{1,3}(?:in )?(?:c\. |ca\. |the year )?(?<value>1[89]\d{2})(?![\w-]|[./]\d)/i,
    holds: (match) => referenceYear - Number(match) > 89,
    check: 'age over 89',
    edges: 'open',
    score: 0.85,
  });
