export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

/** What an agency's record of the last 90 days says. */
export interface AgencyRecord {
  sales: number;
  /** Sum over its sales of the part that was refunded by a decision, each 0 to 10000: a half refund counts half. */
  refundedBps: number;
  /** What campaigns paid for: days of clicks to one campaign, and calls. Each counts like a sale. */
  used?: Partial<Record<'CLICK' | 'CALL', { count: number; refundedBps: number }>>;
  /** Leads that were judged; how many of them were accepted, and how many are verified. Absent until they were counted. */
  judged?: number;
  accepted?: number;
  verified?: number;
}

export type QualityFigure = 'REFUNDED' | 'ACCEPTED' | 'VERIFIED';

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

/** Leads that an agency starts with as if it had brought them: at the ordinary shares. */
const PRIOR_LEADS = 40;

interface LeadShare {
  /** The share that is ordinary in the trade, in hundredths of a percent: there it moves nothing. */
  ordinary: number;
  /** What all of its leads add to the factor, and what none take off it. */
  most: number;
  least: number;
}

/** Acceptance and verification move the factor less than refunds do: what buyers found weighs more than what checks did. */
const LEAD_SHARES: Readonly<Record<'ACCEPTED' | 'VERIFIED', LeadShare>> = {
  ACCEPTED: { ordinary: 8_500, most: 300, least: -1_500 },
  VERIFIED: { ordinary: 2_500, most: 400, least: -200 },
};

const ONE = 10_000;

const GRADES: readonly (readonly [least: number, grade: Grade])[] = [
  [11_500, 'A'],
  [10_400, 'B'],
  [9_600, 'C'],
  [8_200, 'D'],
];

/** All that buyers paid for, whatever it was, and the sum of its refunded parts. */
export function paidFor({ sales, refundedBps, used = {} }: AgencyRecord): { count: number; refundedBps: number } {
  const all = [{ count: sales, refundedBps }, ...Object.values(used)];
  return {
    count: all.reduce((sum, one) => sum + one.count, 0),
    refundedBps: all.reduce((sum, one) => sum + one.refundedBps, 0),
  };
}

/** Refunded sales in hundredths of a percent, smoothed towards the ordinary rate. */
function smoothedRate(record: AgencyRecord): number {
  const { count, refundedBps } = paidFor(record);
  return Math.floor((refundedBps + PRIOR_SALES * ORDINARY_RATE) / (count + PRIOR_SALES));
}

/** A share of its leads in hundredths of a percent, smoothed towards the ordinary one. */
function smoothedShare(
  figure: 'ACCEPTED' | 'VERIFIED',
  { judged = 0, accepted = 0, verified = 0 }: AgencyRecord,
): number {
  const count = figure === 'ACCEPTED' ? accepted : verified;
  return Math.floor((count * ONE + PRIOR_LEADS * LEAD_SHARES[figure].ordinary) / (judged + PRIOR_LEADS));
}

/** What a share adds to the factor or takes off it: nothing at the ordinary one, in a straight line to either end. */
function effectOf(figure: 'ACCEPTED' | 'VERIFIED', record: AgencyRecord): number {
  const { ordinary, most, least } = LEAD_SHARES[figure];
  const share = smoothedShare(figure, record);
  return share >= ordinary
    ? Math.floor((most * (share - ordinary)) / (ONE - ordinary))
    : Math.ceil((least * (ordinary - share)) / ordinary);
}

/** The part of refunds: from `mostBps` without any over x1 at the ordinary rate to `leastBps`, in two straight lines. */
function refundFactor(record: AgencyRecord, leastBps: number, mostBps: number): number {
  const rate = smoothedRate(record);
  return rate <= ORDINARY_RATE
    ? ONE + Math.floor(((mostBps - ONE) * (ORDINARY_RATE - rate)) / ORDINARY_RATE)
    : ONE - Math.ceil(((ONE - leastBps) * (Math.min(rate, WORST_RATE) - ORDINARY_RATE)) / (WORST_RATE - ORDINARY_RATE));
}

/** What each figure of a record does to the factor, in hundredths of a percent. */
export const effectsOf = (
  record: AgencyRecord,
  leastBps: number,
  mostBps: number,
): Readonly<Record<QualityFigure, number>> => ({
  REFUNDED: refundFactor(record, leastBps, mostBps) - ONE,
  ACCEPTED: effectOf('ACCEPTED', record),
  VERIFIED: effectOf('VERIFIED', record),
});

/**
 * The factor is what the figures add up to, within `leastBps` and `mostBps`; the grade is a letter for it. An agency
 * without sales and leads is x1, grade C.
 */
export function qualityOf(record: AgencyRecord, leastBps: number, mostBps: number): AgencyQuality {
  const { REFUNDED, ACCEPTED, VERIFIED } = effectsOf(record, leastBps, mostBps);
  const bps = Math.max(leastBps, Math.min(mostBps, ONE + REFUNDED + ACCEPTED + VERIFIED));
  const rate = Math.min(smoothedRate(record), WORST_RATE);
  const base = Math.floor(((WORST_RATE - rate) * 1000) / WORST_RATE);
  const score = Math.max(0, Math.min(1000, base + Math.round((ACCEPTED + VERIFIED) / 10)));
  const grade = GRADES.find(([least]) => bps >= least)?.[1] ?? 'E';
  return { bps, score, grade, sales: paidFor(record).count };
}

/** The grade above one, and the least factor that has it; null above A. */
export function nextGrade(grade: Grade): { grade: Grade; leastBps: number } | null {
  const place = grade === 'E' ? GRADES.length : GRADES.findIndex(([, letter]) => letter === grade);
  const above = GRADES[place - 1];
  return above ? { leastBps: above[0], grade: above[1] } : null;
}

/** The ordinary value of each figure in hundredths of a percent. */
export const ORDINARY: Readonly<Record<QualityFigure, number>> = {
  REFUNDED: ORDINARY_RATE,
  ACCEPTED: LEAD_SHARES.ACCEPTED.ordinary,
  VERIFIED: LEAD_SHARES.VERIFIED.ordinary,
};

/** Nobody plans further ahead. */
const MOST_STEPS = 5_000;

/** A record after so many more sales or leads without a fault of a kind. */
function better(record: AgencyRecord, figure: QualityFigure, more: number): AgencyRecord {
  if (figure === 'REFUNDED') return { ...record, sales: record.sales + more };
  const { judged = 0, accepted = 0, verified = 0 } = record;
  const further = { ...record, judged: judged + more, accepted: accepted + more };
  return figure === 'ACCEPTED' ? further : { ...further, verified: verified + more };
}

/**
 * How many more sales without a refund, accepted leads, or verified leads it takes to reach the next grade, by that
 * figure alone; null where it does not suffice, or the grade is the highest.
 */
export function stepsToNext(
  record: AgencyRecord,
  figure: QualityFigure,
  leastBps: number,
  mostBps: number,
): number | null {
  const next = nextGrade(qualityOf(record, leastBps, mostBps).grade);
  if (!next) return null;
  const reaches = (more: number): boolean =>
    qualityOf(better(record, figure, more), leastBps, mostBps).bps >= next.leastBps;
  if (!reaches(MOST_STEPS)) return null;
  let [low, high] = [0, MOST_STEPS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
