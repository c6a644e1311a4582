// SPDX-License-Identifier: Apache-2.0
import { ComprehendMedicalClient, DetectPHICommand } from '@aws-sdk/client-comprehendmedical';
import { z } from 'zod';
import { Failure } from '../failures.ts';
import type { DetectMedical } from '../ports.ts';
import { codePoints } from '../privacy/code-points.ts';
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { asking, type Names } from './asking.ts';
import { clientsOf, type Connection } from './connection.ts';

/** The service's limit is 20,000, of characters or of bytes: its documents say both. Both are kept, with a margin. */
const most = 19_000;
/** Longer than any name: what lies on a border lies whole in one of two pieces. */
const overlap = 300;

/** What it reports, and what that is here. */
const types: Readonly<Record<string, IdentifierType>> = {
  NAME: 'NAME',
  AGE: 'AGE',
  DATE: 'DATE',
  PHONE_OR_FAX: 'PHONE',
  EMAIL: 'EMAIL',
  ID: 'ACCOUNT',
  URL: 'URL',
  ADDRESS: 'PLACE',
  PROFESSION: 'PROFESSION',
};
/** Safe Harbor counts ages over 89; the service reports every age, of relatives too. */
const youngAge = /^\D{0,40}[0-8]?\d\D{0,40}$/;

const named: Names = {
  TextSizeLimitExceededException: 'Malformed',
  InvalidEncodingException: 'Malformed',
  InvalidRequestException: 'Malformed',
  AccessDeniedException: 'Malformed',
};

const Answer = z.looseObject({
  Entities: z.array(
    z.looseObject({
      BeginOffset: z.int().nonnegative(),
      EndOffset: z.int().positive(),
      Score: z.number().min(0).max(1),
      Text: z.string().min(1),
      Type: z.string().min(1),
    }),
  ),
  PaginationToken: z.string().optional(),
});

type Piece = Readonly<{ start: number; end: number }>;

/** Never between the halves of a surrogate pair. */
const whole = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at;

/** Overlapping pieces within the limit: a piece that is too long is cut in two, at a space near its middle. */
function pieces(text: string, { start, end }: Piece = { start: 0, end: text.length }): Piece[] {
  if (Buffer.byteLength(text.slice(start, end), 'utf8') <= most) return [{ start, end }];
  const middle = (start + end) >> 1;
  const space = text.lastIndexOf(' ', middle);
  const cut = space > middle - 1000 ? space : whole(text, middle);
  return [
    ...pieces(text, { start, end: Math.min(end, whole(text, cut + overlap)) }),
    ...pieces(text, { start: Math.max(start, whole(text, cut - overlap)), end }),
  ];
}

type Entity = z.infer<typeof Answer>['Entities'][number];

/** A type that nobody knows counts as a name: nothing that was reported is left in. */
function findingOf(
  entity: Entity,
  piece: string,
  at: number,
  units: (offset: number) => number | undefined,
): Finding {
  const start = units(entity.BeginOffset);
  const end = units(entity.EndOffset);
  // Offsets count code points. Where they do not give the very text that was reported, none of them can be trusted.
  if (start === undefined || end === undefined || piece.slice(start, end) !== entity.Text)
    throw new Failure('Malformed');
  return {
    type: Object.hasOwn(types, entity.Type) ? (types[entity.Type] ?? 'NAME') : 'NAME',
    start: at + start,
    end: at + end,
    score: entity.Score,
    because: { detector: 'comprehend-medical', pattern: entity.Type.slice(0, 64) },
  };
}

/**
 * Comprehend Medical's DetectPHI, at any score: its own documents have an address at 0.38. A long text goes in
 * overlapping pieces; an answer that was cut short is no answer. @throws Throttled, Unavailable, Malformed
 */
export function openMedical(connection: Connection): DetectMedical {
  const client = clientsOf(connection, (options) => new ComprehendMedicalClient(options));
  return async (text) => {
    const findings: Finding[] = [];
    if (text === '') return findings;
    for (const { start, end } of pieces(text)) {
      const piece = text.slice(start, end);
      const answer = await asking(() => client().send(new DetectPHICommand({ Text: piece })), named);
      const parsed = Answer.safeParse(answer);
      // The operation takes no token to ask on with.
      if (!parsed.success || parsed.data.PaginationToken !== undefined) throw new Failure('Malformed');
      const units = codePoints(piece);
      for (const entity of parsed.data.Entities) {
        const finding = findingOf(entity, piece, start, units);
        if (entity.Type !== 'AGE' || !youngAge.test(entity.Text)) findings.push(finding);
      }
    }
    return findings;
  };
}
