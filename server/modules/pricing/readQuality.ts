import { adviceOf } from './adviceOf';
import { RECORD_DAYS } from './measureRecords';
import { agencyQuality, currentFactors, recordOf } from './memory';
import {
  type AgencyRecord,
  effectsOf,
  nextGrade,
  ORDINARY,
  paidFor,
  type QualityFigure,
  stepsToNext,
} from './qualityRules';

const FIGURES: readonly QualityFigure[] = ['REFUNDED', 'ACCEPTED', 'VERIFIED'];

/** An agency's grade with all that makes it, from memory. */
export function readQuality(agencyId: string) {
  const record = recordOf(agencyId);
  const { QUALITY_LEAST: least, QUALITY_MOST: most } = currentFactors().values;
  const { grade, bps } = agencyQuality(agencyId);
  const next = nextGrade(grade);
  const effects = effectsOf(record, least, most);
  return {
    grade,
    days: RECORD_DAYS,
    factor: bps / 10_000,
    nextGrade: next?.grade ?? null,
    nextFactor: next ? next.leastBps / 10_000 : null,
    figures: FIGURES.map((code) => {
      const needed = stepsToNext(record, code, least, most);
      const { share, count } = shareOf(code, record);
      return {
        code,
        share,
        count,
        ordinary: ORDINARY[code] / 10_000,
        effect: effects[code] / 10_000,
        needed,
        advice: adviceOf(code, effects[code], needed, next?.grade ?? null),
      };
    }),
  };
}

/** A share of a record, and of how many; null where there is nothing to take a share of. */
function shareOf(code: QualityFigure, record: AgencyRecord): { share: number | null; count: number } {
  const { judged = 0, accepted = 0, verified = 0 } = record;
  if (code === 'REFUNDED') {
    const { count, refundedBps } = paidFor(record);
    return { share: count === 0 ? null : refundedBps / 10_000 / count, count };
  }
  const part = code === 'ACCEPTED' ? accepted : verified;
  return { share: judged === 0 ? null : part / judged, count: judged };
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Why an agency has its grade, in words for who buys from it; what is known of too few is left out. */
export function gradeReasons(agencyId: string): { text: string }[] {
  const record = recordOf(agencyId);
  const told = (code: QualityFigure, least: number, words: (share: string) => string): { text: string }[] => {
    const { share, count } = shareOf(code, record);
    return share === null || count < least ? [] : [{ text: words(percent(share)) }];
  };
  return [
    ...told(
      'REFUNDED',
      LEAST_SALES,
      (share) => `Buyers were refunded ${share} of what they bought of it in the last ${RECORD_DAYS} days.`,
    ),
    ...told('ACCEPTED', LEAST_LEADS, (share) => `The checks accepted ${share} of its leads.`),
    ...told('VERIFIED', LEAST_LEADS, (share) => `Of its leads, ${share} have a confirmed e-mail or phone.`),
  ];
}

/** Of fewer a share says nothing. */
const LEAST_SALES = 10;
const LEAST_LEADS = 20;
