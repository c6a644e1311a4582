// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { askArchive } from '../../words/ask-archive.ts';
import { titles } from '../../words/titles.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { ParameterFields } from './parameter-fields.tsx';
import type { Chart, Question } from './question.ts';
import { useQuery } from './use-query.ts';

const dayMs = 86_400_000;
const day = (before: number) => new Date(Date.now() - before * dayMs).toISOString().slice(0, 10);

/** Days begin as the last thirty; whatever else is asked for, the reader knows. */
const usual = ({ parameters }: Question): Record<string, string> =>
  Object.fromEntries(
    parameters.map(({ name, kind }) => [name, kind === 'day' ? day(name === 'from' ? 29 : 0) : '']),
  );

/** The questions that compliance asks by name. */
export function QuestionsPage() {
  const api = useApi();
  const query = useQuery();
  const { value, problem, again } = useLoad('', (signal) =>
    api.get<{ items: readonly Question[] }>('/v1/archive/queries', { signal }),
  );
  const [chosen, setChosen] = useState<Question>();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [strict, setStrict] = useState(false);
  const [drawn, setDrawn] = useState<{ title: string; chart: Chart }>();
  const options = (value?.items ?? []).map(({ question, title, asks }) => ({
    value: question,
    label: title,
    description: asks,
  }));
  const choose = (name: string | undefined) => {
    const question = value?.items.find((each) => each.question === name);
    setChosen(question);
    setStrict(false);
    if (question !== undefined) setValues((before) => ({ ...usual(question), ...kept(before, question) }));
  };
  const ask = () => {
    if (chosen === undefined) return;
    const parameters = Object.fromEntries(
      chosen.parameters.map(({ name }) => [name, (values[name] ?? '').trim()]),
    );
    setStrict(true);
    if (Object.values(parameters).includes('')) return;
    setDrawn(chosen.chart === undefined ? undefined : { title: chosen.title, chart: chosen.chart });
    void query.ask({ question: chosen.question, parameters });
  };
  const running = query.since !== undefined;
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={askArchive.lead}>
          {titles.questions}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {problem !== undefined && <ProblemAlert problem={problem} again={again} />}
        <Container>
          <SpaceBetween size="m">
            <FormField label={askArchive.question} stretch>
              <Select
                selectedOption={options.find((option) => option.value === chosen?.question) ?? null}
                options={options}
                placeholder={askArchive.choose}
                filteringType="auto"
                onChange={({ detail }) => choose(detail.selectedOption.value)}
              />
            </FormField>
            {chosen !== undefined && (
              <ParameterFields
                parameters={chosen.parameters}
                values={values}
                strict={strict}
                change={(name, next) => setValues((before) => ({ ...before, [name]: next }))}
              />
            )}
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="primary" disabled={chosen === undefined} loading={running} onClick={ask}>
                {askArchive.ask}
              </Button>
              {running && <Button onClick={query.stop}>{askArchive.cancel}</Button>}
            </SpaceBetween>
          </SpaceBetween>
        </Container>
        <AnswerPanel query={query} drawn={drawn} />
      </SpaceBetween>
    </ContentLayout>
  );
}

/** What was filled in for another question and fits this one. */
const kept = (before: Readonly<Record<string, string>>, { parameters }: Question): Record<string, string> =>
  Object.fromEntries(
    parameters.flatMap(({ name }) =>
      before[name] === undefined || before[name] === '' ? [] : [[name, before[name]]],
    ),
  );
