export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

/** What an agency's record says: in how many of its sales the buyer was found right. */
export interface AgencyRecord {
  sales: number;
  /** Sum over its sales of the part that was refunded by a decision, each 0 to 10000: a half refund counts half. */
  refundedBps: number;
}

export interface AgencyQuality {
  /** The factor of the price formula, in hundredths of a percent. */
  bps: number;
  /** 0 to 1000, for sorting: 1000 is a record without a fault. */
  score: number;
  grade: Grade;
  sales: number;
}

/** The rate that is ordinary in the trade, in hundredths of a percent of sales; the factor is x1 there. */
const ORDINARY_RATE = 800;

/** At this rate and over it the factor is the least: the market suspends agencies that stay there. */
const WORST_RATE = 2_000;

/** An agency starts as if it had made so many sales at the ordinary rate: one dispute says little, a hundred much. */
const PRIOR_SALES = 40;

const ONE = 10_000;

const GRADES: readonly (readonly [least: number, grade: Grade])[] = [
  [11_500, 'A'],
  [10_400, 'B'],
  [9_600, 'C'],
  [8_200, 'D'],
];

/** Refunded sales in hundredths of a percent, smoothed towards the ordinary rate. */
const smoothedRate = ({ sales, refundedBps }: AgencyRecord): number =>
  Math.floor((refundedBps + PRIOR_SALES * ORDINARY_RATE) / (sales + PRIOR_SALES));

/**
 * From `mostBps` for a record without a fault over x1 at the ordinary rate down to `leastBps`, in two straight lines.
 * An agency without sales is x1, grade C.
 */
export function qualityOf(record: AgencyRecord, leastBps: number, mostBps: number): AgencyQuality {
  const rate = smoothedRate(record);
  const bps =
    rate <= ORDINARY_RATE
      ? ONE + Math.floor(((mostBps - ONE) * (ORDINARY_RATE - rate)) / ORDINARY_RATE)
      : ONE -
        Math.ceil(((ONE - leastBps) * (Math.min(rate, WORST_RATE) - ORDINARY_RATE)) / (WORST_RATE - ORDINARY_RATE));
  const score = Math.floor(((WORST_RATE - Math.min(rate, WORST_RATE)) * 1000) / WORST_RATE);
  const grade = GRADES.find(([least]) => bps >= least)?.[1] ?? 'E';
  return { bps, score, grade, sales: record.sales };
}
