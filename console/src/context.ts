// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react';
import type { Api } from './api/client.ts';
import type { Config } from './config.ts';
import type { Who } from './sign-in/oidc.ts';
import type { Session } from './sign-in/session.ts';

/** What every page may use; there is one for as long as somebody is signed in. */
export type Desk = Readonly<{ config: Config; session: Session; api: Api; who: Who }>;

export const DeskContext = createContext<Desk | undefined>(undefined);

/** @throws Error outside of the signed-in part of the console */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('nobody is signed in here');
  return desk;
}

export const useApi = (): Api => useDesk().api;
