// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { serverNow } from '../api/server-time.ts';

/** The server's time, milliseconds since 1970, looked at again every so often: for what is left of something. */
export function useNow(everyMs = 10_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
