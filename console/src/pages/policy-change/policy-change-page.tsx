// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { askArchive } from '../../words/ask-archive.ts';
import { policyChange as words } from '../../words/policy-change.ts';
import { titles } from '../../words/titles.ts';
import { Refusal } from '../ask-archive/refusal.tsx';
import { readPolicyField } from './read-policy-field.ts';
import { ReplayedCases } from './replayed-cases.tsx';
import { useReplay } from './use-replay.ts';

const dayMs = 86_400_000;
const day = (before: number) => new Date(Date.now() - before * dayMs).toISOString().slice(0, 10);

/** What a policy would have held of what is archived. */
export function PolicyChangePage() {
  const replay = useReplay();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('');
  const [days, setDays] = useState({ from: day(29), to: day(0) });
  const running = replay.state === 'running';
  const start = () => {
    const read = readPolicyField(text);
    setWrong(read === 'nothing' ? words.missing : read === 'no-json' ? words.noJson : '');
    if (typeof read === 'object') void replay.start({ policy: read.policy, ...days });
  };
  const date = (name: 'from' | 'to') => (
    <FormField label={words[name]} constraintText={askArchive.kindHelp.day}>
      <DatePicker
        value={days[name]}
        placeholder={askArchive.dayFormat}
        onChange={({ detail }) => setDays((before) => ({ ...before, [name]: detail.value }))}
      />
    </FormField>
  );
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={words.lead}>
          {titles.policyChange}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Container>
          <SpaceBetween size="m">
            <FormField label={words.policy} description={words.policyHelp} errorText={wrong} stretch>
              <div className="airlock-code">
                <Textarea
                  value={text}
                  rows={10}
                  spellcheck={false}
                  autoComplete={false}
                  onChange={({ detail }) => setText(detail.value)}
                />
              </div>
            </FormField>
            <ColumnLayout columns={2}>
              {date('from')}
              {date('to')}
            </ColumnLayout>
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="primary" loading={running} onClick={start}>
                {words.try}
              </Button>
              {running && <Button onClick={replay.stop}>{words.stop}</Button>}
              {running && (
                <StatusIndicator type="in-progress">{words.looked(replay.items.length)}</StatusIndicator>
              )}
            </SpaceBetween>
          </SpaceBetween>
        </Container>
        {replay.problem !== undefined && (
          <>
            <ProblemAlert problem={replay.problem} />
            <Refusal errors={replay.problem.members['errors']} />
          </>
        )}
        {replay.state === 'stopped' && replay.problem === undefined && (
          <Alert type="info">{words.stopped}</Alert>
        )}
        {replay.state !== 'idle' && replay.problem === undefined && (
          <ReplayedCases items={replay.items} over={!running} />
        )}
      </SpaceBetween>
    </ContentLayout>
  );
}
