import { type NeededCallLog } from '../../generated/graphql';
import { type Signal } from '../leads';
import { bearsOn } from './bearingSignals';
import { type DisputeReason, type DisputeRules, type LookUp, type ReasonRule } from './rules';
import { type SaleLookUp, type SaleRules } from './saleRules';

/** One finding of the platform, in words that both sides may read: no personal data, no other organisation's name. */
export interface Evidence {
  /** SIGNALS: one signal of the checks that bears on the reason. */
  lookUp: LookUp | 'SIGNALS';
  speaksFor: 'BUYER' | 'AGENCY' | 'NEITHER';
  /** True when the rules let this finding decide alone. */
  isProof: boolean;
  text: string;
}

export const ATTEMPT_WAYS = ['CALL', 'MESSAGE', 'EMAIL'] as const;
export const ATTEMPT_RESULTS = ['NO_ANSWER', 'BUSY', 'NUMBER_UNAVAILABLE', 'WRONG_PERSON', 'BOUNCED'] as const;

/** One try of the buyer to reach the person, as the buyer says. */
export interface ContactAttempt {
  at: Date;
  way: (typeof ATTEMPT_WAYS)[number];
  result: (typeof ATTEMPT_RESULTS)[number];
}

/** What was found about a sale, before any rule looks at it. */
export interface DisputeFacts {
  /** Sales of the same person to this buyer before this sale, within the period and not refunded; null: no hash. */
  earlierSales: { matchedOn: 'PHONE' | 'EMAIL'; heldAt: Date }[] | null;
  robotSignals: { code: string; weight: number }[];
  /** All that the checks found, and whether it stood with the lead already when it was sold. */
  signals: (Pick<Signal, 'code' | 'weight' | 'evidence' | 'ruleVersion'> & { isBefore: boolean })[];
  /** Whether the lead's preview, with what the checks found of it, could be seen before paying: of a lot the first few. */
  wasShown: boolean;
  /** Channels that cannot exist or were found dead, such as "phone". */
  deadChannels: string[];
  liveChannels: string[];
  /**
   * Whose the lead's e-mail domain is: that of a seller of the niche who was here before the lead; of one who came, or
   * first traded, after it; of none. Null: no e-mail, or one of a public provider.
   */
  sellerDomain: 'SELLER' | 'SELLER_SINCE' | 'NO_SELLER' | null;
  /** Whether the checks said so of the lead, for everybody to see before paying. */
  isSellerFound: boolean;
  isDenied: boolean;
  consent: { at: Date; method: string } | null;
  /** What the listing said, line by line. */
  listed: string[];
  /** Buyers of the same lead other than this one. */
  others: { bought: number; disputed: number; accepted: number };
  callLog: readonly ContactAttempt[];
}

type Finder = (facts: DisputeFacts, rules: SaleRules) => Omit<Evidence, 'lookUp'>;

const DAYS_MS = 24 * 60 * 60 * 1000;
const day = (at: Date): string => at.toISOString().slice(0, 10);

/** Results that alone show a dead contact; the others are tries that may go better. */
const DEAD_CONTACT: readonly ContactAttempt['result'][] = ['NUMBER_UNAVAILABLE', 'WRONG_PERSON', 'BOUNCED'];

/** How the buyer's log looks: how many attempts on how many days (UTC), and whether one alone shows a dead contact. */
function callLogSummary(log: readonly ContactAttempt[]) {
  return {
    attempts: log.length,
    days: new Set(log.map(({ at }) => day(at))).size,
    hasDeadContact: log.some(({ result }) => DEAD_CONTACT.includes(result)),
  };
}

/** True when the log may carry a claim: one attempt that met a dead contact, or enough attempts on enough days. */
export function isCallLogEnough(log: readonly ContactAttempt[], rules: DisputeRules): boolean {
  const { attempts, days, hasDeadContact } = callLogSummary(log);
  return hasDeadContact || (attempts >= rules.callAttempts && days >= rules.callDays);
}

/** The log that a claim needs, as `isCallLogEnough` asks for it. */
export const neededCallLog = ({ callAttempts, callDays }: DisputeRules): NeededCallLog => ({
  results: [...DEAD_CONTACT],
  attempts: callAttempts,
  days: callDays,
});

/** Who saw a finding before paying, and bought, gets no refund by it alone: else such leads would be picked for it. */
const mayDecide = (wasShown: boolean, { doesShownDecide }: SaleRules): boolean => !wasShown || doesShownDecide;

const shownWords = (wasShown: boolean): string => (wasShown ? ' The preview showed it before the purchase.' : '');

const SELLER_DOMAIN_WORDS = {
  SELLER: 'The e-mail domain belongs to a seller that was active in this niche before the lead came.',
  SELLER_SINCE: 'The e-mail domain is that of a seller of this niche, but only since after the lead came: no proof.',
  NO_SELLER: 'The e-mail domain belongs to no known seller of this niche.',
  NO_DOMAIN: 'The lead has no e-mail address of a company.',
} as const;

