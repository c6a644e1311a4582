// SPDX-License-Identifier: Apache-2.0
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { frame } from '../words/frame.ts';

type Notice = Readonly<{ type: 'success' | 'info' | 'warning' | 'error'; header?: string; text: ReactNode }>;
type Board = Readonly<{
  notices: readonly (Notice & { id: string })[];
  tell: Tell;
  drop: (id: string) => void;
}>;
/** Says something above the page. One with the same `id` takes the place of the one before. */
export type Tell = (id: string, notice: Notice | undefined) => void;

const BoardContext = createContext<Board | undefined>(undefined);

function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === undefined) throw new Error('there is no place for messages here');
  return board;
}

export const useTell = (): Tell => useBoard().tell;

export function Notices({ children }: Readonly<{ children: ReactNode }>) {
  const [notices, setNotices] = useState<Board['notices']>([]);
  const drop = useCallback((id: string) => setNotices((all) => all.filter((each) => each.id !== id)), []);
  const tell: Tell = useCallback((id, notice) => {
    setNotices((all) => [
      ...all.filter((each) => each.id !== id),
      ...(notice === undefined ? [] : [{ ...notice, id }]),
    ]);
  }, []);
  const board = useMemo(() => ({ notices, tell, drop }), [notices, tell, drop]);
  return <BoardContext.Provider value={board}>{children}</BoardContext.Provider>;
}

/** Where the messages stand. */
export function NoticeBar() {
  const { notices, drop } = useBoard();
  const items = notices.map(({ id, type, header, text }): FlashbarProps.MessageDefinition => ({
    id,
    type,
    ...(header === undefined ? {} : { header }),
    content: text,
    dismissible: true,
    dismissLabel: frame.close,
    onDismiss: () => drop(id),
    ariaRole: type === 'error' || type === 'warning' ? 'alert' : 'status',
  }));
  return <Flashbar items={items} />;
}
