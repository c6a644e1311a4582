// SPDX-License-Identifier: Apache-2.0
import { listArchive, readArchive } from './archive.ts';
import { listSeals, readProof, sealArchive } from './archive-seals.ts';
import { chatCompletions, chatDefaults, type ChatSettings } from './chat-completions.ts';
import { claimReview, releaseClaim } from './claim-review.ts';
import { claimReviews } from './claim-reviews.ts';
import { countReviews } from './count-reviews.ts';
import { listQuestions, listTables, rebuildCatalogue } from './archive-catalogue.ts';
import { exportQuery } from './export-query.ts';
import { replayPolicy } from './replay-policy.ts';
import { searchArchive } from './search-archive.ts';
import { cancelQuery, queryArchive, readQuery } from './query-archive.ts';
import { listContainments, reviewContainment } from './containments.ts';
import { createRequest } from './create-request.ts';
import { decideReview } from './decide-review.ts';
import { forgetDraft, keepDraft, readDraft } from './draft.ts';
import { eraseCase } from './erase-case.ts';
import { giveFeedback } from './give-feedback.ts';
import { health } from './health.ts';
import { placeHold, releaseHold } from './legal-hold.ts';
import { accountForPerson } from './account-for-person.ts';
import { erasePerson } from './erase-person.ts';
import { findPerson } from './find-person.ts';
import { listModels } from './list-models.ts';
import { listRequests } from './list-requests.ts';
import { listReviews } from './list-reviews.ts';
import { openapi } from './openapi.ts';
import type { Operation } from './operation.ts';
import { readOverview } from './overview.ts';
import { readRequest } from './read-request.ts';
import { readReview } from './read-review.ts';
import { reveal } from './reveal.ts';
import { rotateKey } from './rotate-key.ts';
import { scanArchive } from './scan-archive.ts';
import { reviewEvents } from './review-events.ts';
import { seedReview } from './seed-review.ts';
import { unsealCase } from './unseal-case.ts';
import { readWorkload } from './workload.ts';

/** Every operation of the API. */
export function operationsWith(settings: ChatSettings = chatDefaults): readonly Operation[] {
  const all: Operation[] = [
    createRequest,
    listRequests,
    readRequest,
    chatCompletions(settings),
    listModels,
    listReviews,
    // Before the operations on one review: their paths would match `{caseId}` too.
    countReviews,
    reviewEvents(),
    claimReviews,
    seedReview,
    readReview,
    claimReview,
    releaseClaim,
    decideReview,
    reveal,
    giveFeedback,
    keepDraft,
    readDraft,
    forgetDraft,
    readWorkload,
    readOverview,
    listArchive,
    readArchive,
    readProof,
    listSeals,
    sealArchive,
    rotateKey,
    listQuestions,
    queryArchive,
    readQuery,
    cancelQuery,
    exportQuery,
    searchArchive,
    replayPolicy,
    listTables,
    rebuildCatalogue,
    placeHold,
    releaseHold,
    unsealCase,
    eraseCase,
    findPerson,
    accountForPerson,
    erasePerson,
    listContainments,
    reviewContainment,
    scanArchive,
    health,
  ];
  all.push(openapi(() => all));
  return all;
}

export const operations = operationsWith();
