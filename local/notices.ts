// SPDX-License-Identifier: Apache-2.0
import type { CaseEvent } from '../lambdas/ports.ts';

/** What people are told of; the other kinds are for the console's live updates. */
export const noticeKinds = [
  'held',
  'reminded',
  'escalated',
  'expired',
  'revealed',
  'decided',
  'closed',
  'alert',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What leaves the process about an event: ids, a code, a time and where to look. No content, and nobody's name. */
export type Notice = Readonly<{
  kind: NoticeKind;
  tenantId: string;
  caseId: string;
  at: string;
  /** Of an alert. */
  code?: string;
  /** The case in the console; who opens it has to sign in. */
  link: string;
}>;

const isNoticeKind = (kind: string): kind is NoticeKind => (noticeKinds as readonly string[]).includes(kind);

/** The notice of an event; undefined where nobody has to be told. `url`: of the server. */
export function noticeOf({ kind, tenantId, caseId, at, code }: CaseEvent, url: string): Notice | undefined {
  if (!isNoticeKind(kind)) return undefined;
  return {
    kind,
    tenantId,
    caseId,
    at: new Date(at).toISOString(),
    ...(code === undefined ? {} : { code }),
    link: `${url}/reviews/${caseId}`,
  };
}
