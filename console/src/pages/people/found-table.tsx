// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { Link } from 'react-router';
import { When } from '../../frame/when.tsx';
import { archive } from '../../words/archive.ts';
import { people } from '../../words/people.ts';
import { ReasonDialog, type Why } from '../archive/reason-dialog.tsx';
import type { Found, FoundCase } from './found-case.ts';

type Props = Readonly<{
  found: Found;
  erase: (chosen: readonly FoundCase[], why: Why) => Promise<void>;
}>;

const erasureOf = ({ asked, obstacle }: FoundCase): string =>
  asked !== undefined
    ? people.asked(asked.askedBy)
    : obstacle === undefined
      ? people.free
      : people.obstacle(obstacle);

/** The cases that were found, and what can be done about them. */
export function FoundTable({ found: { cases, more }, erase }: Props) {
  const [chosen, setChosen] = useState<readonly FoundCase[]>([]);
  const [open, setOpen] = useState(false);
  // What was chosen before a new search is chosen no more unless it is still there.
  const current = cases.filter(({ caseId }) => chosen.some((each) => each.caseId === caseId));
  return (
    <>
      <Table
        header={
          <Header
            variant="h2"
            counter={`(${cases.length})`}
            description={more && people.more}
            actions={
              <Button disabled={current.length === 0} onClick={() => setOpen(true)}>
                {people.erase(current.length)}
              </Button>
            }
          >
            {people.found}
          </Header>
        }
        selectionType="multi"
        selectedItems={current}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems)}
        isItemDisabled={({ obstacle, asked }) => obstacle !== undefined && asked === undefined}
        ariaLabels={{
          selectionGroupLabel: people.select,
          allItemsSelectionLabel: () => people.select,
          itemSelectionLabel: (_, { caseId }) => people.selectOne(caseId),
        }}
        columnDefinitions={[
          {
            id: 'case',
            header: people.case,
            cell: ({ caseId }) => <Link to={`/archive/cases/${caseId}`}>{caseId}</Link>,
            isRowHeader: true,
          },
          { id: 'accepted', header: people.accepted, cell: ({ acceptedAt }) => <When at={acceptedAt} /> },
          { id: 'outcome', header: people.outcome, cell: ({ outcome }) => archive.outcomes[outcome] },
          {
            id: 'matched',
            header: people.matched,
            cell: ({ matched }) => [...new Set(matched.map(({ by }) => people.by[by]))].join(', '),
          },
          { id: 'erasure', header: people.erasure, cell: erasureOf },
        ]}
        items={cases}
        trackBy="caseId"
        empty={people.nothing}
        wrapLines
      />
      {open && (
        <ReasonDialog
          title={people.eraseTitle}
          about={people.eraseAbout}
          button={people.eraseButton}
          close={() => setOpen(false)}
          send={async (why) => {
            await erase(current, why);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
