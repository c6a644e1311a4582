// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import { useNavigate } from 'react-router';
import { When } from '../../frame/when.tsx';
import { request as words } from '../../words/request.ts';
import { useSent } from './sent.ts';

/** Links to what was sent before the case that is shown. */
export function SentList({ shown }: Readonly<{ shown: string | undefined }>) {
  const navigate = useNavigate();
  const others = useSent().filter(({ caseId }) => caseId !== shown);
  if (others.length === 0) return null;
  return (
    <Container header={<Header variant="h2">{words.sent}</Header>}>
      <ul className="airlock-list">
        {others.map(({ caseId, acceptedAt }) => (
          <li key={caseId}>
            <Link
              href={`/requests/${caseId}`}
              onFollow={(event) => {
                event.preventDefault();
                void navigate(`/requests/${caseId}`);
              }}
            >
              {words.caseId} {caseId.slice(-12)}
            </Link>{' '}
            <When at={acceptedAt} />
          </li>
        ))}
      </ul>
    </Container>
  );
}
