// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { frame } from '../words/frame.ts';
import { Titled } from './titled.tsx';

export const NotFound = () => (
  <Titled title={frame.notFound}>
    <ContentLayout header={<Header variant="h1">{frame.notFound}</Header>}>
      <Box>{frame.notFoundText}</Box>
    </ContentLayout>
  </Titled>
);
