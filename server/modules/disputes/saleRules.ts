import { DAY, HOUR } from '../../platform/clock';
import { type DisputeReason, type DisputeRules, type LookUp, type ReasonRule } from './rules';

/** What a sale may be disputed for. */
export type SaleReason = Exclude<DisputeReason, 'WRONG_REGION' | 'TOO_SHORT' | 'WRONG_NUMBER'>;

export type SaleLookUp = Exclude<
  LookUp,
  | 'CLICKS_COUNTED'
  | 'RULES_AGAIN'
  | 'CLICK_TIMES'
  | 'CLICK_SOURCES'
  | 'VISITED_BEFORE'
  | 'COUNTRIES'
  | 'CALL_LENGTH'
  | 'CALL_NEWS'
  | 'CALL_RECORDING'
  | 'CALLED_BEFORE'
  | 'CALLER_COUNTRY'
  | 'CONVERSIONS'
>;

export interface SaleRules extends DisputeRules {
  reasons: Readonly<Record<SaleReason, ReasonRule<SaleLookUp>>>;
  /** A sale of the same person to the same buyer this long before is a duplicate. */
  duplicateMs: number;
  /** Summed weights of robot signals from which a lead counts as a robot's. */
  robotLine: number;
  /** Whether a finding that the preview showed before the purchase decides alone. */
  doesShownDecide: boolean;
}

const VERSION_1: SaleRules = {
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
const VERSION_2: SaleRules = { ...VERSION_1, version: 2, doesShownDecide: false };

export const SALE_RULES: readonly SaleRules[] = [VERSION_1, VERSION_2];

/** The rules of a version, with what only sales need. Throws on one that never was. */
export function saleRules(version: number): SaleRules {
  const rules = SALE_RULES.find((each) => each.version === version);
  if (!rules) throw new RangeError(`there are no dispute rules of version ${version} for sales`);
  return rules;
}
