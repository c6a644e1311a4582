// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { VerdictSummary } from '../../../../lambdas/records/case.ts';
import { When } from '../../frame/when.tsx';
import { archive } from '../../words/archive.ts';
import { type ArchivedCase, iso } from './archived-case.ts';

const words = archive.record;
const list = (names: readonly string[]) => (names.length === 0 ? archive.none : names.join(', '));

function Verdict({ verdict }: Readonly<{ verdict: VerdictSummary | undefined }>) {
  if (verdict === undefined) return words.noVerdict;
  return (
    <StatusIndicator type={verdict.verdict === 'pass' ? 'success' : 'warning'}>
      {[words.verdict[verdict.verdict], ...verdict.reasons].join(' · ')}
    </StatusIndicator>
  );
}

/** Codes, times and versions of a case. */
export function RecordFacts({ archived: { record, retention } }: Readonly<{ archived: ArchivedCase }>) {
  const { model } = record;
  return (
    <Container header={<Header variant="h2">{words.case}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          {
            type: 'group',
            items: [
              { label: words.outcome, value: archive.outcomes[record.outcome] },
              ...(record.error === undefined ? [] : [{ label: words.error, value: record.error }]),
              { label: words.caseId, value: record.caseId },
              { label: words.accepted, value: <When at={iso(record.acceptedAt)} /> },
              { label: words.closed, value: <When at={iso(record.closedAt)} /> },
            ],
          },
          {
            type: 'group',
            items: [
              { label: archive.sides.prompt, value: <Verdict verdict={record.promptVerdict} /> },
              { label: archive.sides.answer, value: <Verdict verdict={record.answerVerdict} /> },
              { label: words.policy, value: `${record.policy.id} ${record.policy.version}` },
              { label: words.model, value: model?.id ?? archive.none },
              ...(model === undefined
                ? []
                : [{ label: words.tokenTitle, value: words.tokens(model.inputTokens, model.outputTokens) }]),
            ],
          },
          {
            type: 'group',
            items: [
              { label: words.retention, value: <When at={retention.until} /> },
              { label: words.modeTitle, value: words.mode[retention.mode] },
              {
                label: words.hold,
                value: retention.legalHold ? (
                  <StatusIndicator type="warning">{words.held}</StatusIndicator>
                ) : (
                  words.notHeld
                ),
              },
              { label: words.dropped, value: String(record.dropped) },
              { label: words.failedDetectors, value: list(record.detectors.failed) },
            ],
          },
        ]}
      />
    </Container>
  );
}
