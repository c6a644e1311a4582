// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { When } from '../../frame/when.tsx';
import { people } from '../../words/people.ts';
import { saveFile } from '../archive/save-file.ts';
import type { PersonReceipt } from './found-case.ts';

const words = people.receipt;

/** What was asked for, erased and refused, in one receipt. */
export const PersonReceiptPanel = ({ receipt }: Readonly<{ receipt: PersonReceipt }>) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={
          <Button onClick={() => saveFile(words.file, JSON.stringify(receipt, null, 2))}>{words.save}</Button>
        }
      >
        {words.title}
      </Header>
    }
  >
    <KeyValuePairs
      columns={2}
      items={[
        { label: words.asked, value: words.count(receipt.asked.length) },
        { label: words.erased, value: words.count(receipt.erased.length) },
        {
          label: words.refused,
          value: (
            <>
              {words.count(receipt.refused.length)}
              <ul>
                {receipt.refused.map(({ caseId, detail }) => (
                  <li key={caseId}>{`${caseId}: ${detail}`}</li>
                ))}
              </ul>
            </>
          ),
        },
        ...(receipt.backupsUntil === undefined
          ? []
          : [{ label: words.backups, value: <When at={receipt.backupsUntil} /> }]),
        {
          label: words.beyond,
          value: (
            <ul>
              {[...new Set([...receipt.beyond, ...receipt.erased.flatMap(({ beyond }) => beyond)])].map(
                (each) => (
                  <li key={each}>{each}</li>
                ),
              )}
            </ul>
          ),
        },
      ]}
    />
  </Container>
);
