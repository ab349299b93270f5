/** In-process channels for subscriptions, fed from `onChange`, so that every process tells its own users. */
type Receiver = (value: unknown) => void;

const channels = new Map<string, Set<Receiver>>();

/** A reader that is this far behind is cut off: its client reconnects and fetches what it missed. */
const MAX_QUEUED = 1000;

export function publish(channel: string, value: unknown): void {
  for (const receive of channels.get(channel) ?? []) receive(value);
}

/** Values of a channel from now on; ends when the consumer returns or falls too far behind. */
export function subscribeTo<T>(channel: string): AsyncIterableIterator<T> {
  const queue: T[] = [];
  let isDone = false;
  let waiting: ((result: IteratorResult<T>) => void) | null = null;
  const receive = (value: unknown): void => {
    if (waiting) {
      waiting({ value: value as T, done: false });
      waiting = null;
    } else if (queue.length < MAX_QUEUED) queue.push(value as T);
    else end();
  };
  const set = channels.get(channel) ?? new Set();
  channels.set(channel, set);
  set.add(receive);
  const end = (): void => {
    isDone = true;
    set.delete(receive);
    if (set.size === 0 && channels.get(channel) === set) channels.delete(channel);
    waiting?.({ value: undefined, done: true });
    waiting = null;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      const value = queue.shift();
      if (value !== undefined) return Promise.resolve({ value, done: false });
      if (isDone) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve) => (waiting = resolve));
    },
    return() {
      end();
      return Promise.resolve({ value: undefined, done: true });
    },
  };
}
