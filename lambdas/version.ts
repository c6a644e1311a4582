// SPDX-License-Identifier: Apache-2.0
import { taggerVersion } from './recognizers/tagger/version.ts';

/** The product's version, that of package.json: which recognizers and checks looked at a text. */
export const productVersion = '0.1.0';

/** What looks at texts now: kept with what it found, and archived with it. */
export const versionsNow = () => ({ product: productVersion, tagger: taggerVersion() });
