// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { CustodyReason } from '../../../../lambdas/records/custody.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { people } from '../../words/people.ts';
import { titles } from '../../words/titles.ts';
import { AnswerPanel } from '../ask-archive/answer-panel.tsx';
import { pageRows, patience } from '../ask-archive/query.ts';
import { useQuery } from '../ask-archive/use-query.ts';
import { type Why } from '../archive/reason-dialog.tsx';
import type { Account, Found, FoundCase, Identifier, PersonReceipt } from './found-case.ts';
import { FoundTable } from './found-table.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonReceiptPanel } from './person-receipt-panel.tsx';

type Wanted = Readonly<{ identifiers: readonly Identifier[]; reason: CustodyReason }>;

/** The cases that a person is in: found, accounted for, erased. What is looked for stays in this component's state. */
export function PeoplePage() {
  const api = useApi();
  const query = useQuery();
  const [wanted, setWanted] = useState<Wanted>();
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [receipt, setReceipt] = useState<PersonReceipt>();
  const [accounted, setAccounted] = useState<Account>();
  const [searching, setSearching] = useState(false);
  const search = async (next: Wanted) => {
    setWanted(next);
    setSearching(true);
    setProblem(undefined);
    await api.post<Found>('/v1/archive/people', next).then(setFound, (thrown: unknown) => {
      setFound(undefined);
      setProblem(thrown instanceof ApiProblem ? thrown : new ApiProblem(0));
    });
    setSearching(false);
  };
  const erase = async (chosen: readonly FoundCase[], why: Why) => {
    const cases = chosen.map(({ caseId, asked }) =>
      asked === undefined ? { caseId } : { caseId, confirm: asked.ask },
    );
    setReceipt(await api.post<PersonReceipt>('/v1/archive/people/erasures', { ...why, cases }));
    if (wanted !== undefined) await search(wanted);
  };
  const account = async (next: Wanted) => {
    setAccounted(undefined);
    await query.ask(async () => {
      const body = { ...next, page: pageRows };
      const made = await api.post<Account>('/v1/archive/people/disclosures', body, patience);
      setAccounted(made);
      return made.query;
    });
  };
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={people.lead}>
          {titles.people}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <PersonForm search={search} account={account} busy={searching || query.since !== undefined} />
        {problem !== undefined && <ProblemAlert problem={problem} />}
        {found !== undefined && <FoundTable found={found} erase={erase} />}
        {receipt !== undefined && <PersonReceiptPanel receipt={receipt} />}
        {accounted !== undefined && (
          <Alert type={accounted.more ? 'warning' : 'info'}>
            {people.accounted(accounted.cases, accounted.more)}
          </Alert>
        )}
        <AnswerPanel query={query} />
      </SpaceBetween>
    </ContentLayout>
  );
}
