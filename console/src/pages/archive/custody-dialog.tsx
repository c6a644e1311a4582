// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import type { CustodyAction, CustodyReason } from '../../../../lambdas/records/custody.ts';
import type { Api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { archive } from '../../words/archive.ts';
import type { Receipt } from './receipt-panel.tsx';

const words = archive.custody;
type Done = Readonly<{ event: string; askedBy: string; confirmedBy: string; at: string }>;
/** Asked for (202), or done (200) with what there is to show. */
export type CustodyReply =
  | Readonly<{ ask: string; until: string }>
  | Done
  | (Done & Readonly<{ content: Readonly<Record<string, unknown>> }>)
  | Receipt;

type Body = Readonly<{ reason: CustodyReason; text: string; confirm?: string }>;
const calls: Readonly<Record<CustodyAction, (api: Api, path: string, body: Body) => Promise<CustodyReply>>> =
  {
    hold: (api, path, body) => api.put(`${path}/legal-hold`, body),
    'release-hold': (api, path, body) => api.remove(`${path}/legal-hold`, { body }),
    unseal: (api, path, body) => api.post(`${path}/unseal`, body),
    erase: (api, path, body) => api.post(`${path}/erase`, body),
  };
const options = (Object.keys(words.reasons) as CustodyReason[]).map((value) => ({
  value,
  label: words.reasons[value],
}));

type Props = Readonly<{
  caseId: string;
  action: CustodyAction;
  /** What another officer asked for: this confirms it. */
  confirm: string | undefined;
  close: () => void;
  finished: (reply: CustodyReply) => void;
}>;

/** Asks for a reason, in a code and in words, and sends it. */
export function CustodyDialog({ caseId, action, confirm, close, finished }: Props) {
  const api = useApi();
  const [reason, setReason] = useState<CustodyReason>();
  const [text, setText] = useState('');
  const [sent, setSent] = useState<'no' | 'incomplete' | 'sending'>('no');
  const [problem, setProblem] = useState<ApiProblem>();
  const send = async () => {
    if (reason === undefined || text.trim() === '') {
      setSent('incomplete');
      return;
    }
    setSent('sending');
    setProblem(undefined);
    const body = { reason, text: text.trim(), ...(confirm === undefined ? {} : { confirm }) };
    await calls[action](api, `/v1/archive/cases/${caseId}`, body).then(finished, (thrown: unknown) => {
      setSent('no');
      setProblem(thrown instanceof ApiProblem ? thrown : new ApiProblem(0));
    });
  };
  return (
    <Modal
      visible
      header={words.actions[action]}
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              {words.cancel}
            </Button>
            <Button variant="primary" loading={sent === 'sending'} onClick={() => void send()}>
              {confirm === undefined ? words.ask : words.confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{words.about[action]}</Box>
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
        {problem !== undefined && <ProblemAlert problem={problem} />}
      </SpaceBetween>
    </Modal>
  );
}
