// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { useNow } from '../../frame/use-now.ts';
import { askArchive } from '../../words/ask-archive.ts';
import { AnswerChart } from './answer-chart.tsx';
import { AnswerTable } from './answer-table.tsx';
import { exportAnswer, type Format, formats } from './export-answer.ts';
import type { Answer } from './query.ts';
import type { Chart } from './question.ts';
import type { useQuery } from './use-query.ts';

type Props = Readonly<{
  query: ReturnType<typeof useQuery>;
  /** How the question is drawn, with its name. */
  drawn?: Readonly<{ title: string; chart: Chart }> | undefined;
}>;

function Progress({ since, answer }: Readonly<{ since: number; answer: Answer | undefined }>) {
  const seconds = Math.max(0, Math.round((useNow(1000) - since) / 1000));
  const { state, percent, scannedBytes } = answer ?? {};
  return (
    <ProgressBar
      label={state === 'queued' ? askArchive.queued : askArchive.running}
      description={askArchive.waiting(seconds)}
      {...(percent === undefined ? {} : { value: Math.floor(percent) })}
      {...(scannedBytes === undefined ? {} : { additionalInfo: askArchive.read(scannedBytes) })}
    />
  );
}

/** What becomes of a query: progress, a refusal, or rows with a chart and files to take away. */
export function AnswerPanel({ query, drawn }: Props) {
  const api = useApi();
  const [unsaved, setUnsaved] = useState<ApiProblem>();
  const { since, answer, problem, page, turnTo } = query;
  const save = async (queryId: string, format: Format) => {
    setUnsaved(undefined);
    try {
      await exportAnswer(api, queryId, format);
    } catch (thrown) {
      setUnsaved(thrown instanceof ApiProblem ? thrown : new ApiProblem(0));
    }
  };
  return (
    <SpaceBetween size="l">
      {since !== undefined && <Progress since={since} answer={answer} />}
      {problem !== undefined && <ProblemAlert problem={problem} />}
      {unsaved !== undefined && <ProblemAlert problem={unsaved} />}
      {answer?.state === 'cancelled' && <Alert type="info">{askArchive.cancelled}</Alert>}
      {answer?.failure !== undefined && <Alert type="error">{answer.failure.detail}</Alert>}
      {answer?.state === 'succeeded' && (
        <>
          {drawn !== undefined && <AnswerChart {...drawn} answer={answer} />}
          <AnswerTable
            answer={answer}
            page={page}
            turnTo={turnTo}
            actions={
              <ButtonDropdown
                items={formats}
                onItemClick={({ detail }) => void save(answer.queryId, detail.id as Format)}
              >
                {askArchive.save}
              </ButtonDropdown>
            }
          />
        </>
      )}
    </SpaceBetween>
  );
}
