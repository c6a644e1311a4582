// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { archive } from '../../words/archive.ts';
import { saveFile } from './save-file.ts';
import { type Broken, type ProofReply, verifyProof } from './verify-proof.ts';

const words = archive.proof;
type State =
  | { kind: 'idle' | 'working' | 'not-sealed' }
  | { kind: 'refused'; problem: ApiProblem }
  | { kind: 'checked'; reply: ProofReply; broken: Broken };

/** Fetches the proof of a record and checks it here. */
export function ProofPanel({ caseId }: Readonly<{ caseId: string }>) {
  const api = useApi();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const check = async () => {
    setState({ kind: 'working' });
    try {
      const reply = await api.get<ProofReply>(`/v1/archive/cases/${caseId}/proof`);
      setState({ kind: 'checked', reply, broken: await verifyProof(reply) });
    } catch (thrown) {
      const problem = thrown instanceof ApiProblem ? thrown : new ApiProblem(0);
      setState(problem.code === 'not-sealed' ? { kind: 'not-sealed' } : { kind: 'refused', problem });
    }
  };
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      {state.kind === 'checked' && (
        <Button onClick={() => saveFile(words.fileName, JSON.stringify(state.reply, null, 2))}>
          {words.download}
        </Button>
      )}
      <Button variant="primary" loading={state.kind === 'working'} onClick={() => void check()}>
        {words.verify}
      </Button>
    </SpaceBetween>
  );
  return (
    <Container
      header={
        <Header variant="h2" description={words.what} actions={actions}>
          {words.title}
        </Header>
      }
    >
      <div aria-live="polite">
        {state.kind === 'not-sealed' && <Alert type="info">{words.notSealed}</Alert>}
        {state.kind === 'refused' && <ProblemAlert problem={state.problem} again={check} />}
        {state.kind === 'checked' && state.broken !== undefined && (
          <Alert type="error" header={words.bad}>
            {words.steps[state.broken]}
          </Alert>
        )}
        {state.kind === 'checked' && state.broken === undefined && (
          <Alert type="success" header={words.good}>
            {words.goodText(state.reply.record.seal.sequence)}
            <Box variant="p">
              {words.key}: <Box variant="code">{state.reply.record.seal.keyId}</Box>
            </Box>
            <Box variant="small">{words.keyHelp}</Box>
          </Alert>
        )}
      </div>
    </Container>
  );
}
