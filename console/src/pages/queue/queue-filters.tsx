// SPDX-License-Identifier: Apache-2.0
import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { Facet } from '../../../../lambdas/api/queue-filter.ts';
import type { ReasonCode } from '../../../../lambdas/records/reason.ts';
import type { QueueCounts } from '../../api/shapes.ts';
import { queue as words } from '../../words/queue.ts';
import { reasonName, reviews } from '../../words/reviews.ts';
import { facets } from './filter.ts';

type Filter = Readonly<Partial<Record<Facet, string>>>;
type Props = Readonly<{
  filter: Filter;
  counts: QueueCounts | undefined;
  onChange: (filter: Filter) => void;
}>;

const names: Readonly<Partial<Record<Facet, (value: string) => string | undefined>>> = {
  reason: (value) => reasonName(value as ReasonCode),
  side: (value) => (reviews.side as Readonly<Record<string, string>>)[value],
  risk: (value) => (reviews.risk as Readonly<Record<string, string>>)[value],
  policy: (value) => value,
};
const nameOf = (facet: Facet, value: string): string => names[facet]?.(value) ?? words.values[value] ?? value;

const any: SelectProps.Option = { value: '', label: words.any };

/** One choice a filter, with how many each value would leave. */
export const QueueFilters = ({ filter, counts, onChange }: Props) => (
  <search className="airlock-filters" aria-label={words.filters}>
    {facets.map((facet) => {
      const chosen = filter[facet];
      const counted = counts?.[facet] ?? {};
      const values = [...new Set([...Object.keys(counted), ...(chosen === undefined ? [] : [chosen])])];
      const option = (value: string): SelectProps.Option => ({
        value,
        label: nameOf(facet, value),
        labelTag: (counted[value] ?? 0).toLocaleString(),
      });
      return (
        <FormField key={facet} label={words.filter[facet]}>
          <Select
            selectedOption={chosen === undefined ? any : option(chosen)}
            options={[any, ...values.map(option)]}
            filteringType={values.length > 10 ? 'auto' : 'none'}
            onChange={({ detail }) => {
              const { [facet]: _before, ...rest } = filter;
              const { value } = detail.selectedOption;
              onChange(value === undefined || value === '' ? rest : { ...rest, [facet]: value });
            }}
          />
        </FormField>
      );
    })}
  </search>
);
