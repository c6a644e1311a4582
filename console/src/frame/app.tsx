// SPDX-License-Identifier: Apache-2.0
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import Spinner from '@cloudscape-design/components/spinner';
import { useMemo, useSyncExternalStore } from 'react';
import { BrowserRouter } from 'react-router';
import type { Api } from '../api/client.ts';
import type { Config } from '../config.ts';
import { DeskContext } from '../context.ts';
import { IdleWatch } from '../sign-in/idle-watch.tsx';
import type { Session } from '../sign-in/session.ts';
import { SignInAgain } from '../sign-in/sign-in-again.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { frame } from '../words/frame.ts';
import { signIn } from '../words/sign-in.ts';
import { Layout } from './layout.tsx';
import { Notices } from './notices.tsx';

/** Who is signed in decides what there is: a page for signing in, or the console. */
export function App({ config, session, api }: Readonly<{ config: Config; session: Session; api: Api }>) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const who = state.kind === 'in' || state.kind === 'ended' ? state.who : undefined;
  const desk = useMemo(
    () => (who === undefined ? undefined : { config, session, api, who }),
    [config, session, api, who],
  );
  return (
    <I18nProvider locale="en" messages={[messages]}>
      {state.kind === 'starting' && (
        <main className="airlock-centre">
          <Spinner size="large" /> <span role="status">{frame.loading}</span>
        </main>
      )}
      {state.kind === 'handed' && (
        <main className="airlock-centre">
          <p>{signIn.handed}</p>
        </main>
      )}
      {state.kind === 'out' && <SignInPage why={state.why} signIn={session.signIn} />}
      {desk !== undefined && (
        <DeskContext.Provider value={desk}>
          <Notices>
            <BrowserRouter>
              <Layout />
            </BrowserRouter>
            <IdleWatch />
            {state.kind === 'ended' && <SignInAgain trouble={state.trouble} session={session} />}
          </Notices>
        </DeskContext.Provider>
      )}
    </I18nProvider>
  );
}
