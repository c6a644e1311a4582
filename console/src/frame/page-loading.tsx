// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { frame } from '../words/frame.ts';

export const PageLoading = () => (
  <Box padding="l">
    <StatusIndicator type="loading">{frame.loading}</StatusIndicator>
  </Box>
);
