// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { askArchive } from '../../words/ask-archive.ts';
import { titles } from '../../words/titles.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { Refusal } from './refusal.tsx';
import { TableList } from './table-list.tsx';
import { useQuery } from './use-query.ts';

/** Where the first query can begin from. */
const example = `SELECT policy, outcome, COUNT(*) AS cases
FROM cases
WHERE day >= CURRENT_DATE - INTERVAL '30' DAY
GROUP BY policy, outcome
ORDER BY cases DESC`;

/** SQL of compliance's own, with the catalogue beside it. */
export function SqlPage() {
  const query = useQuery();
  const [sql, setSql] = useState(example);
  const running = query.since !== undefined;
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={askArchive.sqlLead}>
          {titles.sql}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Grid gridDefinition={[{ colspan: { default: 12, m: 8 } }, { colspan: { default: 12, m: 4 } }]}>
          <Container>
            <SpaceBetween size="m">
              <FormField label={askArchive.sql} description={askArchive.sqlHelp} stretch>
                <div className="airlock-code">
                  <Textarea
                    value={sql}
                    rows={14}
                    spellcheck={false}
                    autoComplete={false}
                    onChange={({ detail }) => setSql(detail.value)}
                  />
                </div>
              </FormField>
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  variant="primary"
                  loading={running}
                  disabled={sql.trim() === ''}
                  onClick={() => void query.ask({ sql })}
                >
                  {askArchive.run}
                </Button>
                {running && <Button onClick={query.stop}>{askArchive.cancel}</Button>}
              </SpaceBetween>
              {query.problem?.code === 'sql-refused' && <Refusal errors={query.problem.members['errors']} />}
            </SpaceBetween>
          </Container>
          <TableList />
        </Grid>
        <AnswerPanel query={query} />
      </SpaceBetween>
    </ContentLayout>
  );
}
