import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';

/** How many days back one may look; null is all the time there is. */
export const SPANS = [30, 90, 365, null] as const;

const DEFAULT = 90;

interface Span {
  days: (typeof SPANS)[number];
  /** The first moment of the span: a midnight where one is, so that it stays the same while one looks; null for all time. */
  from: string | null;
}

/** How far back is looked, as the address says. */
export function useSpan(): Span {
  const [params] = useSearchParams();
  const [today] = useState(() => new Date());
  const told = params.get('days');
  const days = told === 'all' ? null : (SPANS.find((span) => String(span) === told) ?? DEFAULT);
  return { days, from: days && midnightBefore(today, days) };
}

/** The beginning of the day so many days ago, by the clock of the place. */
const midnightBefore = (today: Date, days: number): string =>
  new Date(today.getFullYear(), today.getMonth(), today.getDate() - days).toISOString();

/** Changes one thing that the address says of what is shown, and keeps the others; what goes without saying is left out. */
export function useChoice(): (name: string, value: string, unsaid: string) => void {
  const changeAddress = useAddressChange();
  return (name, value, unsaid) =>
    changeAddress((before) => {
      const after = new URLSearchParams(before);
      if (value === unsaid) after.delete(name);
      else after.set(name, value);
      return after;
    });
}
