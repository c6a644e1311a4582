// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { archive } from '../../words/archive.ts';

const words = archive.unsealed;
type Props = Readonly<{ content: Readonly<Record<string, unknown>>; close: () => void }>;

/** What was sealed, for as long as the reader leaves it open: it is in this component's state and nowhere else. */
export const UnsealedPanel = ({ content, close }: Props) => (
  <Container
    header={
      <Header variant="h2" actions={<Button onClick={close}>{words.close}</Button>}>
        {words.title}
      </Header>
    }
  >
    <SpaceBetween size="m">
      <Alert type="warning">{words.warning}</Alert>
      {Object.entries(content).map(([name, value]) => (
        <section key={name} aria-label={name}>
          <Box variant="h3">{name}</Box>
          <pre className="airlock-text">
            {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
          </pre>
        </section>
      ))}
    </SpaceBetween>
  </Container>
);
