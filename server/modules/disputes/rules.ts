import { SALE_RULES } from './saleRules';
import { CALL_RULES, CLICK_BATCH_RULES } from './usageRules';

/** What can be disputed. */
export const DISPUTE_KINDS = ['SALE', 'CLICK_BATCH', 'CALL'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

/**
 * The reasons of a dispute. How each is decided stands in a table a kind, by version: a sale, batch or call keeps the
 * version that was in force when it was sold or billed, so a table is never changed: a new rule is a new version.
 */
export const DISPUTE_REASONS = [
  'DUPLICATE',
  'BOT',
  'TYPO',
  'COMPETITOR',
  'PRANK',
  'NOT_AS_LISTED',
  'NO_CONSENT',
  'WRONG_REGION',
  'TOO_SHORT',
  'WRONG_NUMBER',
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** What the platform looks up by itself; each look-up gives one piece of evidence. */
const LOOK_UPS = [
  'HASH_SOLD_BEFORE',
  'ROBOT_SIGNALS',
  'REACHABILITY',
  'CALL_LOG',
  'SELLER_DOMAIN',
  'DENIAL',
  'LISTED_FACTS',
  'CONSENT_RECORD',
  'OTHER_BUYERS',
  'CLICKS_COUNTED',
  'RULES_AGAIN',
  'CLICK_TIMES',
  'CLICK_SOURCES',
  'VISITED_BEFORE',
  'COUNTRIES',
  'CALL_LENGTH',
  'CALL_NEWS',
  'CALL_RECORDING',
  'CALLED_BEFORE',
  'CALLER_COUNTRY',
  'CONVERSIONS',
] as const;
export type LookUp = (typeof LOOK_UPS)[number];

export interface ReasonRule<Look extends LookUp = LookUp> {
  /** What the buyer claims, in one sentence. */
  claim: string;
  lookUps: readonly Look[];
  /** The look-up whose proof decides for the buyer at once; null when only people decide. */
  provenBy: Look | null;
  /** The look-up whose empty result decides against the buyer at once. */
  refutedBy: Look | null;
  /** The buyer must bring a log of its own attempts where the platform has no proof. */
  needsCallLog: boolean;
  /** Whether less than is claimed may be given back: a pseudo-lead is never paid for, so it is all or nothing. */
  allowsPart: boolean;
  /**
   * Whether a claim accepted in full finds the lead itself unfit to be sold, to anybody. Decides nothing about the sale:
   * what a reason says of the lead is the same in every version.
   */
  condemnsLead: boolean;
}

export interface DisputeRules {
  version: number;
  /** The reasons that a kind may be disputed for. */
  reasons: Readonly<Partial<Record<DisputeReason, ReasonRule>>>;
  /** Silence over this time decides for the buyer. */
  agencyMs: number;
  adjudicatorMs: number;
  /** Attempts, and the days they must be spread over, before "cannot be reached" may be claimed. */
  callAttempts: number;
  callDays: number;
  /** A buyer that disputed more than this share of what it bought within the period gets no automatic decision. */
  rateBps: number;
  rateMs: number;
  /** Below this number of sales, batches or calls in the period a share says nothing yet. */
  rateSales: number;
}

const BY_KIND: Readonly<Record<DisputeKind, readonly DisputeRules[]>> = {
  SALE: SALE_RULES,
  CLICK_BATCH: CLICK_BATCH_RULES,
  CALL: CALL_RULES,
};

/** The versions that are frozen into what is billed now; of sales the market says it (`RULE_VERSIONS`). */
export const RULES_IN_FORCE = { CLICK_BATCH: 1, CALL: 1 } as const satisfies Partial<Record<DisputeKind, number>>;

/** The rules of a version. Throws on one that never was: what can be disputed carries only versions that were in force. */
export function disputeRules(kind: DisputeKind, version: number): DisputeRules {
  const rules = BY_KIND[kind].find((each) => each.version === version);
  if (!rules) throw new RangeError(`there are no dispute rules of version ${version} for ${kind}`);
  return rules;
}

/** The newest rules of a kind. */
export const rulesInForce = (kind: DisputeKind): DisputeRules => BY_KIND[kind].at(-1)!;

/** The reasons that rules know, in the order of all reasons. */
export const reasonsIn = ({ reasons }: DisputeRules): DisputeReason[] =>
  DISPUTE_REASONS.filter((reason) => reasons[reason] !== undefined);

/** The rule of a reason that the rules are known to have. */
export function ruleOf({ reasons, version }: DisputeRules, reason: DisputeReason): ReasonRule {
  const rule = reasons[reason];
  if (!rule) throw new RangeError(`the dispute rules of version ${version} know no reason ${reason}`);
  return rule;
}

export interface Claims {
  /** Number and value of what the buyer bought within the period, of one kind. */
  bought: number;
  boughtMinor: bigint;
  /** What of that it claims and did not withdraw. */
  disputedMinor: bigint;
}

/** True when a buyer disputes so much that a person looks at every claim: disputed / bought > rateBps / 10,000. */
export const isOverRate = (rules: DisputeRules, { bought, boughtMinor, disputedMinor }: Claims): boolean =>
  bought >= rules.rateSales && disputedMinor * 10_000n > boughtMinor * BigInt(rules.rateBps);
