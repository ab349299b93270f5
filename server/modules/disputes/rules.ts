import { DAY, HOUR } from '../../platform/clock';

/**
 * The reasons of a dispute and how each is decided, by version. A sale keeps the version that was in force when it was
 * made, so a table is never changed: a new rule is a new version.
 */
export const DISPUTE_REASONS = [
  'DUPLICATE',
  'BOT',
  'TYPO',
  'COMPETITOR',
  'PRANK',
  'NOT_AS_LISTED',
  'NO_CONSENT',
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** What the platform looks up by itself; each look-up gives one piece of evidence. */
export type LookUp =
  | 'HASH_SOLD_BEFORE'
  | 'ROBOT_SIGNALS'
  | 'REACHABILITY'
  | 'CALL_LOG'
  | 'SELLER_DOMAIN'
  | 'DENIAL'
  | 'LISTED_FACTS'
  | 'CONSENT_RECORD'
  | 'OTHER_BUYERS';

export interface ReasonRule {
  /** What the buyer claims, in one sentence. */
  claim: string;
  lookUps: readonly LookUp[];
  /** The look-up whose proof decides for the buyer at once; null when only people decide. */
  provenBy: LookUp | null;
  /** The look-up whose empty result decides against the buyer at once. */
  refutedBy: LookUp | null;
  /** The buyer must bring a log of its own attempts where the platform has no proof. */
  needsCallLog: boolean;
  /** Whether an adjudicator may give back a part: a pseudo-lead is never paid for, so it is all or nothing. */
  allowsPart: boolean;
  /**
   * Whether a claim accepted in full finds the lead itself unfit to be sold, to anybody. Decides nothing about the sale:
   * what a reason says of the lead is the same in every version.
   */
  condemnsLead: boolean;
}

export interface DisputeRules {
  version: number;
  reasons: Readonly<Record<DisputeReason, ReasonRule>>;
  /** Silence over this time decides for the buyer. */
  agencyMs: number;
  adjudicatorMs: number;
  /** A sale of the same person to the same buyer this long before is a duplicate. */
  duplicateMs: number;
  /** Summed weights of robot signals from which a lead counts as a robot's. */
  robotLine: number;
  /** Whether a finding that the preview showed before the purchase decides alone. */
  doesShownDecide: boolean;
  /** Attempts, and the days they must be spread over, before "cannot be reached" may be claimed. */
  callAttempts: number;
  callDays: number;
  /** A buyer that disputed more than this share of what it bought within the period gets no automatic decision. */
  rateBps: number;
  rateMs: number;
  /** Below this number of sales in the period a share says nothing yet. */
  rateSales: number;
}

const VERSION_1: DisputeRules = {
  version: 1,
  reasons: {
    DUPLICATE: {
      claim: 'We already bought this person from this market within 90 days.',
      lookUps: ['HASH_SOLD_BEFORE'],
      provenBy: 'HASH_SOLD_BEFORE',
      refutedBy: 'HASH_SOLD_BEFORE',
      needsCallLog: false,
      allowsPart: false,
      condemnsLead: false,
    },
    BOT: {
      claim: 'The form was filled by a robot, or by somebody paid to fill forms.',
      lookUps: ['ROBOT_SIGNALS', 'OTHER_BUYERS'],
      provenBy: 'ROBOT_SIGNALS',
      refutedBy: null,
      needsCallLog: false,
      allowsPart: false,
      condemnsLead: true,
    },
    TYPO: {
      claim: 'The contact has a slip in it, or nobody can be reached there.',
      lookUps: ['REACHABILITY', 'CALL_LOG', 'OTHER_BUYERS'],
      provenBy: 'REACHABILITY',
      refutedBy: null,
      needsCallLog: true,
      allowsPart: false,
      condemnsLead: true,
    },
    COMPETITOR: {
      claim: 'The person works for a seller of the same niche and only probes.',
      lookUps: ['SELLER_DOMAIN', 'OTHER_BUYERS'],
      provenBy: 'SELLER_DOMAIN',
      refutedBy: null,
      needsCallLog: false,
      allowsPart: false,
      condemnsLead: true,
    },
    PRANK: {
      claim: 'Somebody else left the name of a person who never asked.',
      lookUps: ['DENIAL', 'OTHER_BUYERS'],
      provenBy: 'DENIAL',
      refutedBy: null,
      needsCallLog: false,
      allowsPart: false,
      condemnsLead: true,
    },
    NOT_AS_LISTED: {
      claim: 'The lead is real, but not what the listing said.',
      lookUps: ['LISTED_FACTS', 'OTHER_BUYERS'],
      provenBy: null,
      refutedBy: null,
      needsCallLog: false,
      allowsPart: true,
      condemnsLead: false,
    },
    NO_CONSENT: {
      claim: 'The person did not agree to be contacted.',
      lookUps: ['CONSENT_RECORD', 'OTHER_BUYERS'],
      provenBy: 'CONSENT_RECORD',
      refutedBy: null,
      needsCallLog: false,
      allowsPart: false,
      condemnsLead: true,
    },
  },
  agencyMs: 48 * HOUR,
  adjudicatorMs: 72 * HOUR,
  duplicateMs: 90 * DAY,
  robotLine: 60,
  doesShownDecide: true,
  callAttempts: 3,
  callDays: 2,
  rateBps: 2000,
  rateMs: 90 * DAY,
  rateSales: 5,
};

/** What a buyer could see before paying decides nothing at once: people judge what was bought with open eyes. */
const VERSION_2: DisputeRules = { ...VERSION_1, version: 2, doesShownDecide: false };

const BY_VERSION: ReadonlyMap<number, DisputeRules> = new Map(
  [VERSION_1, VERSION_2].map((rules) => [rules.version, rules] as const),
);

/** The rules of a version. Throws on one that never was: a sale carries only versions that were in force. */
export function disputeRules(version: number): DisputeRules {
  const rules = BY_VERSION.get(version);
  if (!rules) throw new RangeError(`there are no dispute rules of version ${version}`);
  return rules;
}

export interface Claims {
  /** Number and value of what the buyer bought within the period. */
  sales: number;
  boughtMinor: bigint;
  /** Value of the sales among them that it disputed and did not withdraw. */
  disputedMinor: bigint;
}

/** True when a buyer disputes so much that a person looks at every claim: disputed / bought > rateBps / 10,000. */
export const isOverRate = (rules: DisputeRules, { sales, boughtMinor, disputedMinor }: Claims): boolean =>
  sales >= rules.rateSales && disputedMinor * 10_000n > boughtMinor * BigInt(rules.rateBps);
