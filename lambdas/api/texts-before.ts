// SPDX-License-Identifier: Apache-2.0
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Reviewed } from './review-case.ts';
import { type ShownText, shownTexts } from './shown-texts.ts';

/**
 * What the editor of the text under review was shown: for a difference, word by word. Hidden as it was hidden then.
 * Undefined where the text is no edit, or the vault no longer has what stood before it. @throws Malformed
 */
export async function textsBefore(
  ports: Pick<Ports, 'vault'>,
  item: Reviewed,
  editedBy: string | undefined,
): Promise<readonly ShownText[] | undefined> {
  const earlier = item.pastReviews.at(-1);
  if (
    editedBy === undefined ||
    earlier?.side !== item.review.side ||
    earlier.decided?.decision !== 'edit' ||
    earlier.decided.by !== editedBy
  )
    return undefined;
  try {
    return (await shownTexts(ports, item, earlier)).texts;
  } catch (thrown) {
    if (failureName(thrown) === 'NotFound') return undefined;
    throw thrown;
  }
}
