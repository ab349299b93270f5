import { type DisputeReason, type Finding } from '../../disputes';
import { type Verdict } from '../judge/verdicts';

/** What was found about a call, before any rule looks at it. */
export interface CallFacts {
  seconds: number | null;
  minSeconds: number;
  /** What each door of the provider said of its length. */
  lengths: readonly number[];
  news: readonly string[];
  recording: 'NONE' | 'WAITING' | 'STORED' | 'REMOVED';
  /**
   * Other calls of the caller within 30 days before: null where who called is not known any more. One whose whole price
   * went back was billed to nobody, and none is a duplicate of it.
   */
  before: {
    toBusiness: readonly Verdict[];
    elsewhere: number;
    billedToBusiness: number;
    refundedToBusiness: number;
  } | null;
  callerCountry: string | null;
  /** Whether the number is of no country that was bought from; null where it was not looked at when the call came. */
  isOutside: boolean | null;
  /** Of the time of the call. */
  boughtFrom: readonly string[];
}

type CallLookUp = 'CALL_LENGTH' | 'CALL_NEWS' | 'CALL_RECORDING' | 'CALLED_BEFORE' | 'CALLER_COUNTRY';
type Finder = (facts: CallFacts, reason: DisputeReason) => Omit<Finding, 'lookUp'>;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const countryName = (code: string): string => countryNames.of(code) ?? code;

const RECORDING: Readonly<Record<CallFacts['recording'], string>> = {
  NONE: 'The call was not recorded.',
  WAITING: 'The recording is being fetched from the provider.',
  STORED: 'The call was recorded; both sides and the adjudicator can hear it.',
  REMOVED: 'There is no recording any more.',
};

const FINDERS: Readonly<Record<CallLookUp, Finder>> = {
  CALL_LENGTH({ seconds, minSeconds, lengths }, reason) {
    // Also of what was told after it was billed.
    const least = Math.min(seconds ?? 0, ...lengths);
    const isShort = least < minSeconds;
    const told =
      lengths.length > 1 ? ` The provider told it ${plural(lengths.length, 'time', 'times')}; the least counts.` : '';
    return {
      speaksFor: reason !== 'TOO_SHORT' ? 'NEITHER' : isShort ? 'BUYER' : 'AGENCY',
      isProof: reason === 'TOO_SHORT',
      text: `Both talked for ${plural(least, 'second', 'seconds')}; the campaign pays from ${minSeconds} on.${told}`,
    };
  },
  CALL_NEWS: ({ news }) => ({ speaksFor: 'NEITHER', isProof: false, text: news.join(' ') }),
  CALL_RECORDING: ({ recording }) => ({ speaksFor: 'NEITHER', isProof: false, text: RECORDING[recording] }),
  CALLED_BEFORE({ before }, reason) {
    if (!before) return { speaksFor: 'NEITHER', isProof: false, text: 'Who called is not kept any more.' };
    const { toBusiness, elsewhere, billedToBusiness, refundedToBusiness } = before;
    const isAgain = reason === 'DUPLICATE' && billedToBusiness > 0;
    const isBusy = reason === 'BOT' && elsewhere >= MANY;
    const called = `Within 30 days before the same caller called this business ${plural(toBusiness.length, 'time', 'times')}, of which ${billedToBusiness} billed, and others by the market’s numbers ${plural(elsewhere, 'time', 'times')}.`;
    const given = `Billed and given back in full, so billed to nobody: ${refundedToBusiness}.`;
    return {
      speaksFor: isAgain || isBusy ? 'BUYER' : 'NEITHER',
      isProof: isAgain,
      text: refundedToBusiness > 0 ? `${called} ${given}` : called,
    };
  },
  CALLER_COUNTRY({ callerCountry, boughtFrom, ...facts }) {
    const isOwn = callerCountry !== null && boughtFrom.includes(callerCountry);
    const isOutside = facts.isOutside ?? (callerCountry !== null && !isOwn);
    return {
      speaksFor: isOutside ? 'BUYER' : isOwn ? 'AGENCY' : 'NEITHER',
      isProof: false,
      text: `The caller’s number is of ${callerCountry === null ? 'no country that is known' : countryName(callerCountry)}. When the call came, the campaign bought from: ${boughtFrom.map(countryName).join(', ')}. Where somebody was who called is not known.`,
    };
  },
};

/** So many calls of one caller to others within 30 days are more than people make who look for one thing. */
const MANY = 10;

const isCallLookUp = (lookUp: string): lookUp is CallLookUp => lookUp in FINDERS;

/** The evidence for one reason, in the order of its look-ups. Pure: all looking was done before. */
export const callEvidence = (
  lookUps: readonly Finding['lookUp'][],
  reason: DisputeReason,
  facts: CallFacts,
): Finding[] => lookUps.filter(isCallLookUp).map((lookUp) => ({ lookUp, ...FINDERS[lookUp](facts, reason) }));
