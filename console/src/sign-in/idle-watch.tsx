// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../context.ts';
import { DialogButtons } from '../frame/dialog-buttons.tsx';
import { signIn as words } from '../words/sign-in.ts';

/** How long before the end somebody is asked, milliseconds. */
const warnFor = 60_000;
const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Signs out whom nobody has seen for a while. Live updates are no sign of life. */
export function IdleWatch() {
  const { config, session } = useDesk();
  const [left, setLeft] = useState<number>();
  const last = useRef(0);
  useEffect(() => {
    const most = config.idleMinutes * 60_000;
    last.current = Date.now();
    const seen = () => {
      last.current = Date.now();
    };
    // By the clock, not by counting: a laptop that slept comes back too late.
    const look = () => {
      const remains = last.current + most - Date.now();
      if (remains <= 0) session.signOut('idle');
      else setLeft(remains <= warnFor ? Math.ceil(remains / 1000) : undefined);
    };
    const timer = setInterval(look, 1000);
    for (const sign of signsOfLife) addEventListener(sign, seen, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) removeEventListener(sign, seen);
    };
  }, [config.idleMinutes, session]);
  if (left === undefined) return null;
  const stay = () => {
    last.current = Date.now();
    setLeft(undefined);
  };
  return (
    <Modal
      visible
      header={words.idle}
      onDismiss={stay}
      footer={
        <DialogButtons>
          <Button variant="primary" onClick={stay}>
            {words.stay}
          </Button>
        </DialogButtons>
      }
    >
      {words.idleText(left)}
    </Modal>
  );
}
