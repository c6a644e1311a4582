// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CaseView } from '../../../../lambdas/api/case-view.ts';
import { PageLoading } from '../../frame/page-loading.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { When } from '../../frame/when.tsx';
import type { Loaded } from '../../api/use-load.ts';
import { request as words } from '../../words/request.ts';
import { Answer } from './answer.tsx';
import { Progress } from './progress.tsx';

const headerOf = ({ status, outcome }: CaseView): string =>
  outcome === 'blocked' ? words.why : status === 'held' ? words.whyHeld : words.whyWasHeld;

type Props = Readonly<{
  loaded: Loaded<CaseView>;
  /** Puts what was sent back into the form; absent where this page does not know it any more. */
  again: (() => void) | undefined;
}>;

/** A case of one's own: how far it is, why it is held or was refused, and the answer. */
export function CasePanel({ loaded, again: writeAgain }: Props) {
  const { value, problem, again } = loaded;
  if (problem?.code === 'expired') return <Alert type="info">{words.goneText}</Alert>;
  if (problem?.code === 'not-found') return <Alert type="warning">{words.unknownCase}</Alert>;
  if (problem !== undefined) return <ProblemAlert problem={problem} again={again} />;
  if (value === undefined) return <PageLoading />;
  const { caseId, reasons, rejection, failure, answer } = value;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              value.status === 'closed' &&
              answer === undefined &&
              writeAgain !== undefined && <Button onClick={writeAgain}>{words.writeAgain}</Button>
            }
          >
            {words.case}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Progress view={value} />
          {rejection !== undefined && <Alert type="warning">{rejection.sentence}</Alert>}
          {reasons.length > 0 && (
            <Alert type={value.outcome === 'blocked' ? 'warning' : 'info'} header={headerOf(value)}>
              <ul className="airlock-list">
                {reasons.map(({ code, sentence }) => (
                  <li key={code}>{sentence}</li>
                ))}
              </ul>
            </Alert>
          )}
          {failure !== undefined && (
            <Alert type="error" header={words.failed}>
              {failure.sentence} {failure.advice}
            </Alert>
          )}
          <KeyValuePairs
            columns={answer === undefined ? 3 : 4}
            items={[
              {
                label: words.caseId,
                value: (
                  <CopyToClipboard
                    variant="inline"
                    textToCopy={caseId}
                    copyButtonAriaLabel={words.copyCaseId}
                    copySuccessText={words.copied}
                    copyErrorText={words.copyFailed}
                  />
                ),
              },
              { label: words.acceptedAt, value: <When at={value.acceptedAt} /> },
              ...(value.closedAt === undefined
                ? []
                : [{ label: words.closedAt, value: <When at={value.closedAt} /> }]),
              ...(answer === undefined
                ? []
                : [{ label: words.availableUntil, value: <When at={value.availableUntil} /> }]),
            ]}
          />
        </SpaceBetween>
      </Container>
      {answer !== undefined && <Answer answer={answer} />}
    </SpaceBetween>
  );
}
