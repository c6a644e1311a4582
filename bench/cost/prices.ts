// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import file from './prices.json' with { type: 'json' };

const Price = z.strictObject({
  service: z.string(),
  what: z.string(),
  usd: z.number().positive(),
  /** So many units for that. */
  per: z.number().positive(),
  unit: z.string(),
  source: z.string(),
  kind: z.enum(['quoted', 'unverified']),
});
const File = z.strictObject({
  region: z.string(),
  currency: z.literal('USD'),
  read: z.iso.date(),
  note: z.string(),
  prices: z.record(z.string(), Price),
});

export type PriceName = keyof typeof file.prices;
export type Price = z.infer<typeof Price>;
/** The price file, with the day it was read. */
export const priceFile = File.parse(file);
export const prices = priceFile.prices as Readonly<Record<PriceName, Price>>;
