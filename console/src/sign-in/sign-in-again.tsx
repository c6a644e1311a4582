// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { DialogButtons } from '../frame/dialog-buttons.tsx';
import { signIn as words } from '../words/sign-in.ts';
import type { Session } from './session.ts';

type Props = Readonly<{ trouble: 'blocked' | 'another' | undefined; session: Session }>;

/** Stands over the page when its sign-in has ended; behind it everything stays, and waiting calls go on afterwards. */
export function SignInAgain({ trouble, session }: Props) {
  const [asking, setAsking] = useState(false);
  const again = () => {
    setAsking(true);
    void session.signInAgain().finally(() => setAsking(false));
  };
  return (
    <Modal
      visible
      header={words.ended}
      footer={
        <DialogButtons>
          <Button variant="link" onClick={() => session.signOut()}>
            {words.leave}
          </Button>
          <Button variant="primary" onClick={again} loading={asking && trouble === undefined}>
            {words.again}
          </Button>
        </DialogButtons>
      }
    >
      <SpaceBetween size="m">
        <Box>{words.endedText}</Box>
        {trouble !== undefined && <Alert type="warning">{words[trouble]}</Alert>}
      </SpaceBetween>
    </Modal>
  );
}
