// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { CustodyAction } from '../../../../lambdas/records/custody.ts';
import { useDesk } from '../../context.ts';
import { useTell } from '../../frame/notices.tsx';
import { useNow } from '../../frame/use-now.ts';
import { When } from '../../frame/when.tsx';
import { archive } from '../../words/archive.ts';
import { type ArchivedCase, iso } from './archived-case.ts';
import { CustodyDialog, type CustodyReply } from './custody-dialog.tsx';
import { ReceiptPanel, type Receipt } from './receipt-panel.tsx';
import { UnsealedPanel } from './unsealed-panel.tsx';

const words = archive.custody;
type Props = Readonly<{ caseId: string; archived: ArchivedCase; changed: () => Promise<void> }>;
type Shown = Readonly<{ receipt?: Receipt; content?: Readonly<Record<string, unknown>> }>;

/** What can be asked for now: what is in force already, or can never be again, is not offered. */
function offered({ custody, retention }: ArchivedCase): CustodyAction[] {
  const held = retention.legalHold || custody?.held !== undefined;
  const erased = custody?.erasing !== undefined;
  return [
    ...(held ? (['release-hold'] as const) : erased ? [] : (['hold'] as const)),
    ...(erased ? [] : (['unseal'] as const)),
    ...(erased || held ? [] : (['erase'] as const)),
  ];
}

/** Holds, opening and erasure: one officer asks, another confirms. */
export function CustodyPanel({ caseId, archived, changed }: Props) {
  const { who } = useDesk();
  const tell = useTell();
  const now = useNow(30_000);
  const [open, setOpen] = useState<CustodyAction>();
  const [shown, setShown] = useState<Shown>({});
  const asked = archived.custody?.asked;
  const pending = asked !== undefined && asked.until > now ? asked : undefined;
  const yours = pending?.by === who.subject;

  const finished = (action: CustodyAction, reply: CustodyReply) => {
    setOpen(undefined);
    const text = 'ask' in reply ? words.asked : words.done(words.actions[action]);
    tell('custody', { type: 'ask' in reply ? 'info' : 'success', text });
    if ('content' in reply) setShown({ content: reply.content });
    if ('beyond' in reply) setShown({ receipt: reply });
    void changed();
  };
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={words.what}>
            {words.title}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {archived.custody?.erasing !== undefined && (
            <Alert type="info" header={words.erased}>
              {words.erasedText}
            </Alert>
          )}
          {pending !== undefined && (
            <Alert
              type="warning"
              header={words.waiting(words.actions[pending.action], pending.by)}
              action={
                yours ? undefined : (
                  <Button variant="primary" onClick={() => setOpen(pending.action)}>
                    {words.confirm}
                  </Button>
                )
              }
            >
              {yours ? words.yours : words.waitingText} {yours && <When at={iso(pending.until)} />}
            </Alert>
          )}
          {pending === undefined && (
            <SpaceBetween direction="horizontal" size="xs">
              {offered(archived).map((action) => (
                <Button key={action} onClick={() => setOpen(action)}>
                  {words.actions[action]}
                </Button>
              ))}
            </SpaceBetween>
          )}
        </SpaceBetween>
        {open !== undefined && (
          <CustodyDialog
            caseId={caseId}
            action={open}
            confirm={pending?.action === open ? pending.id : undefined}
            close={() => setOpen(undefined)}
            finished={(reply) => finished(open, reply)}
          />
        )}
      </Container>
      {shown.receipt !== undefined && <ReceiptPanel receipt={shown.receipt} />}
      {shown.content !== undefined && <UnsealedPanel content={shown.content} close={() => setShown({})} />}
    </SpaceBetween>
  );
}
