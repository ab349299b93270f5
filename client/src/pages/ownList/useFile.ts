import { useEffect, useRef, useState } from 'react';
import type { Order, Told } from './reading/listWorker';

export type Found = Extract<Told, { kind: 'done' }>;

/** How the reading of a chosen file stands. */
export type Reading =
  | { state: 'NONE' }
  | { state: 'READING'; share: number }
  | { state: 'REFUSED'; why: Extract<Told, { kind: 'refused' }>['why'] | 'INSECURE' | 'TOO_LARGE' }
  | { state: 'READ'; found: Found };

/** More than any list needs; it is read as a whole. */
const MOST_BYTES = 100_000_000;

/** Reads a file in a worker of its own, so that neither scrolling nor typing waits for it. */
export function useFile(): { reading: Reading; read(order: Order): void; forget(): void } {
  const [reading, setReading] = useState<Reading>({ state: 'NONE' });
  const worker = useRef<Worker | null>(null);
  const stop = (): void => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => stop, []);
  const read = (order: Order): void => {
    stop();
    // Browsers hash on pages with a secure origin only.
    if (!window.isSecureContext) return setReading({ state: 'REFUSED', why: 'INSECURE' });
    if (order.file.size > MOST_BYTES) return setReading({ state: 'REFUSED', why: 'TOO_LARGE' });
    setReading({ state: 'READING', share: 0 });
    const started = new Worker(new URL('./reading/listWorker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.onerror = () => setReading({ state: 'REFUSED', why: 'UNREADABLE' });
    started.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') return setReading({ state: 'READING', share: Math.min(1, data.share) });
      stop();
      setReading(data.kind === 'done' ? { state: 'READ', found: data } : { state: 'REFUSED', why: data.why });
    };
    started.postMessage(order);
  };
  const forget = (): void => {
    stop();
    setReading({ state: 'NONE' });
  };
  return { reading, read, forget };
}
