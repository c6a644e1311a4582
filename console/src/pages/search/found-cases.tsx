// SPDX-License-Identifier: Apache-2.0
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { Link } from 'react-router';
import type { Outcome } from '../../../../lambdas/records/case.ts';
import { pageTurner } from '../../frame/page-turner.tsx';
import { When } from '../../frame/when.tsx';
import { archive } from '../../words/archive.ts';
import { askArchive } from '../../words/ask-archive.ts';
import { search } from '../../words/search.ts';
import { type Format, formats } from '../ask-archive/export-answer.ts';
import type { FoundRow, useSearch } from './use-search.ts';

const text = (row: FoundRow, ...names: string[]): string =>
  names.flatMap((name) => (row[name] === null ? [] : [String(row[name])])).join(' ');
const shortened = (row: FoundRow, name: string) => {
  const at = row[name];
  return typeof at === 'string' ? <When at={at} /> : askArchive.none;
};

/** The cases of a page, each with a way to its record. */
export function FoundCases({ searched }: Readonly<{ searched: ReturnType<typeof useSearch> }>) {
  const { found, page, turnTo, save, busy } = searched;
  const { items = [], next } = found ?? {};
  return (
    <Table
      loading={busy === 'searching'}
      header={
        <Header
          variant="h2"
          actions={
            <ButtonDropdown
              items={formats}
              loading={busy === 'saving'}
              onItemClick={({ detail }) => void save(detail.id as Format)}
            >
              {search.save}
            </ButtonDropdown>
          }
        >
          {search.found}
        </Header>
      }
      columnDefinitions={[
        {
          id: 'case',
          header: search.case,
          cell: ({ case_id: caseId }) => <Link to={`/archive/cases/${caseId}`}>{caseId}</Link>,
          isRowHeader: true,
        },
        { id: 'accepted', header: search.accepted, cell: (row) => shortened(row, 'accepted_at') },
        {
          id: 'outcome',
          header: search.outcome,
          cell: ({ outcome }) => archive.outcomes[outcome as Outcome],
        },
        { id: 'policy', header: search.fields.policy.label, cell: (row) => text(row, 'policy') },
        { id: 'model', header: search.fields.model.label, cell: (row) => text(row, 'model') },
        {
          id: 'reasons',
          header: search.fields.reason.label,
          cell: (row) => text(row, 'prompt_reasons', 'answer_reasons'),
        },
        { id: 'reviews', header: search.reviews, cell: (row) => text(row, 'reviews') },
        { id: 'kept', header: search.kept, cell: (row) => shortened(row, 'retained_until') },
      ]}
      items={items}
      trackBy="case_id"
      empty={askArchive.empty}
      resizableColumns
      wrapLines
      pagination={pageTurner({
        label: askArchive.pages,
        pages: { page, turnTo: (to) => void turnTo(to) },
        next,
      })}
    />
  );
}
