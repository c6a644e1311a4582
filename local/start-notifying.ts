// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../lambdas/api/serve.ts';
import type { LocalPorts } from './ports.ts';
import { noticeLine } from './notify-line.ts';
import { noticeOf } from './notices.ts';
import type { NotifySettings } from './notify-settings.ts';
import { openWebhook } from './webhook.ts';

/** A receiver was away for too long, or refused what it was told. */
class NoticeLost extends Error {
  override readonly name = 'NoticeLost';
}

/** Tells people what happens, from now on. @returns a function that stops it */
export function startNotifying(
  ports: Pick<LocalPorts, 'events' | 'clock' | 'newId'>,
  { screen, webhook }: NotifySettings,
  where: Readonly<{ url: string; print: (line: string) => void; report: Report }>,
): () => Promise<void> {
  const receiver =
    webhook === undefined
      ? undefined
      : openWebhook({
          ...webhook,
          clock: ports.clock,
          newId: ports.newId,
          lost: () => where.report('webhook', new NoticeLost()),
        });
  const stop = ports.events.listen((event) => {
    const notice = noticeOf(event, where.url);
    if (notice === undefined) return;
    const line = screen === 'off' ? undefined : noticeLine(notice, screen);
    if (line !== undefined) where.print(line);
    if (webhook?.kinds.includes(notice.kind) === true) receiver?.tell(notice);
  });
  return async () => {
    stop();
    await receiver?.close();
  };
}