const FINDERS: Readonly<Record<SaleLookUp, Finder>> = {
  HASH_SOLD_BEFORE({ earlierSales }, rules) {
    const days = Math.round(rules.duplicateMs / DAYS_MS);
    if (earlierSales === null) {
      return { speaksFor: 'NEITHER', isProof: false, text: 'The lead has neither phone nor e-mail to compare by.' };
    }
    const first = earlierSales[0];
    if (!first) {
      const text = `No sale of the same phone or e-mail to this buyer in the ${days} days before; refunded ones do not count.`;
      return { speaksFor: 'AGENCY', isProof: true, text };
    }
    const channel = first.matchedOn === 'PHONE' ? 'phone' : 'e-mail';
    return {
      speaksFor: 'BUYER',
      isProof: true,
      text: `The same ${channel} was sold to this buyer on ${day(first.heldAt)}, within ${days} days before.`,
    };
  },
  ROBOT_SIGNALS({ robotSignals, wasShown }, rules) {
    const score = robotSignals.reduce((sum, { weight }) => sum + weight, 0);
    if (robotSignals.length === 0) {
      return { speaksFor: 'AGENCY', isProof: false, text: 'No signal of a robot was stored when the lead came in.' };
    }
    const list = robotSignals.map(({ code, weight }) => `${code} ${weight}`).join(', ');
    const isOver = score >= rules.robotLine;
    return {
      speaksFor: isOver ? 'BUYER' : 'NEITHER',
      isProof: isOver && mayDecide(wasShown, rules),
      text: `Robot signals stored at intake: ${list}; ${score} in all, the line is ${rules.robotLine}.${shownWords(wasShown)}`,
    };
  },
  REACHABILITY({ deadChannels, liveChannels, wasShown }, rules) {
    if (deadChannels.length > 0) {
      const text = `Cannot exist or was found dead: ${deadChannels.join(', ')}.${shownWords(wasShown)}`;
      return { speaksFor: 'BUYER', isProof: mayDecide(wasShown, rules), text };
    }
    return { speaksFor: 'NEITHER', isProof: false, text: `By its form it can exist: ${liveChannels.join(', ')}.` };
  },
  CALL_LOG({ callLog }, rules) {
    const { attempts, days } = callLogSummary(callLog);
    if (attempts === 0) return { speaksFor: 'NEITHER', isProof: false, text: 'The buyer gave no log of its attempts.' };
    return {
      speaksFor: isCallLogEnough(callLog, rules) ? 'BUYER' : 'NEITHER',
      isProof: false,
      text: `The buyer's log: ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} on ${days} ${days === 1 ? 'day' : 'days'}.`,
    };
  },
  SELLER_DOMAIN({ sellerDomain, isSellerFound, wasShown }, rules) {
    const text = SELLER_DOMAIN_WORDS[sellerDomain ?? 'NO_DOMAIN'];
    if (sellerDomain === 'SELLER') {
      const isShown = isSellerFound && wasShown;
      return { speaksFor: 'BUYER', isProof: mayDecide(isShown, rules), text: text + shownWords(isShown) };
    }
    return { speaksFor: sellerDomain === 'NO_SELLER' ? 'AGENCY' : 'NEITHER', isProof: false, text };
  },
  DENIAL({ isDenied }) {
    return isDenied
      ? { speaksFor: 'BUYER', isProof: true, text: 'The person answered that it was not them.' }
      : { speaksFor: 'NEITHER', isProof: false, text: 'No denial by the person is on record.' };
  },
  CONSENT_RECORD({ consent }) {
    if (!consent) return { speaksFor: 'BUYER', isProof: true, text: 'There is no complete consent record.' };
    const text = `Consent is on record: ${consent.method}, ${day(consent.at)}.`;
    return { speaksFor: 'AGENCY', isProof: false, text };
  },
  LISTED_FACTS({ listed }) {
    return { speaksFor: 'NEITHER', isProof: false, text: `The listing said: ${listed.join('; ')}.` };
  },
  OTHER_BUYERS({ others }) {
    if (others.bought === 0) return { speaksFor: 'NEITHER', isProof: false, text: 'No other buyer has this lead.' };
    const text = `Other buyers of this lead: ${others.bought}; disputed by ${others.disputed}, refunded to ${others.accepted}.`;
    const speaksFor = others.disputed > 0 ? 'BUYER' : 'NEITHER';
    return { speaksFor, isProof: false, text };
  },
};

/** The evidence for one reason of a sale, in the order of its look-ups. Pure: all looking was done before. */
export const evidenceFor = (rule: ReasonRule<SaleLookUp>, facts: DisputeFacts, rules: SaleRules): Evidence[] =>
  rule.lookUps.map((lookUp) => ({ lookUp, ...FINDERS[lookUp](facts, rules) }));

const SELLERS: readonly Signal['code'][] = ['COMPETITOR', 'SELLER_KNOWN'];

/** The signals that bear on a reason, the heaviest first, in their own words; they decide nothing by themselves. */
export const bearingEvidence = (reason: DisputeReason, { signals, wasShown }: DisputeFacts): Evidence[] =>
  signals
    .filter((signal) => bearsOn(reason, signal))
    .sort((a, b) => b.weight - a.weight)
    .map(({ code, evidence, weight, ruleVersion, isBefore }) => ({
      lookUp: 'SIGNALS',
      // What weighs nothing is worth knowing and speaks against nobody; a seller's staff may be the buyer's own.
      speaksFor: weight > 0 && !SELLERS.includes(code) ? 'BUYER' : 'NEITHER',
      isProof: false,
      text: `${evidence} Weight ${weight}, rules of version ${ruleVersion}.${shownWords(wasShown && isBefore)}`,
    }));

/** What the rules decide by themselves: for the buyer, against it, or (null) nothing, so that people decide. */
export function decidedAtOnce(rule: ReasonRule, evidence: readonly Evidence[]): 'ACCEPTED' | 'REJECTED' | null {
  const proof = (lookUp: LookUp | null, side: Evidence['speaksFor']): boolean =>
    evidence.some((item) => item.lookUp === lookUp && item.isProof && item.speaksFor === side);
  if (proof(rule.provenBy, 'BUYER')) return 'ACCEPTED';
  if (proof(rule.refutedBy, 'AGENCY')) return 'REJECTED';
  return null;
}
