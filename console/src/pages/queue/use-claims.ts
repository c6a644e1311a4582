// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import type { Claims } from '../../api/shapes.ts';
import { useApi } from '../../context.ts';
import { useTell } from '../../frame/notices.tsx';
import { sentenceOf } from '../../words/problems.ts';
import { queue as words } from '../../words/queue.ts';

/** Claims reviews and says what became of it. Resolves to whether all of them were claimed. */
export function useClaims(changed: () => void) {
  const api = useApi();
  const tell = useTell();
  const [claiming, setClaiming] = useState(false);
  const claim = async (caseIds: readonly string[]): Promise<boolean> => {
    if (caseIds.length === 0) return false;
    setClaiming(true);
    try {
      const { results } = await api.post<Claims>('/v1/reviews/claims', { caseIds });
      const won = results.filter(({ claimed }) => claimed).length;
      const lost = results.length - won;
      const text = [won > 0 ? words.claimed(won) : '', lost > 0 ? words.notClaimed(lost) : '']
        .join(' ')
        .trim();
      tell('claims', { type: lost > 0 ? 'warning' : 'success', text });
      return lost === 0;
    } catch (thrown) {
      tell('claims', {
        type: 'error',
        text: sentenceOf(thrown instanceof ApiProblem ? thrown : new ApiProblem(0)),
      });
      return false;
    } finally {
      setClaiming(false);
      changed();
    }
  };
  return { claim, claiming };
}
