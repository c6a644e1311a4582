// SPDX-License-Identifier: Apache-2.0
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactNode } from 'react';
import { frame } from '../words/frame.ts';

/** Names the window after the page, and says the name to whoever does not see it: a constant, never anything of a case. */
export const Titled = ({ title, children }: Readonly<{ title: string; children: ReactNode }>) => (
  <>
    <title>{`${title} · ${frame.product}`}</title>
    <LiveRegion hidden>{title}</LiveRegion>
    {children}
  </>
);
