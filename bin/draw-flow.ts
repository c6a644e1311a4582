// SPDX-License-Identifier: Apache-2.0
// Draws docs/flow.svg from statemachines/airlock.asl.json: `npm run docs`. Where the boxes stand is said here; which boxes and
// arrows there are, and what is written on them, is read from the workflow. A state without a place is an error.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const StateSchema = z.looseObject({
  Type: z.string(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.looseObject({ Condition: z.string(), Next: z.string() })).default([]),
  Catch: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() })).default([]),
});
const DefinitionSchema = z.looseObject({ States: z.record(z.string(), StateSchema) });

/** Column and row of each state. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  Deidentify: [1, 0],
  ScreenPrompt: [1, 1],
  PromptVerdict: [1, 2],
  AwaitPromptReview: [2, 2],
  CollectPromptDecision: [3, 2],
  PromptDecision: [2, 3],
  InvokeModel: [1, 4],
  RescanAnswer: [1, 5],
  AnswerVerdict: [1, 6],
  AwaitAnswerReview: [2, 6],
  CollectAnswerDecision: [3, 6],
  AnswerDecision: [2, 7],
  ArchiveTranscript: [1, 8],
  ReleaseAnswer: [1, 9],
  ArchiveRefusal: [0, 4],
  Refused: [0, 5],
  CaseClosed: [0, 6],
  CaseFailed: [0, 7],
  Unarchived: [0, 8],
  Unreleased: [0, 9],
};

const [stepX, stepY, width, height, left, top] = [274, 68, 176, 34, 104, 24];
const refusal = 'ArchiveRefusal';

type Edge = Readonly<{ from: string; to: string; label: string; failure: boolean }>;
type State = z.infer<typeof StateSchema>;

/** The words that a condition compares with: `{% $verdict = 'pass' %}` is `pass`. */
const wordsOf = (condition: string): string =>
  [...condition.matchAll(/'([a-z]{1,20})'/g)].map((match) => match[1]).join(', ');

const edgesOf = ([from, state]: [string, State]): Edge[] => [
  ...(state.Next === undefined ? [] : [{ from, to: state.Next, label: '', failure: false }]),
  ...state.Choices.map(({ Condition, Next }) => ({
    from,
    to: Next,
    label: wordsOf(Condition),
    failure: false,
  })),
  ...(state.Default === undefined ? [] : [{ from, to: state.Default, label: 'otherwise', failure: false }]),
  ...state.Catch.map(({ ErrorEquals, Next }) => ({
    from,
    to: Next,
    label: ErrorEquals.join(', ').replace('States.ALL', 'any failure').replace('States.', ''),
    failure: true,
  })),
];

function placeOf(name: string): { column: number; row: number; x: number; y: number } {
  const [column, row] = places[name] ?? [];
  if (column === undefined || row === undefined) throw new Error(`${name} has no place in bin/draw-flow.ts.`);
  return { column, row, x: left + column * stepX, y: top + row * stepY };
}

/** The line of an arrow, and where its label stands. */
function lineOf({ from, to, label }: Edge): { line: string; at: readonly [number, number] } {
  const [a, b] = [placeOf(from), placeOf(to)];
  const [middle, centre] = [a.x + width / 2, a.y + height / 2];
  const target = { middle: b.x + width / 2, centre: b.y + height / 2, right: b.x + width };
  if (from === to) {
    const loop = `M${middle - 40},${a.y} v-14 h80 v14`;
    return { line: loop, at: [middle - 34, a.y - 18] };
  }
  if (a.row === b.row) {
    const [start, end] = a.x < b.x ? [a.x + width, b.x] : [a.x, target.right];
    return { line: `M${start},${centre} H${end}`, at: [Math.min(start, end) + 5, centre - 5] };
  }
  if (a.column === b.column) {
    const empty = !Object.values(places).some(
      ([column, row]) => column === a.column && row > a.row && row < b.row,
    );
    if (empty) return { line: `M${middle},${a.y + height} V${b.y}`, at: [middle + 6, a.y + height + 14] };
    const lane = a.x - 30 - 16 * (b.row - a.row - 1);
    return {
      line: `M${a.x},${centre} H${lane} V${target.centre} H${b.x}`,
      at: [a.x - 66, b.y - 3],
    };
  }
  if (b.row === a.row + 1 && Math.abs(a.column - b.column) === 1)
    return {
      line: `M${middle},${a.y + height} V${target.centre} H${target.right}`,
      at: [middle - 52, target.centre - 5],
    };
  if (b.row > a.row)
    return { line: `M${a.x},${centre + 6} H${target.middle} V${b.y}`, at: [a.x - 58, centre + 20] };
  // Back up, in the lane right of the target.
  const lane = target.right + 26;
  const exit = centre - 6;
  const end = b.row === 0 || b.row === 5 ? target.centre : target.centre - 6 + (a.row - b.row) * 2;
  return {
    line: `M${a.x},${exit} H${lane} V${end} H${target.right}`,
    at: [a.x - 58, exit - (label === 'otherwise' ? -16 : 4)],
  };
}

