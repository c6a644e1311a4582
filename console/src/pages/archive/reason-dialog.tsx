// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { type ReactNode, useState } from 'react';
import type { CustodyReason } from '../../../../lambdas/records/custody.ts';
import { ApiProblem } from '../../api/problem.ts';
import { DialogButtons } from '../../frame/dialog-buttons.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { archive } from '../../words/archive.ts';

const words = archive.custody;
const options = (Object.keys(words.reasons) as CustodyReason[]).map((value) => ({
  value,
  label: words.reasons[value],
}));

/** Why, as a code and in words that name nobody. */
export type Why = Readonly<{ reason: CustodyReason; text: string }>;
type Props = Readonly<{
  title: string;
  about: ReactNode;
  button: string;
  close: () => void;
  /** The code is enough: no words are asked for, and `text` is empty. */
  isCodeEnough?: boolean;
  /** Does it; whoever renders the dialog takes it away when it is done. @throws ApiProblem, which is shown */
  send: (why: Why) => Promise<void>;
}>;

/** Asks for a reason, in a code and, unless that is enough, in words, and sends it. */
export function ReasonDialog({ title, about, button, close, send, isCodeEnough = false }: Props) {
  const [reason, setReason] = useState<CustodyReason>();
  const [text, setText] = useState('');
  const [sent, setSent] = useState<'no' | 'incomplete' | 'sending'>('no');
  const [problem, setProblem] = useState<ApiProblem>();
  const go = async () => {
    if (reason === undefined || (text.trim() === '' && !isCodeEnough)) {
      setSent('incomplete');
      return;
    }
    setSent('sending');
    setProblem(undefined);
    await send({ reason, text: text.trim() }).catch((thrown: unknown) => {
      setSent('no');
      setProblem(thrown instanceof ApiProblem ? thrown : new ApiProblem(0));
    });
  };
  return (
    <Modal
      visible
      header={title}
      onDismiss={close}
      footer={
        <DialogButtons>
          <Button variant="link" onClick={close}>
            {words.cancel}
          </Button>
          <Button variant="primary" loading={sent === 'sending'} onClick={() => void go()}>
            {button}
          </Button>
        </DialogButtons>
      }
    >
      <SpaceBetween size="m">
        <Box>{about}</Box>
        <FormField
          label={words.reason}
          errorText={sent === 'incomplete' && reason === undefined ? words.reasonMissing : ''}
        >
          <Select
            selectedOption={options.find(({ value }) => value === reason) ?? null}
            options={options}
            placeholder={words.reason}
            onChange={({ detail }) => setReason(detail.selectedOption.value as CustodyReason)}
          />
        </FormField>
        {!isCodeEnough && (
          <FormField
            label={words.text}
            description={words.textHelp}
            errorText={sent === 'incomplete' && text.trim() === '' ? words.textMissing : ''}
          >
            <Textarea
              value={text}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => setText(detail.value)}
            />
          </FormField>
        )}
        {problem !== undefined && <ProblemAlert problem={problem} />}
      </SpaceBetween>
    </Modal>
  );
}
