// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import type { RevealReason } from '../../../../lambdas/records/review.ts';
import { ApiProblem } from '../../api/problem.ts';
import { serverNow } from '../../api/server-time.ts';
import { useApi } from '../../context.ts';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { useNow } from '../../frame/use-now.ts';
import { review as words } from '../../words/review.ts';

const options = Object.entries(words.finding.reasons).map(([value, label]) => ({ value, label }));

type Revealed = Readonly<{ value: string; left: number; hideAt: string }>;

/** The value, until its time is over; then it is gone from the page and from memory. */
function Value({ revealed, hide }: Readonly<{ revealed: Revealed; hide: () => void }>) {
  const now = useNow(500);
  const seconds = Math.max(0, Math.ceil((Date.parse(revealed.hideAt) - now) / 1000));
  useEffect(() => {
    const timer = setTimeout(hide, Math.max(0, Date.parse(revealed.hideAt) - serverNow()));
    return () => clearTimeout(timer);
  }, [revealed, hide]);
  return (
    <SpaceBetween size="xs">
      <Box variant="awsui-key-label">{words.finding.value}</Box>
      <output className="airlock-text airlock-revealed">{revealed.value}</output>
      <Box>{`${words.finding.hidesIn(seconds)} ${words.finding.left(revealed.left)}`}</Box>
      <Button onClick={hide}>{words.finding.hide}</Button>
    </SpaceBetween>
  );
}

/** Asks why, has it put on the record, and then shows one value for a short while. */
export function RevealPanel({ caseId, placeholder }: Readonly<{ caseId: string; placeholder: string }>) {
  const api = useApi();
  const [reason, setReason] = useState<RevealReason>();
  const [note, setNote] = useState('');
  const [revealed, setRevealed] = useState<Revealed | 'hidden'>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [hide] = useState(() => () => setRevealed('hidden'));
  const ask = async () => {
    setProblem(undefined);
    try {
      setRevealed(await api.post<Revealed>(`/v1/reviews/${caseId}/reveal`, { placeholder, reason, note }));
    } catch (thrown) {
      setProblem(thrown instanceof ApiProblem ? thrown : new ApiProblem(0));
    }
  };
  if (revealed === 'hidden') return <Box>{words.finding.hiddenAgain}</Box>;
  if (revealed !== undefined) return <Value revealed={revealed} hide={hide} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <SpaceBetween size="s">
        <Header variant="h3" description={words.finding.revealText}>
          {words.finding.reveal}
        </Header>
        <FormField label={words.finding.reason} stretch>
          <Select
            selectedOption={options.find(({ value }) => value === reason) ?? null}
            options={options}
            placeholder={words.finding.reason}
            onChange={({ detail }) => setReason(detail.selectedOption.value as RevealReason)}
          />
        </FormField>
        <FormField label={words.finding.reasonNote} description={words.finding.reasonHint} stretch>
          <Input
            value={note}
            spellcheck={false}
            autoComplete="off"
            onChange={({ detail }) => setNote(detail.value)}
          />
        </FormField>
        {problem !== undefined && <ProblemAlert problem={problem} />}
        <Button disabled={reason === undefined || note.trim() === ''}>{words.finding.revealButton}</Button>
      </SpaceBetween>
    </form>
  );
}
