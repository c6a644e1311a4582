// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { archive } from '../../words/archive.ts';
import { askArchive } from '../../words/ask-archive.ts';
import { search } from '../../words/search.ts';
import { asked, type Fields, typed } from './filter.ts';

const any = { value: '', label: search.any };
const outcomes = [
  any,
  ...Object.entries<string>(archive.outcomes).map(([value, label]) => ({ value, label })),
];
const answers = [any, { value: 'yes', label: askArchive.yes }, { value: 'no', label: askArchive.no }];

type Props = Readonly<{ fields: Fields; change: (part: Partial<Fields>) => void }>;

/** A field for each thing that cases can be searched by. */
export function FilterFields({ fields, change }: Props) {
  const date = (name: 'from' | 'to') => (
    <FormField label={search[name]} constraintText={askArchive.kindHelp.day}>
      <DatePicker
        value={fields[name]}
        placeholder={askArchive.dayFormat}
        onChange={({ detail }) => change({ [name]: detail.value })}
      />
    </FormField>
  );
  const choice = (
    name: keyof Fields,
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <FormField key={name} label={label}>
      <Select
        selectedOption={options.find(({ value }) => value === fields[name]) ?? null}
        options={options}
        onChange={({ detail }) => change({ [name]: detail.selectedOption.value ?? '' })}
      />
    </FormField>
  );
  const input = (name: (typeof typed)[number]) => (
    <FormField key={name} label={search.fields[name].label} constraintText={search.fields[name].help}>
      <Input
        value={fields[name]}
        spellcheck={false}
        autoComplete={false}
        onChange={({ detail }) => change({ [name]: detail.value })}
      />
    </FormField>
  );
  const [often, seldom] = [typed.slice(0, 3), typed.slice(3)];
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={3}>
        {date('from')}
        {date('to')}
        {choice('outcome', search.outcome, outcomes)}
        {often.map(input)}
      </ColumnLayout>
      <ExpandableSection headerText={search.moreFilters}>
        <ColumnLayout columns={3}>
          {seldom.map(input)}
          {asked.map((name) => choice(name, search.asked[name], answers))}
        </ColumnLayout>
      </ExpandableSection>
    </SpaceBetween>
  );
}
