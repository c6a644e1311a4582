// SPDX-License-Identifier: Apache-2.0
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { useTell } from '../../frame/notices.tsx';
import { desk as words } from '../../words/desk.ts';
import { sentenceOf } from '../../words/problems.ts';

/** Puts a made-up case with a known answer into the queue: for leads. Reviewers cannot tell it from others until they have decided. */
export function TestCases() {
  const api = useApi();
  const tell = useTell();
  const seed = async (sample: string) => {
    const policy = words.samples.find(({ id }) => id === sample)?.policy;
    try {
      await api.post('/v1/reviews/seeds', { policy, sample });
      tell('seed', { type: 'success', text: words.seeded });
    } catch (thrown) {
      const problem = thrown instanceof ApiProblem ? thrown : new ApiProblem(0);
      tell('seed', { type: 'error', text: sentenceOf(problem) });
    }
  };
  return (
    <ButtonDropdown
      items={words.samples.map(({ id, title }) => ({ id, text: title }))}
      onItemClick={({ detail }) => void seed(detail.id)}
    >
      {words.seed}
    </ButtonDropdown>
  );
}
