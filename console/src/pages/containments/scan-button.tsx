// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useApi, useDesk } from '../../context.ts';
import { useTell } from '../../frame/notices.tsx';
import { containments } from '../../words/containments.ts';
import { sentenceOf } from '../../words/problems.ts';

type Scan = Readonly<{ scanned: number; contained: readonly string[]; next?: string }>;

/** Scans every text of the catalogue again, a portion at a time, and says how far it is. Compliance alone may. */
export function ScanButton({ done }: Readonly<{ done: () => Promise<void> }>) {
  const api = useApi();
  const { who } = useDesk();
  const tell = useTell();
  const [running, setRunning] = useState(false);
  const scan = async () => {
    setRunning(true);
    let [scanned, found, after]: [number, number, string | undefined] = [0, 0, undefined];
    try {
      do {
        const body: { after?: string } = after === undefined ? {} : { after };
        const part: Scan = await api.post<Scan>('/v1/archive/scans', body);
        scanned += part.scanned;
        found += part.contained.length;
        after = part.next;
        tell('scan', { type: 'info', text: containments.scanning(scanned, found) });
      } while (after !== undefined);
      tell('scan', { type: found === 0 ? 'success' : 'warning', text: containments.scanned(scanned, found) });
      await done();
    } catch (thrown) {
      tell('scan', {
        type: 'error',
        text: sentenceOf(thrown instanceof ApiProblem ? thrown : new ApiProblem(0)),
      });
    }
    setRunning(false);
  };
  return who.groups.includes('compliance') ? (
    <Button loading={running} onClick={() => void scan()}>
      {containments.scan}
    </Button>
  ) : undefined;
}
