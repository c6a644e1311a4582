// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { Titled } from '../frame/titled.tsx';
import { signIn as words } from '../words/sign-in.ts';

type Why = 'new' | 'out' | 'idle' | 'failed';

const message = (why: Why) => {
  if (why === 'new') return undefined;
  if (why === 'failed')
    return (
      <Alert type="error" header={words.failed}>
        {words.failedText}
      </Alert>
    );
  return <Alert header={why === 'idle' ? words.idleOut : words.out}>{words.outText}</Alert>;
};

/** What somebody sees who is not signed in. */
export function SignInPage({ why, signIn }: Readonly<{ why: Why; signIn: () => Promise<void> }>) {
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    void signIn().finally(() => setLeaving(false));
  };
  return (
    <Titled title={words.title}>
      <main className="airlock-centre">
        <SpaceBetween size="l">
          {message(why)}
          <Container header={<Header variant="h1">{words.welcome}</Header>}>
            <SpaceBetween size="l">
              <Box>{words.what}</Box>
              <Button variant="primary" onClick={leave} loading={leaving} loadingText={words.leaving}>
                {words.button}
              </Button>
            </SpaceBetween>
          </Container>
        </SpaceBetween>
      </main>
    </Titled>
  );
}
