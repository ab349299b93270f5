import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { CardHistoryDocument } from '../../generated/desk';

/** When the history is asked for after news, in milliseconds. */
const LOOKS = [0, 1000, 4000];

/** Lines of a history are written within a moment after what they tell of: after news it is asked for a few times. */
export function useLaterHistory(): () => void {
  const client = useApolloClient();
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const stop = useCallback(() => timers.current.forEach((timer) => clearTimeout(timer)), []);
  useEffect(() => stop, [stop]);
  return useCallback(() => {
    stop();
    const look = (): void => void client.refetchQueries({ include: [CardHistoryDocument] });
    timers.current = LOOKS.map((wait) => setTimeout(look, wait));
  }, [client, stop]);
}
