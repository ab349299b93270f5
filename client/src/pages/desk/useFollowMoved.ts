import { type RefObject, useEffect, useRef } from 'react';
import type { CardStatus } from '../../generated/desk';
import type { Move } from './useMoves';

/**
 * The keyboard goes with a card that is moved: to where it stands now, also where it went back, or to its neighbour where
 * it is not among the cards shown. Whoever went on to something else meanwhile stays there.
 */
export function useFollowMoved(board: RefObject<HTMLElement | null>, moves: readonly Move[], isAsking: boolean) {
  const followed = useRef<{ id: string; to: CardStatus; hasBegun: boolean } | null>(null);
  useEffect(() => {
    if (!followed.current || isAsking) return;
    const { id, to, hasBegun } = followed.current;
    const { activeElement } = document;
    if (isLost(activeElement) || (!hasBegun && isTold(activeElement))) placeOf(board.current, id, to)?.focus();
    followed.current.hasBegun = true;
    if (!moves.some(({ card }) => card.id === id)) followed.current = null;
  }, [board, moves, isAsking]);
  return (id: string, to: CardStatus): void => {
    followed.current = { id, to, hasBegun: false };
  };
}

/** Where the menu or the question that was pressed is gone. */
const isLost = (active: Element | null): boolean => !active || active === document.body || active.id === 'main';

/** In a message: the one that was pressed goes as the move begins; a later one may be about to be pressed. */
const isTold = (active: Element | null): boolean => active?.closest('[role="alert"]') != null;

const placeOf = (board: HTMLElement | null, id: string, to: CardStatus): HTMLElement | null =>
  board?.querySelector<HTMLElement>(`a[data-card][href="/cards/${id}"]`) ??
  board?.querySelector<HTMLElement>(`[data-status="${to}"] a[data-card]`) ??
  board;
