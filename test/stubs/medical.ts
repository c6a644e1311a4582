// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { input, jsonProtocol, serving } from './json.ts';
import { openStub, ServiceError, type Stub } from './service.ts';
import type { Principals } from './signature.ts';

const Detect = z.strictObject({ Text: z.string().min(1) });
export type Entity = Readonly<{ Type: string; Text: string; Score?: number }>;
export type MedicalStub = Stub &
  Readonly<{
    /** What it finds from now on: every place where these texts stand. */
    find: (entities: readonly Entity[]) => void;
    /** Adds to every offset, as a service would that counts something else. */
    shift: (by: number) => void;
  }>;

const pointsIn = (text: string): number => Array.from(text).length;

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

/** Comprehend Medical: DetectPHI. Offsets count code points; 20,000 bytes are the limit, and 20,000 characters. */
export async function openMedicalStub(principals: Principals): Promise<MedicalStub> {
  let known: readonly Entity[] = [];
  let moved = 0;
  const stub = await openStub({
    service: 'comprehendmedical',
    protocol: jsonProtocol('ComprehendMedical_20181030', '1.1'),
    principals,
    serve: serving({
      DetectPHI: (call) => {
        const { Text: text } = input(Detect, call);
        if (Buffer.byteLength(text) > 20_000 || pointsIn(text) > 20_000)
          throw new ServiceError('TextSizeLimitExceededException');
        const points = (end: number) => pointsIn(text.slice(0, end)) + moved;
        const entities = known.flatMap(({ Type, Text, Score = 0.99 }) =>
          placesOf(text, Text).map((index) => ({
            Id: index,
            BeginOffset: points(index),
            EndOffset: points(index + Text.length),
            Score,
            Text,
            Type,
            Category: 'PROTECTED_HEALTH_INFORMATION',
            Traits: [],
          })),
        );
        return { Entities: entities, ModelVersion: '3.0.0' };
      },
    }),
  });
  return { ...stub, find: (entities) => (known = entities), shift: (by) => (moved = by) };
}
