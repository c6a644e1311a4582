// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { search } from '../../words/search.ts';
import { titles } from '../../words/titles.ts';
import { Refusal } from '../ask-archive/refusal.tsx';
import { type Fields, filterOf } from './filter.ts';
import { FilterFields } from './filter-fields.tsx';
import { FoundCases } from './found-cases.tsx';
import { OpenCase } from './open-case.tsx';
import { useSearch } from './use-search.ts';

const dayMs = 86_400_000;
const day = (before: number) => new Date(Date.now() - before * dayMs).toISOString().slice(0, 10);
const free = {
  outcome: '',
  policy: '',
  model: '',
  reason: '',
  reviewer: '',
  requester: '',
  type: '',
  text: '',
};

/** Cases by what is on record about them. */
export function SearchPage() {
  const searched = useSearch();
  const [fields, setFields] = useState<Fields>(() => ({
    from: day(29),
    to: day(0),
    ...free,
    held: '',
    degraded: '',
    legalHold: '',
  }));
  const { problem, found } = searched;
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={search.lead}>
          {titles.search}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <OpenCase />
        <Container>
          <SpaceBetween size="m">
            <FilterFields
              fields={fields}
              change={(part) => setFields((before) => ({ ...before, ...part }))}
            />
            <Button
              variant="primary"
              loading={searched.busy === 'searching'}
              disabled={fields.from === '' || fields.to === ''}
              onClick={() => void searched.search(filterOf(fields))}
            >
              {search.search}
            </Button>
          </SpaceBetween>
        </Container>
        {problem !== undefined && (
          <>
            <ProblemAlert problem={problem} />
            <Refusal errors={problem.members['errors']} />
          </>
        )}
        {found !== undefined && <FoundCases searched={searched} />}
      </SpaceBetween>
    </ContentLayout>
  );
}
