import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useFormats } from '../app/format';

const TICK_MS = 30_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all moments of a page; it stands while nothing shows one. */
function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((each) => each()), TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * A moment as people say it, which goes on while one looks; the exact one on focus. In the rows of a long list it is no
 * stop of the Tab key.
 */
export function When({ at, isStop = true }: { at: string; isStop?: boolean }) {
  const { relative, moment } = useFormats();
  const words = useSyncExternalStore(listen, () => relative(at));
  return (
    <Tooltip label={moment(at)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} tabIndex={isStop ? 0 : undefined} style={{ whiteSpace: 'nowrap' }}>
        {words}
      </time>
    </Tooltip>
  );
}
