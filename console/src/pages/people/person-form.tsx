// SPDX-License-Identifier: Apache-2.0
import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { CustodyReason } from '../../../../lambdas/records/custody.ts';
import { archive } from '../../words/archive.ts';
import { people } from '../../words/people.ts';
import type { Identifier } from './found-case.ts';

const mostIdentifiers = 20;
const kinds = (Object.keys(people.kinds) as Identifier['kind'][]).map((value) => ({
  value,
  label: people.kinds[value],
}));
const reasons = (Object.keys(archive.custody.reasons) as CustodyReason[]).map((value) => ({
  value,
  label: archive.custody.reasons[value],
}));
const fresh: Identifier = { kind: 'name', value: '' };

type Send = (wanted: { identifiers: readonly Identifier[]; reason: CustodyReason }) => Promise<void>;
type Props = Readonly<{ search: Send; account: Send; busy: boolean }>;

/** What a person was named with, and why somebody looks for them. */
export function PersonForm({ search, account, busy }: Props) {
  const [rows, setRows] = useState<readonly Identifier[]>([fresh]);
  const [reason, setReason] = useState<CustodyReason>();
  const [incomplete, setIncomplete] = useState(false);
  const change = (at: number, part: Partial<Identifier>) =>
    setRows((before) => before.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const go = (send: Send) => {
    const identifiers = rows
      .map(({ kind, value }) => ({ kind, value: value.trim() }))
      .filter(({ value }) => value !== '');
    const missing = identifiers.length === 0 || reason === undefined;
    setIncomplete(missing);
    if (!missing) void send({ identifiers, reason });
  };
  return (
    <Container>
      <SpaceBetween size="m">
        <AttributeEditor
          items={rows}
          addButtonText={people.add}
          removeButtonText={people.remove}
          removeButtonAriaLabel={(row) => people.removeThis(rows.indexOf(row) + 1)}
          empty={people.none}
          disableAddButton={rows.length >= mostIdentifiers}
          onAddButtonClick={() => setRows([...rows, fresh])}
          onRemoveButtonClick={({ detail }) => setRows(rows.filter((_, index) => index !== detail.itemIndex))}
          definition={[
            {
              label: people.kind,
              control: ({ kind }, index) => (
                <Select
                  ariaLabel={people.kind}
                  selectedOption={kinds.find(({ value }) => value === kind) ?? null}
                  options={kinds}
                  onChange={({ detail }) =>
                    change(index, { kind: detail.selectedOption.value as Identifier['kind'] })
                  }
                />
              ),
            },
            {
              label: people.value,
              control: ({ value }, index) => (
                <Input
                  ariaLabel={people.value}
                  value={value}
                  spellcheck={false}
                  autoComplete={false}
                  onChange={({ detail }) => change(index, { value: detail.value })}
                />
              ),
            },
          ]}
        />
        <FormField label={people.reason} errorText={incomplete ? people.missing : ''}>
          <Select
            selectedOption={reasons.find(({ value }) => value === reason) ?? null}
            options={reasons}
            placeholder={people.reasonPlaceholder}
            onChange={({ detail }) => setReason(detail.selectedOption.value as CustodyReason)}
          />
        </FormField>
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary" loading={busy} onClick={() => go(search)}>
            {people.search}
          </Button>
          <Button disabled={busy} onClick={() => go(account)}>
            {people.disclosures}
          </Button>
        </SpaceBetween>
        <Box variant="small">{people.disclosuresHelp}</Box>
      </SpaceBetween>
    </Container>
  );
}
