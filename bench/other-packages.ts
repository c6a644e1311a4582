// SPDX-License-Identifier: Apache-2.0
import compromise from 'compromise';

type Detector = Readonly<{ name: string; find: (text: string) => unknown }>;

/** What else there is on npm, called as its README says, for the same job as far as it does it. */
export async function others(): Promise<Detector[]> {
  const { OpenRedaction } = await import('@openredaction/core');
  const openRedaction = new OpenRedaction();
  return [
    { name: 'openredaction', find: (text) => openRedaction.detect(text) },
    { name: 'compromise', find: (text) => compromise(text).topics().json({ offset: true }) as unknown },
  ];
}
