// SPDX-License-Identifier: Apache-2.0
import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useSyncExternalStore } from 'react';

const key = 'airlock.mode';
const listeners = new Set<() => void>();
const system = matchMedia('(prefers-color-scheme: dark)');

/** What somebody chose here, or else what their system prefers. */
const current = (): Mode => {
  const chosen = localStorage.getItem(key);
  if (chosen === Mode.Dark || chosen === Mode.Light) return chosen;
  return system.matches ? Mode.Dark : Mode.Light;
};

function apply(): void {
  applyMode(current());
  for (const each of listeners) each();
}

/** Applies light or dark, now and when the system changes. */
export function followMode(): void {
  system.addEventListener('change', apply);
  apply();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useMode = (): Mode => useSyncExternalStore(subscribe, current);

export function toggleMode(): void {
  localStorage.setItem(key, current() === Mode.Dark ? Mode.Light : Mode.Dark);
  apply();
}
