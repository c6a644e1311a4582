// SPDX-License-Identifier: Apache-2.0
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { titles } from '../../words/titles.ts';

export const ReviewPage = () => <ContentLayout header={<Header variant="h1">{titles.review}</Header>} />;
