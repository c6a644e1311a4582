// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { request as words } from '../../words/request.ts';
import type { DraftDocument } from './draft.ts';

type Props = Readonly<{
  documents: readonly DraftDocument[];
  /** Keys of documents without a text, once somebody tried to send. */
  missing: readonly number[];
  onChange: (documents: readonly DraftDocument[]) => void;
}>;

/** Context documents: as many as somebody adds. */
export function Documents({ documents, missing, onChange }: Props) {
  const change = (key: number, part: Partial<DraftDocument>) =>
    onChange(documents.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const add = () => {
    const key = Math.max(0, ...documents.map((each) => each.key)) + 1;
    onChange([...documents, { key, title: '', content: '' }]);
  };
  return (
    <FormField label={words.documents} description={words.documentsHint} stretch>
      <SpaceBetween size="s">
        {documents.map(({ key, title, content }, index) => (
          <Container
            key={key}
            header={
              <Header
                variant="h3"
                actions={
                  <Button
                    iconName="remove"
                    variant="icon"
                    ariaLabel={words.removeDocument(index + 1)}
                    onClick={() => onChange(documents.filter((each) => each.key !== key))}
                  />
                }
              >
                {words.document(index + 1)}
              </Header>
            }
          >
            <SpaceBetween size="s">
              <FormField label={words.documentTitle(index + 1)} stretch>
                <Input
                  value={title}
                  spellcheck={false}
                  autoComplete="off"
                  onChange={({ detail }) => change(key, { title: detail.value })}
                />
              </FormField>
              <FormField
                label={words.documentText(index + 1)}
                errorText={missing.includes(key) ? words.documentMissing : undefined}
                stretch
              >
                <Textarea
                  value={content}
                  rows={5}
                  spellcheck={false}
                  autoComplete="off"
                  disableBrowserAutocorrect
                  onChange={({ detail }) => change(key, { content: detail.value })}
                />
              </FormField>
            </SpaceBetween>
          </Container>
        ))}
        <Button iconName="add-plus" onClick={add} disabled={documents.length >= 50}>
          {words.addDocument}
        </Button>
      </SpaceBetween>
    </FormField>
  );
}
