// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import type { CaseView } from '../../../../lambdas/api/case-view.ts';
import { type Loaded, useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';

/** A case that moves by itself is looked at often, one that waits for a person now and then. Milliseconds. */
const pace = { accepted: 500, running: 500, held: 3000, closed: undefined } as const;

/** A case of the signed-in requester's, followed until it is closed. */
export function useCase(caseId: string | undefined): Loaded<CaseView> {
  const api = useApi();
  const loaded = useLoad(caseId, (signal) => api.get<CaseView>(`/v1/requests/${caseId ?? ''}`, { signal }));
  const { value, again } = loaded;
  useEffect(() => {
    const wait = value === undefined ? undefined : pace[value.status];
    if (wait === undefined) return undefined;
    const timer = setTimeout(() => void again(), wait);
    return () => clearTimeout(timer);
  }, [value, again]);
  return loaded;
}
