// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

/** The buttons at the end of a dialog, the one that does it last. */
export const DialogButtons = ({ children }: Readonly<{ children: ReactNode }>) => (
  <Box float="right">
    <SpaceBetween direction="horizontal" size="xs">
      {children}
    </SpaceBetween>
  </Box>
);
