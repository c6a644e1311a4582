// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import type { IdentifierType } from '../../../../lambdas/records/identifier.ts';
import { DialogButtons } from '../../frame/dialog-buttons.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { identifierName } from '../../words/identifiers.ts';
import { review as words } from '../../words/review.ts';
import type { Selected } from './selected.ts';
import { useFeedback } from './use-feedback.ts';

/** What people miss most, first; the rest of the kinds are numbers that checks find. */
const types: readonly IdentifierType[] = [
  'NAME',
  'DATE',
  'AGE',
  'STREET',
  'PLACE',
  'FACILITY',
  'ZIP',
  'PHONE',
  'FAX',
  'EMAIL',
  'MRN',
  'SSN',
  'MEMBER',
  'ACCOUNT',
  'RECORD',
  'LICENSE',
  'DEVICE',
  'URL',
  'IP',
  'USERNAME',
  'CODE',
  'ORG',
  'PROFESSION',
];

type Props = Readonly<{
  view: ReviewView;
  /** What was selected in a text when this was opened. */
  selected: Selected | undefined;
  close: () => void;
}>;

/** Says that something in the text under review should have been found. Where it is is sent, never the words. */
export function MissingDialog({ view, selected, close }: Props) {
  const { send, problem } = useFeedback(view, { done: words.missing.done, close });
  const texts = view.texts ?? [];
  const [slot, setSlot] = useState(selected?.slot ?? 0);
  const [phrase, setPhrase] = useState(selected?.text ?? '');
  const [type, setType] = useState<IdentifierType>('NAME');
  const [tried, setTried] = useState(false);
  const start =
    selected?.text === phrase && selected.slot === slot ? selected.start : texts[slot]?.text.indexOf(phrase);
  const missing = phrase === '' || start === undefined || start < 0;
  const textOption = (index: number) => ({
    value: String(index),
    label: words.editor.textOf(words.kind[texts[index]?.kind ?? 'user'], index + 1),
  });
  const option = (each: IdentifierType) => ({ value: each, label: identifierName(each) });
  const submit = async () => {
    setTried(true);
    if (missing) return;
    await send({ says: 'missing', slot, start, end: start + phrase.length, type });
  };
  return (
    <Modal
      visible
      header={words.missing.title}
      onDismiss={close}
      footer={
        <DialogButtons>
          <Button variant="link" onClick={close}>
            {words.missing.cancel}
          </Button>
          <Button variant="primary" onClick={() => void submit()}>
            {words.missing.send}
          </Button>
        </DialogButtons>
      }
    >
      <SpaceBetween size="m">
        <Box>{words.missing.intro}</Box>
        {texts.length > 1 && (
          <FormField label={words.missing.where}>
            <Select
              selectedOption={textOption(slot)}
              options={texts.map((_, index) => textOption(index))}
              onChange={({ detail }) => setSlot(Number(detail.selectedOption.value))}
            />
          </FormField>
        )}
        <FormField
          label={words.missing.what}
          description={words.missing.whatHint}
          errorText={tried && missing ? words.missing.notThere : undefined}
          stretch
        >
          <Input
            value={phrase}
            spellcheck={false}
            autoComplete="off"
            onChange={({ detail }) => setPhrase(detail.value)}
          />
        </FormField>
        <FormField label={words.missing.type}>
          <Select
            selectedOption={option(type)}
            options={types.map(option)}
            onChange={({ detail }) =>
              setType(types.find((each) => each === detail.selectedOption.value) ?? 'NAME')
            }
          />
        </FormField>
        {problem !== undefined && <ProblemAlert problem={problem} />}
      </SpaceBetween>
    </Modal>
  );
}