const text = (x: number, y: number, words: string, more = '') =>
  `<text x="${x}" y="${y}"${more}>${words}</text>`;

function box([name, state]: [string, State]): string {
  const { x, y } = placeOf(name);
  const kind = state.Type === 'Choice' ? 'choice' : state.Type === 'Task' ? 'task' : 'end';
  const waits = name.startsWith('Await') ? ' waits' : '';
  const caught = state.Catch.some(
    ({ Next, ErrorEquals }) => Next === refusal && ErrorEquals.includes('States.ALL'),
  );
  const radius = kind === 'task' ? 4 : 17;
  return [
    `<rect class="${kind}${waits}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`,
    text(x + width / 2, y + 22, name, ' text-anchor="middle"'),
    caught ? `<circle cx="${x + 9}" cy="${y + 9}" r="3.5"/>` : '',
  ].join('');
}

/** The picture of a workflow, as an SVG document. @throws Error for a state that has no place, or a place without a state */
export function drawFlow(definition: unknown): string {
  const { States } = DefinitionSchema.parse(definition);
  const lost = Object.keys(places).find((name) => !(name in States));
  if (lost !== undefined) throw new Error(`bin/draw-flow.ts has a place for ${lost}, which is no state.`);
  const states = Object.entries(States);
  // What goes from a failure to the refusal is a dot on its box: as lines they would hide everything else.
  const edges = states.flatMap(edgesOf).filter(({ to, failure }) => !failure || to !== refusal);
  const arrows = edges.map((edge) => {
    const { line, at } = lineOf(edge);
    const label = edge.label === '' ? '' : text(at[0], at[1], edge.label, ' class="label"');
    return `<path class="${edge.failure ? 'failure' : 'way'}" d="${line}" marker-end="url(#tip)"/>${label}`;
  });
  const [right, bottom] = [left + 3 * stepX + width + 20, top + 9 * stepY + height + 46];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${right} ${bottom}" width="${right}" height="${bottom}" role="img" aria-label="The workflow of prompt-airlock">
<style>
svg { background: #fff; font: 13px system-ui, sans-serif; }
rect { fill: #eef4fb; stroke: #41658a; } .choice { fill: #fff; } .waits { fill: #fff4d6; stroke: #a8791a; } .end { fill: #f1f1f1; stroke: #777; }
path { fill: none; stroke: #333; } .failure { stroke: #b3261e; stroke-dasharray: 4 3; } circle { fill: #b3261e; } .label { font-size: 11px; fill: #555; }
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8" style="stroke-dasharray:none"/></marker></defs>
${arrows.join('\n')}
${states.map(box).join('\n')}
<circle cx="${left + 9}" cy="${bottom - 17}" r="3.5"/>${text(left + 20, bottom - 13, `a failure here, and a review that expires, goes to ${refusal}: the case is on record and nothing is released`, ' class="label"')}
</svg>
`;
}

const at = (path: string) => new URL(`../${path}`, import.meta.url);
export const flow = (): string =>
  drawFlow(JSON.parse(readFileSync(at('statemachines/airlock.asl.json'), 'utf8')));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(at('docs/flow.svg'), flow());
