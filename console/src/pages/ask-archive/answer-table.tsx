// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { pageTurner } from '../../frame/page-turner.tsx';
import { When } from '../../frame/when.tsx';
import { askArchive } from '../../words/ask-archive.ts';
import type { Answer } from './query.ts';

type Cell = NonNullable<Answer['rows']>[number][number];
type Props = Readonly<{
  answer: Answer;
  page: number;
  turnTo: (page: number) => Promise<void>;
  actions: ReactNode;
}>;

/** A cell as people read it; a case leads to its record. */
function shown(name: string, type: string, value: Cell): ReactNode {
  if (value === null) return askArchive.none;
  if (typeof value === 'boolean') return value ? askArchive.yes : askArchive.no;
  if (typeof value === 'string' && type === 'timestamp') return <When at={value} />;
  if (typeof value === 'string' && name === 'case_id')
    return <Link to={`/archive/cases/${value}`}>{value}</Link>;
  return value;
}

/** The rows of an answer, a page at a time. */
export function AnswerTable({ answer, page, turnTo, actions }: Props) {
  const { columns = [], rows = [], total = 0, more = false, next } = answer;
  return (
    <Table
      header={
        <Header variant="h2" description={askArchive.rows(total, more)} actions={actions}>
          {askArchive.answer}
        </Header>
      }
      columnDefinitions={columns.map(({ name, type }, index) => ({
        id: `${index} ${name}`,
        header: name,
        cell: (row: readonly Cell[]) => shown(name, type, row[index] ?? null),
      }))}
      items={rows}
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
