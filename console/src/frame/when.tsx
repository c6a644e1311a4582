// SPDX-License-Identifier: Apache-2.0
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment in the reader's zone. `at` is ISO 8601. */
export const inZone = (at: string): string => format.format(new Date(at));

/** `2026-05-04 10:20:30 UTC` */
const utc = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** A moment in the reader's own zone; UTC when pointed at. `at` is ISO 8601, as the API gives it. */
export const When = ({ at }: Readonly<{ at: string }>) => (
  <time dateTime={at} title={utc(at)}>
    {inZone(at)}
  </time>
);
