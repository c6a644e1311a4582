// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { examples } from '../../words/examples.ts';
import { request as words } from '../../words/request.ts';
import { Documents } from './documents.tsx';
import { type Draft, emptyDraft, mistakesIn, mostCharacters } from './draft.ts';

type Props = Readonly<{
  policies: readonly string[];
  /** The policy of what was sent last, or empty. */
  usual: string;
  /** What it holds at first. */
  begin: Draft;
  /** A conversation that can be gone on with. */
  conversation: string | undefined;
  /** Sends it; false when that did not work, and then what was written stays. */
  send: (draft: Draft, conversation: string | undefined) => Promise<boolean>;
}>;

const optionOf = (value: string) => ({ value, label: value });

export function RequestForm({ policies, usual, begin, conversation, send }: Props) {
  const [draft, setDraft] = useState(begin);
  const [goOn, setGoOn] = useState(true);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const policy = [draft.policy, usual].find((each) => policies.includes(each)) ?? policies[0] ?? '';
  const mistakes = mistakesIn(draft);
  const usable = examples.filter((each) => policies.includes(each.policy));

  const fill = (id: string) => {
    const example = usable.find((each) => each.id === id);
    if (example === undefined) return;
    const documents = example.documents.map((each, index) => ({ ...each, key: index + 1 }));
    setDraft({ policy: example.policy, text: example.text, documents });
    setTried(false);
  };
  const submit = async () => {
    setTried(true);
    if (mistakes !== undefined) return;
    setSending(true);
    const sent = await send({ ...draft, policy }, goOn ? conversation : undefined);
    setSending(false);
    if (!sent) return;
    setDraft({ ...emptyDraft, policy });
    setTried(false);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Form
        actions={
          <Button variant="primary" loading={sending} loadingText={words.sending}>
            {words.send}
          </Button>
        }
      >
        <Container
          header={
            <Header
              variant="h2"
              actions={
                usable.length > 0 && (
                  <ButtonDropdown
                    items={usable.map(({ id, title }) => ({ id, text: title }))}
                    onItemClick={({ detail }) => fill(detail.id)}
                  >
                    {words.examples}
                  </ButtonDropdown>
                )
              }
            >
              {words.ask}
            </Header>
          }
        >
          <SpaceBetween size="l">
            <FormField label={words.policy} description={words.policyHint}>
              <Select
                selectedOption={optionOf(policy)}
                options={policies.map(optionOf)}
                onChange={({ detail }) => setDraft({ ...draft, policy: detail.selectedOption.value ?? '' })}
              />
            </FormField>
            <FormField
              label={words.text}
              errorText={
                tried && mistakes?.tooLong === true
                  ? words.tooLong(mostCharacters.toLocaleString())
                  : tried && mistakes?.text === true
                    ? words.textMissing
                    : undefined
              }
              stretch
            >
              <Textarea
                value={draft.text}
                rows={6}
                placeholder={words.textPlaceholder}
                spellcheck={false}
                autoComplete="off"
                disableBrowserAutocorrect
                onChange={({ detail }) => setDraft({ ...draft, text: detail.value })}
              />
            </FormField>
            <Documents
              documents={draft.documents}
              missing={tried ? (mistakes?.documents ?? []) : []}
              onChange={(documents) => setDraft({ ...draft, documents })}
            />
            {conversation !== undefined && (
              <Checkbox
                checked={goOn}
                description={words.goOnHint}
                onChange={({ detail }) => setGoOn(detail.checked)}
              >
                {words.goOn}
              </Checkbox>
            )}
          </SpaceBetween>
        </Container>
      </Form>
    </form>
  );
}
