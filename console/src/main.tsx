// SPDX-License-Identifier: Apache-2.0
import '@cloudscape-design/global-styles/index.css';
import './console.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openApi } from './api/client.ts';
import { readConfig } from './config.ts';
import { App } from './frame/app.tsx';
import { Unreachable } from './frame/unreachable.tsx';
import { followMode } from './frame/mode.ts';
import { openOidc } from './sign-in/oidc.ts';
import { openSession } from './sign-in/session.ts';

followMode();
const element = document.getElementById('console');
if (element === null) throw new Error('the page has no place for the console');
const root = createRoot(element);
try {
  const config = await readConfig();
  const session = openSession(openOidc(config), config.signOutUrl);
  root.render(
    <StrictMode>
      <App config={config} session={session} api={openApi(config.apiUrl, session)} />
    </StrictMode>,
  );
  await session.begin();
} catch {
  root.render(<Unreachable />);
}
