// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { frame } from '../words/frame.ts';
import { Titled } from './titled.tsx';

type Props = Readonly<{ text?: string }>;

export const NotFound = ({ text = frame.notFoundText }: Props) => (
  <Titled title={frame.notFound}>
    <ContentLayout header={<Header variant="h1">{frame.notFound}</Header>}>
      <Box>{text}</Box>
    </ContentLayout>
  </Titled>
);
