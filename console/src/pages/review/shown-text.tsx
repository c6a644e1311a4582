// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import type { ShownText } from '../../../../lambdas/api/shown-texts.ts';
import { familyOf, type Mark, marksOf } from '../../text/marks.ts';
import { type Range, segments } from '../../text/segments.ts';
import { review as words } from '../../words/review.ts';

export type Evidence = Range & Readonly<{ because: string }>;
/** What somebody wants to know more about: a mark, and how it stands in the text. */
export type Looked = Readonly<{ mark: Mark; text: string; slot: number | undefined }>;
type Props = Readonly<{
  shown: ShownText;
  evidence?: readonly Evidence[];
  /** Absent where nothing can be looked at more closely. */
  onMark?: ((looked: Looked) => void) | undefined;
  /** Position in the texts under review; undefined in the prompt of a held answer. */
  position?: number | undefined;
  /** Names the text for scripts that select in it, and for reading aloud. */
  slot?: string;
}>;

const classOf = (marks: readonly Mark[]): string => {
  const family = marks.map(familyOf).find((each) => each !== undefined);
  return [
    'airlock-mark',
    ...(family === undefined ? [] : [`airlock-${family.toLowerCase()}`]),
    ...(marks.some(({ because }) => because !== undefined) ? ['airlock-evidence'] : []),
  ].join(' ');
};

/** A de-identified text with what was found in it. It is text: nothing in it is read as markup. */
export function ShownTextView({ shown, evidence = [], onMark, position, slot }: Props) {
  return (
    <div>
      <Box variant="awsui-key-label">{words.kind[shown.kind]}</Box>
      <div className="airlock-text" data-slot={slot}>
        {segments(shown.text, marksOf(shown, evidence)).map(({ start, text, ranges }) => {
          if (ranges.length === 0) return <span key={start}>{text}</span>;
          const about = ranges.find(({ finding, placeholder }) => finding ?? placeholder);
          const title = ranges.flatMap(({ because }) => because ?? []).join(' ');
          return about === undefined || onMark === undefined ? (
            <mark key={start} className={classOf(ranges)} title={title === '' ? undefined : title}>
              {text}
            </mark>
          ) : (
            <button
              key={start}
              type="button"
              className={classOf(ranges)}
              title={title === '' ? undefined : title}
              onClick={() =>
                onMark({ mark: about, text: shown.text.slice(about.start, about.end), slot: position })
              }
            >
              {text}
            </button>
          );
        })}
      </div>
    </div>
  );
}
