// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Seal } from '../../../../lambdas/records/seal.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { useTell } from '../../frame/notices.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { When } from '../../frame/when.tsx';
import { archive } from '../../words/archive.ts';
import { sentenceOf } from '../../words/problems.ts';
import { titles } from '../../words/titles.ts';
import { FiguresChart } from '../../charts/figures-chart.tsx';
import { iso } from './archived-case.ts';
import { RotateKey } from './rotate-key.tsx';
import { saveFile } from './save-file.ts';

const words = archive.seals;
type Page = Readonly<{ items: readonly Seal[]; publicKeys: readonly string[]; next?: number }>;
const short = (hash: string) => <span title={hash}>{`${hash.slice(0, 16)}…`}</span>;

/** The chain over time: what each seal took up, and under which key. */
export function SealsPage() {
  const api = useApi();
  const tell = useTell();
  const [before, setBefore] = useState<number>();
  const [sealing, setSealing] = useState(false);
  const { value, problem, loading, again } = useLoad(String(before), (signal) =>
    api.get<Page>('/v1/archive/seals', { query: { limit: 50, before }, signal }),
  );
  const sealNow = async () => {
    setSealing(true);
    try {
      const { seals, objects } = await api.post<{ seals: number; objects: number }>('/v1/archive/seals');
      tell('seals', { type: 'success', text: words.nowDone(seals, objects) });
      await again();
    } catch (thrown) {
      const text = sentenceOf(thrown instanceof ApiProblem ? thrown : new ApiProblem(0));
      tell('seals', { type: 'error', text });
    }
    setSealing(false);
  };
  const items = value?.items ?? [];
  const { next } = value ?? {};
  const keys = value?.publicKeys ?? [];
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={words.lead}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                disabled={keys.length === 0}
                onClick={() => saveFile(words.keyFile, keys.join(''), 'application/x-pem-file')}
              >
                {words.saveKey}
              </Button>
              <Button variant="primary" loading={sealing} onClick={() => void sealNow()}>
                {words.now}
              </Button>
            </SpaceBetween>
          }
        >
          {titles.seals}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {problem !== undefined && <ProblemAlert problem={problem} again={again} />}
        {items.length > 1 && (
          <FiguresChart
            title={words.chart}
            kind="areas"
            what={words.sequence}
            counted={words.count}
            series={[words.count]}
            rows={items
              .toReversed()
              .map(({ sequence, count }) => ({ at: String(sequence), values: [count] }))}
          />
        )}
        <Table
          loading={loading}
          columnDefinitions={[
            { id: 'sequence', header: words.sequence, cell: ({ sequence }) => sequence, isRowHeader: true },
            { id: 'time', header: words.time, cell: ({ time }) => <When at={iso(time)} /> },
            { id: 'count', header: words.count, cell: ({ count }) => count },
            { id: 'root', header: words.root, cell: ({ root }) => short(root) },
            {
              id: 'key',
              header: words.key,
              cell: ({ keyId, nextKey }) => (
                <>
                  {short(keyId)} {nextKey !== undefined && words.newKey}
                </>
              ),
            },
          ]}
          items={items}
          trackBy={({ root, sequence }) => `${sequence} ${root}`}
          empty={words.empty}
          wrapLines
          footer={next !== undefined && <Button onClick={() => setBefore(next)}>{words.more}</Button>}
        />
        <RotateKey
          done={async () => {
            setBefore(undefined);
            await again();
          }}
        />
        <Box>
          {words.verifyWith} <Box variant="code">{words.command}</Box>
        </Box>
      </SpaceBetween>
    </ContentLayout>
  );
}
