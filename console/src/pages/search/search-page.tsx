// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Outcome } from '../../../../lambdas/records/case.ts';
import { archive } from '../../words/archive.ts';
import { askArchive } from '../../words/ask-archive.ts';
import { search } from '../../words/search.ts';
import { titles } from '../../words/titles.ts';
import { AnswerPanel } from '../ask-archive/answer-panel.tsx';
import { useQuery } from '../ask-archive/use-query.ts';
import { OpenCase } from './open-case.tsx';
import { type Filters, searchSql } from './search-sql.ts';

const outcomes = [
  { value: '', label: search.any },
  ...(Object.keys(archive.outcomes) as Outcome[]).map((value) => ({ value, label: archive.outcomes[value] })),
];
const dayMs = 86_400_000;
const day = (before: number) => new Date(Date.now() - before * dayMs).toISOString().slice(0, 10);

/** Cases by what is on record about them. */
export function SearchPage() {
  const query = useQuery();
  const [filters, setFilters] = useState<Filters>(() => ({
    from: day(29),
    to: day(0),
    outcome: '',
    policy: '',
    reason: '',
    reviewer: '',
    failed: false,
  }));
  const change = (part: Partial<Filters>) => setFilters((before) => ({ ...before, ...part }));
  const running = query.since !== undefined;
  const field = (name: 'policy' | 'reason' | 'reviewer', label: string, help: string) => (
    <FormField label={label} constraintText={help}>
      <Input
        value={filters[name]}
        spellcheck={false}
        autoComplete={false}
        onChange={({ detail }) => change({ [name]: detail.value })}
      />
    </FormField>
  );
  const date = (name: 'from' | 'to', label: string) => (
    <FormField label={label} constraintText={askArchive.kindHelp.day}>
      <DatePicker
        value={filters[name]}
        placeholder={askArchive.dayFormat}
        onChange={({ detail }) => change({ [name]: detail.value })}
      />
    </FormField>
  );
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
            <ColumnLayout columns={3}>
              {date('from', search.from)}
              {date('to', search.to)}
              <FormField label={search.outcome}>
                <Select
                  selectedOption={outcomes.find(({ value }) => value === filters.outcome) ?? null}
                  options={outcomes}
                  onChange={({ detail }) => change({ outcome: detail.selectedOption.value ?? '' })}
                />
              </FormField>
              {field('policy', search.policy, search.policyHelp)}
              {field('reason', search.reason, search.reasonHelp)}
              {field('reviewer', search.reviewer, search.reviewerHelp)}
            </ColumnLayout>
            <Checkbox checked={filters.failed} onChange={({ detail }) => change({ failed: detail.checked })}>
              {search.failed}
            </Checkbox>
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                variant="primary"
                loading={running}
                disabled={filters.from === '' || filters.to === ''}
                onClick={() => void query.ask({ sql: searchSql(filters) })}
              >
                {search.search}
              </Button>
              {running && <Button onClick={query.stop}>{askArchive.cancel}</Button>}
            </SpaceBetween>
          </SpaceBetween>
        </Container>
        <AnswerPanel query={query} />
      </SpaceBetween>
    </ContentLayout>
  );
}
