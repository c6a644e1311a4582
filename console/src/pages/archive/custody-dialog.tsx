// SPDX-License-Identifier: Apache-2.0
import type { CustodyAction } from '../../../../lambdas/records/custody.ts';
import type { Api } from '../../api/client.ts';
import { useApi } from '../../context.ts';
import { archive } from '../../words/archive.ts';
import { ReasonDialog, type Why } from './reason-dialog.tsx';
import type { Receipt } from './receipt-panel.tsx';

const words = archive.custody;
type Done = Readonly<{ event: string; askedBy: string; confirmedBy: string; at: string }>;
/** Asked for (202), or done (200) with what there is to show. */
export type CustodyReply =
  | Readonly<{ ask: string; until: string }>
  | Done
  | (Done & Readonly<{ content: Readonly<Record<string, unknown>> }>)
  | Receipt;

type Body = Why & Readonly<{ confirm?: string }>;
const calls: Readonly<Record<CustodyAction, (api: Api, path: string, body: Body) => Promise<CustodyReply>>> =
  {
    hold: (api, path, body) => api.put(`${path}/legal-hold`, body),
    'release-hold': (api, path, body) => api.remove(`${path}/legal-hold`, { body }),
    unseal: (api, path, body) => api.post(`${path}/unseal`, body),
    erase: (api, path, body) => api.post(`${path}/erase`, body),
  };

type Props = Readonly<{
  caseId: string;
  action: CustodyAction;
  /** What another officer asked for: this confirms it. */
  confirm: string | undefined;
  close: () => void;
  finished: (reply: CustodyReply) => void;
}>;

/** One officer's half of a deed of two: asks for it, or confirms it. */
export function CustodyDialog({ caseId, action, confirm, close, finished }: Props) {
  const api = useApi();
  const send = async (why: Why) => {
    const body = confirm === undefined ? why : { ...why, confirm };
    finished(await calls[action](api, `/v1/archive/cases/${caseId}`, body));
  };
  return (
    <ReasonDialog
      title={words.actions[action]}
      about={words.about[action]}
      button={confirm === undefined ? words.ask : words.confirm}
      close={close}
      send={send}
    />
  );
}
