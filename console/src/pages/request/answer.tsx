// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import type { CaseView } from '../../../../lambdas/api/case-view.ts';
import { segments } from '../../text/segments.ts';
import { identifierName } from '../../words/identifiers.ts';
import { request as words } from '../../words/request.ts';

/** The released answer as text, with what was put back marked. It is never read as markup. */
export function Answer({ answer }: Readonly<{ answer: NonNullable<CaseView['answer']> }>) {
  const { content, restored } = answer;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={restored.length === 0 ? words.noneMarked : words.marked}
          actions={
            <CopyToClipboard
              variant="icon"
              copyButtonAriaLabel={words.copyAnswer}
              textToCopy={content}
              copySuccessText={words.copied}
              copyErrorText={words.copyFailed}
            />
          }
        >
          {words.answer}
        </Header>
      }
    >
      <Box variant="div">
        <div className="airlock-text" data-testid="answer">
          {segments(content, restored).map(({ start, text, ranges: [place] }) =>
            place === undefined ? (
              <span key={start}>{text}</span>
            ) : (
              <mark
                key={start}
                className="airlock-restored"
                title={words.markName(identifierName(place.type))}
              >
                {text}
              </mark>
            ),
          )}
        </div>
      </Box>
    </Container>
  );
}
