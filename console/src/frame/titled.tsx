// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { frame } from '../words/frame.ts';

/** Names the window after the page: a constant, never anything of a case. */
export const Titled = ({ title, children }: Readonly<{ title: string; children: ReactNode }>) => (
  <>
    <title>{`${title} · ${frame.product}`}</title>
    {children}
  </>
);
