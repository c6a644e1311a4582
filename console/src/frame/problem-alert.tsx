// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ApiProblem } from '../api/problem.ts';
import { frame } from '../words/frame.ts';
import { sentenceOf } from '../words/problems.ts';

type Props = Readonly<{ problem: ApiProblem; again?: () => Promise<void> }>;

/** Instead of what could not be read, or under what could not be done. Without a problem there is none of it: render it then only. */
export function ProblemAlert({ problem, again }: Props) {
  const id = problem.members['id'];
  const action =
    again === undefined ? undefined : <Button onClick={() => void again()}>{frame.retry}</Button>;
  return (
    <div role="alert">
      <Alert type="error" action={action}>
        {sentenceOf(problem)}
        {typeof id === 'string' && ` ${frame.errorId(id)}`}
      </Alert>
    </div>
  );
}
