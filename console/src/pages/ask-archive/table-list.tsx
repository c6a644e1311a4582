// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { askArchive } from '../../words/ask-archive.ts';

type Tables = Readonly<{
  items: readonly Readonly<{
    table: string;
    columns: readonly Readonly<{ name: string; type: string; says: string }>[];
  }>[];
  functions: readonly string[];
}>;

/** What SQL may be about: tables, their columns and what is in them, and the functions there are. */
export function TableList() {
  const api = useApi();
  const { value, problem, again } = useLoad('', (signal) =>
    api.get<Tables>('/v1/archive/tables', { signal }),
  );
  return (
    <Container header={<Header variant="h2">{askArchive.tables}</Header>}>
      {problem !== undefined && <ProblemAlert problem={problem} again={again} />}
      {value?.items.map(({ table, columns }) => (
        <ExpandableSection key={table} headerText={table}>
          <dl className="airlock-columns">
            {columns.map(({ name, type, says }) => (
              <div key={name}>
                <dt>
                  <Box variant="code">{name}</Box> <Box variant="small">{type}</Box>
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </ExpandableSection>
      ))}
      {value !== undefined && (
        <ExpandableSection headerText={askArchive.functions}>
          <Box variant="code">{value.functions.join(', ')}</Box>
        </ExpandableSection>
      )}
    </Container>
  );
}
