// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Transcript } from '../../../../lambdas/records/transcript.ts';
import { archive } from '../../words/archive.ts';

const words = archive.record;

/** How many identifiers of which type, and the record itself for whoever wants every offset. */
export function RecordFindings({ record }: Readonly<{ record: Transcript }>) {
  const counts = Object.entries(record.counts).sort(([, a], [, b]) => b - a);
  return (
    <SpaceBetween size="l">
      <Table
        header={
          <Header variant="h2" description={words.findingsHelp} counter={`(${counts.length})`}>
            {words.findings}
          </Header>
        }
        columnDefinitions={[
          { id: 'type', header: words.type, cell: ([type]) => type, isRowHeader: true },
          { id: 'count', header: words.count, cell: ([, count]) => count },
        ]}
        items={counts}
        trackBy={([type]) => type}
        empty={words.noFindings}
      />
      <ExpandableSection variant="container" headerText={words.whole}>
        <Box variant="code">
          <pre className="airlock-text">{JSON.stringify(record, null, 2)}</pre>
        </Box>
      </ExpandableSection>
    </SpaceBetween>
  );
}
