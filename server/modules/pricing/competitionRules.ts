/**
 * Competition is measured: what buyers wanted of a niche in a country over the window against what was on offer there.
 * Wanted counts each sale, and once a day each buyer whose search found nothing; on offer is the mean of the days.
 */
export const WINDOW_DAYS = 14;

/**
 * Added to both sides, as if so much had been wanted and offered in balance: a cell of which little is known stays near
 * x1, and a single purchase moves nothing much.
 */
const PRIOR = 20;

const ONE = 10_000;

/** (wanted + 20) / (onOffer + 20) in hundredths of a percent, within the limits. */
export function competitionFactor(wanted: number, onOffer: number, leastBps: number, mostBps: number): number {
  const ratio = Math.floor(((wanted + PRIOR) * ONE) / (onOffer + PRIOR));
  return Math.min(Math.max(ratio, leastBps), mostBps);
}
