// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { When } from '../../frame/when.tsx';
import { archive } from '../../words/archive.ts';
import { saveFile } from './save-file.ts';

const words = archive.receipt;
/** What POST …/erase answers once two officers have decided. */
export type Receipt = Readonly<{
  caseId: string;
  event: string;
  askedBy: string;
  confirmedBy: string;
  erasedAt: string;
  idempotencyKeys: number;
  backupsUntil: string;
  beyond: readonly string[];
}>;

/** What was erased, by whom, and what it could not reach. */
export const ReceiptPanel = ({ receipt }: Readonly<{ receipt: Receipt }>) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={
          <Button onClick={() => saveFile(words.fileName, JSON.stringify(receipt, null, 2))}>
            {words.save}
          </Button>
        }
      >
        {words.title}
      </Header>
    }
  >
    <KeyValuePairs
      columns={2}
      items={[
        { label: words.askedBy, value: receipt.askedBy },
        { label: words.confirmedBy, value: receipt.confirmedBy },
        { label: words.erasedAt, value: <When at={receipt.erasedAt} /> },
        { label: words.backupsUntil, value: <When at={receipt.backupsUntil} /> },
        { label: words.event, value: receipt.event },
        { label: words.idempotencyKeys, value: String(receipt.idempotencyKeys) },
        {
          label: words.beyond,
          value: (
            <ul>
              {receipt.beyond.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  </Container>
);
