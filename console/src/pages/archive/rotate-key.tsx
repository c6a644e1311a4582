// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { Seal } from '../../../../lambdas/records/seal.ts';
import { useApi } from '../../context.ts';
import { archive } from '../../words/archive.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { saveFile } from './save-file.ts';

const words = archive.seals.rotate;

/** Hands the signing of seals over to a new key, and asks its reader to keep the public half elsewhere. */
export function RotateKey({ done }: Readonly<{ done: () => Promise<void> }>) {
  const api = useApi();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Readonly<{ seal: Seal; publicKey: string }>>();
  return (
    <>
      {made === undefined ? (
        <Button onClick={() => setOpen(true)}>{words.button}</Button>
      ) : (
        <Alert
          type="success"
          action={
            <Button onClick={() => saveFile(words.file, made.publicKey, 'application/x-pem-file')}>
              {words.save}
            </Button>
          }
        >
          {words.done(made.seal.sequence)}
        </Alert>
      )}
      {open && (
        <ReasonDialog
          title={words.title}
          about={words.about}
          button={words.button}
          isCodeEnough
          close={() => setOpen(false)}
          send={async ({ reason }) => {
            setMade(await api.post('/v1/archive/seals/key', { reason }));
            setOpen(false);
            await done();
          }}
        />
      )}
    </>
  );
}
