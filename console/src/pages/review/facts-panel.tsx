// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { When } from '../../frame/when.tsx';
import { frame } from '../../words/frame.ts';
import { review as words } from '../../words/review.ts';

const guardrailOf = (guardrail: NonNullable<ReviewView['guardrail']>) =>
  guardrail.length === 0 ? (
    words.noGuardrail
  ) : (
    <ul className="airlock-list">
      {guardrail.map(({ policy, name, action }, index) => (
        <li key={index}>
          {[words.assessment[policy], name, action.toLowerCase()]
            .filter((each) => each !== undefined)
            .join(', ')}
        </li>
      ))}
    </ul>
  );

/** Policy, model, detectors and guardrail, with versions and times. */
export function FactsPanel({ view }: Readonly<{ view: ReviewView }>) {
  const { model, detectors, guardrail } = view;
  const items: KeyValuePairsProps.Item[] = [
    {
      label: words.fact.caseId,
      value: (
        <CopyToClipboard
          variant="inline"
          textToCopy={view.caseId}
          copyButtonAriaLabel={words.copyCaseId}
          copySuccessText={frame.copied}
          copyErrorText={frame.failedCopy}
        />
      ),
    },
    { label: words.fact.policy, value: `${view.policy.id} ${view.policy.version}` },
    { label: words.fact.acceptedAt, value: <When at={view.acceptedAt} /> },
    { label: words.fact.openedAt, value: <When at={view.openedAt} /> },
    { label: words.fact.expiresAt, value: <When at={view.expiresAt} /> },
    ...(model === undefined
      ? []
      : [
          { label: words.fact.model, value: model.id },
          { label: words.fact.tokens, value: `${model.inputTokens} / ${model.outputTokens}` },
          { label: words.fact.stop, value: model.stopReason },
        ]),
    ...(guardrail === undefined ? [] : [{ label: words.fact.guardrail, value: guardrailOf(guardrail) }]),
    ...(detectors === undefined
      ? []
      : [
          { label: words.fact.detectors, value: detectors.ran.length.toLocaleString() },
          ...(detectors.failed.length === 0
            ? []
            : [{ label: words.fact.failed, value: detectors.failed.join(', ') }]),
        ]),
  ];
  return (
    <Container header={<Header variant="h2">{words.facts}</Header>}>
      <KeyValuePairs columns={4} minColumnWidth={150} items={items} />
    </Container>
  );
}
