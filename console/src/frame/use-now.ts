// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';

/** The time, milliseconds since 1970, looked at again every so often: for what is left of something. */
export function useNow(everyMs = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
