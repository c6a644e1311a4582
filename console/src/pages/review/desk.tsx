// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Link from '@cloudscape-design/components/link';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import type { ReviewSummary } from '../../../../lambdas/api/review-view.ts';
import { useDesk } from '../../context.ts';
import { KeyboardHelp } from '../../frame/keyboard-help.tsx';
import { useTell } from '../../frame/notices.tsx';
import { useKeys } from '../../frame/use-keys.ts';
import { useNow } from '../../frame/use-now.ts';
import { review as words } from '../../words/review.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { EditPanel } from './edit-panel.tsx';
import { type Edited, untouched } from './edit.ts';
import { FactsPanel } from './facts-panel.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import { MissingDialog } from './missing-dialog.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { ReviewAlerts } from './review-alerts.tsx';
import { ReviewHeader } from './review-header.tsx';
import type { Looked } from './shown-text.tsx';
import { TextsPanel } from './texts-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { useActs } from './use-acts.ts';
import { useDraftKeeper, useKeptDraft } from './use-draft.ts';
import { WordDiff } from './word-diff.tsx';

/** A case before a reviewer: all that a decision rests on, and the decision. */
export function Desk({ view, again }: Readonly<{ view: ReviewView; again: () => Promise<void> }>) {
  const { who } = useDesk();
  const navigate = useNavigate();
  const location = useLocation();
  const tell = useTell();
  const now = useNow();
  const [looked, setLooked] = useState<Looked>();
  const [help, setHelp] = useState(false);
  // An edit is of one revision: another one begins anew.
  const [edit, setEdit] = useState<Readonly<{ revision: string; edited: Edited }> | 'discarded'>();
  const kept = useKeptDraft(view);
  const { saved, keep, forget } = useDraftKeeper(view, again);
  const mine = view.claim?.mine === true && view.decided === undefined;
  const own = typeof edit === 'object' && edit.revision === view.revision ? edit.edited : undefined;
  const restored = own === undefined && edit !== 'discarded' && mine ? (kept ?? undefined) : undefined;
  const edited = own ?? restored;
  const change = (next: Edited) => {
    setEdit({ revision: view.revision, edited: next });
    keep(next);
  };
  const beginEdit = () => setEdit({ revision: view.revision, edited: untouched(view) });
  const { acts, open, setOpen } = useActs(view, again, beginEdit);
  const changed = typeof edit === 'object' && edit.revision !== view.revision;

  // What the queue was asked for with a key: once, and only where it can be done.
  const [wished, setWished] = useState((location.state as { decision?: string } | null)?.decision);
  if (wished !== undefined && mine) {
    setWished(undefined);
    if (wished === 'approve') acts.approve?.();
    if (wished === 'edit') acts.edit?.();
    if (wished === 'reject') acts.reject();
  }
  useKeys({
    c: view.decided === undefined ? () => void acts.claim() : undefined,
    a: mine ? acts.approve : undefined,
    e: mine ? acts.edit : undefined,
    r: mine ? acts.reject : undefined,
    u: () => void navigate('/reviews'),
    '?': () => setHelp(true),
  });

  const done = async (decision: 'approve' | 'edit' | 'reject' | 'retry', after: ReviewSummary) => {
    const first = decision === 'approve' && after.decided === undefined;
    setOpen(undefined);
    setEdit(undefined);
    tell('review', { type: 'success', text: words.decide.done[first ? 'approvedOnce' : decision] });
    await navigate('/reviews');
  };
  const discard = () => {
    setEdit('discarded');
    void forget();
  };
  const difference = view.before?.map((before, index) => ({
    before: before.text,
    after: view.texts?.[index]?.text ?? '',
  }));

  return (
    <ContentLayout
      header={
        <ReviewHeader view={view} now={now} acts={acts} senior={who.groups.includes('senior-reviewer')} />
      }
      breadcrumbs={
        <Link
          href="/reviews"
          onFollow={(event) => {
            event.preventDefault();
            void navigate('/reviews');
          }}
        >
          {words.back}
        </Link>
      }
    >
      <SpaceBetween size="l">
        {changed && (
          <Alert type="warning" header={words.changed}>
            {words.changedText}
          </Alert>
        )}
        <ReviewAlerts view={view} me={who.subject} />
        <ReasonsPanel reasons={view.reasons} />
        {edited !== undefined && view.decided === undefined && (
          <EditPanel
            view={view}
            mine={mine}
            edited={edited}
            saved={saved}
            restored={restored !== undefined}
            onChange={change}
            discard={discard}
            send={() => setOpen({ what: 'edit' })}
          />
        )}
        {difference !== undefined && (
          <Container header={<Header variant="h2">{words.editedBefore}</Header>}>
            {difference.map(({ before, after }, index) => (
              <WordDiff key={index} before={before} after={after} />
            ))}
          </Container>
        )}
        {view.texts !== undefined && <TextsPanel view={view} onMark={setLooked} />}
        <FactsPanel view={view} />
        <TimelinePanel timeline={view.timeline} />
      </SpaceBetween>
      {looked !== undefined && <FindingDialog view={view} {...looked} close={() => setLooked(undefined)} />}
      {open?.what === 'missed' && (
        <MissingDialog
          view={view}
          selected={open.selected}
          close={() => {
            setOpen(undefined);
            void again();
          }}
        />
      )}
      {open !== undefined && open.what !== 'missed' && (
        <DecisionDialog
          view={view}
          decision={open.what}
          edited={open.what === 'edit' ? edited : undefined}
          close={() => setOpen(undefined)}
          done={(after) => void done(open.what, after)}
          stale={() => void again()}
        />
      )}
      {help && <KeyboardHelp of="review" close={() => setHelp(false)} />}
    </ContentLayout>
  );
}
