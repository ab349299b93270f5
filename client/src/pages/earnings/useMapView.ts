import { type PointerEvent, useRef, useState } from 'react';

/** How much nearer a press comes, and how near it can get. */
const STEP = 2;
const NEAREST = 64;

interface Place {
  x: number;
  y: number;
}

const HOME: Place = { x: 0, y: 0 };

export type MapView = ReturnType<typeof useMapView>;

/** How near a map is seen, and how far what is near was moved, in pixels: by presses, and by dragging it. */
export function useMapView() {
  const [nearness, setNearness] = useState(1);
  const [moved, setMoved] = useState<Place>(HOME);
  const last = useRef<Place | null>(null);
  const come = (factor: number) => (): void => {
    const next = nearness * factor;
    setNearness(next);
    setMoved(next > 1 ? { x: moved.x * factor, y: moved.y * factor } : HOME);
  };
  const drag = {
    onPointerDown: (event: PointerEvent): void => {
      if (nearness === 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: ({ clientX: x, clientY: y }: PointerEvent): void => {
      const from = last.current;
      if (!from) return;
      last.current = { x, y };
      setMoved((before) => ({ x: before.x + x - from.x, y: before.y + y - from.y }));
    },
    onPointerUp: (): void => {
      last.current = null;
    },
    onPointerCancel: (): void => {
      last.current = null;
    },
  };
  return {
    nearness,
    moved,
    drag,
    nearer: nearness < NEAREST ? come(STEP) : undefined,
    farther: nearness > 1 ? come(1 / STEP) : undefined,
  };
}
