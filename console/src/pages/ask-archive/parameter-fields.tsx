// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { askArchive } from '../../words/ask-archive.ts';
import type { Parameter } from './question.ts';

type Props = Readonly<{
  parameters: readonly Parameter[];
  values: Readonly<Record<string, string>>;
  /** Whether what is missing is pointed out. */
  strict: boolean;
  change: (name: string, value: string) => void;
}>;

/** A field for each parameter of a question. */
export const ParameterFields = ({ parameters, values, strict, change }: Props) => (
  <ColumnLayout columns={3}>
    {parameters.map(({ name, kind, label }) => {
      const value = values[name] ?? '';
      return (
        <FormField
          key={name}
          label={label}
          constraintText={askArchive.kindHelp[kind]}
          errorText={strict && value.trim() === '' ? askArchive.missing : ''}
        >
          {kind === 'day' ? (
            <DatePicker
              value={value}
              placeholder={askArchive.dayFormat}
              onChange={({ detail }) => change(name, detail.value)}
            />
          ) : (
            <Input
              value={value}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => change(name, detail.value)}
            />
          )}
        </FormField>
      );
    })}
  </ColumnLayout>
);
