import { after, now } from '../../../platform/clock';
import { wrongFields } from './conversionBody';
import { CONVERSION } from './rules';

const BEFORE = {
  click: 'The moment lies before the click.',
  call: 'The moment lies before the call.',
} as const;

/** Refuses a moment at which something that came at another cannot have converted, as far as clocks may differ. */
export function requireMoment(at: Date | null, cameAt: Date, what: keyof typeof BEFORE): void {
  const wrong = (message: string): Error => wrongFields([{ message, path: ['at'] }]);
  if (at === null) return;
  if (at > after(now(), CONVERSION.skewMs)) throw wrong('The moment lies in the future.');
  if (at < after(cameAt, -CONVERSION.skewMs)) throw wrong(BEFORE[what]);
}
