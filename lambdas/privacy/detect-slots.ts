// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { identifiers } from '../records/identifier.ts';
import { detect, type Detection, type Detectors } from './detect.ts';

/** How much of a text's end and beginning is looked at together with its neighbours'. */
const reach = 80;
/** Texts up to this long are read through, to the one after them. */
const short = 48;
// Words next to one another say nothing: only numbers and addresses are put together over the end of a text.
const joinable = (finding: Finding): boolean =>
  ['ID', 'PHONE', 'EMAIL', 'IP'].includes(identifiers[finding.type].family);
const ends =
  /(?:[\d@+_-]|\d[./]|\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|dash|double|dot))\s{0,4}$/i;
const begins =
  /^\s{0,4}(?:[./]?[\d@+_-]|(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|dash|double|dot)\b|[A-Z\d.-]{1,60}\.[A-Z]{2,10}\b)/i;

type Part = Readonly<{ slot: number; from: number; text: string; at: number }>;

/** The end of one text, what follows it, and where each part comes from. */
function joint(texts: readonly string[], order: readonly number[], place: number, glue: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const add = (slot: number, from: number, text: string) => {
    parts.push({ slot, from, text, at });
    at += text.length + glue.length;
  };
  const slot = order[place] ?? 0;
  const text = (texts[slot] ?? '').trimEnd();
  const from = Math.max(0, text.length - reach);
  add(slot, from, text.slice(from));
  for (const next of order.slice(place + 1, place + 12)) {
    const whole = texts[next] ?? '';
    if (!ends.test(parts.at(-1)?.text ?? '') || !begins.test(whole.slice(0, reach))) break;
    const lead = whole.length - whole.trimStart().length;
    const rest = whole.trim();
    add(next, lead, rest.slice(0, reach));
    if (rest.length > short) break;
  }
  return parts;
}

/** The parts of a finding that each text holds, if it spans more than one. */
function split(finding: Finding, parts: readonly Part[]): { slot: number; finding: Finding }[] {
  const pieces = parts.flatMap(({ slot, from, text, at }) => {
    const start = Math.max(finding.start, at);
    const end = Math.min(finding.end, at + text.length);
    return start < end
      ? [{ slot, finding: { ...finding, start: start - at + from, end: end - at + from } }]
      : [];
  });
  return pieces.length > 1 ? pieces : [];
}

/**
 * Detects in every text of a request, and in identifiers that one text begins and the next ends. `orders` says which
 * texts follow one another (indexes): all of them in turn, unless told otherwise; a caller may add the user's alone.
 */
export function detectSlots(
  texts: readonly string[],
  detectors: Detectors,
  orders: readonly (readonly number[])[] = [texts.map((_, index) => index)],
): Detection[] {
  const detections = texts.map((text) => detect(text, detectors));
  const extra = texts.map((): Finding[] => []);
  const failed = texts.map(() => new Set<string>());
  for (const order of orders)
    for (let place = 0; place + 1 < order.length; place += 1)
      for (const glue of ['', ' ']) {
        const parts = joint(texts, order, place, glue);
        if (parts.length < 2) break;
        const detection = detect(parts.map(({ text }) => text).join(glue), detectors);
        for (const name of detection.failed) failed[order[place] ?? 0]?.add(name);
        for (const finding of detection.findings.filter(joinable))
          for (const piece of split(finding, parts)) extra[piece.slot]?.push(piece.finding);
      }
  return detections.map((detection, slot) => ({
    ...detection,
    findings: [...detection.findings, ...(extra[slot] ?? [])].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    ),
    failed: [...new Set([...detection.failed, ...(failed[slot] ?? [])])],
  }));
}
