import { DAY, HOUR } from '../../platform/clock';
import { type DisputeReason, type DisputeRules, type LookUp, type ReasonRule } from './rules';

const CLOCKS = {
  agencyMs: 48 * HOUR,
  adjudicatorMs: 72 * HOUR,
  // What visits and calls are about needs no log of the buyer's own attempts.
  callAttempts: 0,
  callDays: 0,
  rateBps: 2000,
  rateMs: 90 * DAY,
  rateSales: 5,
};

const reason = (
  claim: string,
  lookUps: readonly LookUp[],
  rule: Partial<Pick<ReasonRule, 'provenBy' | 'refutedBy' | 'allowsPart'>> = {},
): ReasonRule => ({
  claim,
  lookUps,
  provenBy: null,
  refutedBy: null,
  needsCallLog: false,
  allowsPart: false,
  condemnsLead: false,
  ...rule,
});

/**
 * A claim about some clicks of a batch is decided in part by how many of them were none. What decides alone is only that
 * the market's own rules and lists of today would not bill them: the rest of what is found are shapes, which people judge.
 */
const CLICKS_1: DisputeRules = {
  version: 1,
  reasons: {
    DUPLICATE: reason(
      'The same visitors were billed again.',
      ['CLICKS_COUNTED', 'RULES_AGAIN', 'VISITED_BEFORE', 'CLICK_SOURCES'],
      { provenBy: 'RULES_AGAIN', allowsPart: true },
    ),
    BOT: reason(
      'Robots clicked, or people who are paid to click.',
      ['CLICKS_COUNTED', 'RULES_AGAIN', 'CLICK_TIMES', 'CLICK_SOURCES', 'VISITED_BEFORE', 'CONVERSIONS'],
      { provenBy: 'RULES_AGAIN', allowsPart: true },
    ),
    COMPETITOR: reason(
      'A competitor clicked to spend the budget.',
      ['CLICKS_COUNTED', 'VISITED_BEFORE', 'CLICK_SOURCES', 'CLICK_TIMES', 'CONVERSIONS'],
      { allowsPart: true },
    ),
    WRONG_REGION: reason(
      'The visitors came from where the campaign does not buy.',
      ['CLICKS_COUNTED', 'RULES_AGAIN', 'COUNTRIES'],
      { provenBy: 'RULES_AGAIN', allowsPart: true },
    ),
  } satisfies Partial<Record<DisputeReason, ReasonRule>>,
  ...CLOCKS,
};

export const CLICK_BATCH_RULES: readonly DisputeRules[] = [CLICKS_1];

/**
 * A call is one: all of it is given back or nothing. How long it was talked the provider tells, so that alone decides a claim
 * about its length; a number of another country may be that of somebody who moved, so people look at it.
 */
const CALLS_1: DisputeRules = {
  version: 1,
  reasons: {
    DUPLICATE: reason('The same caller was billed again.', ['CALLED_BEFORE', 'CALL_RECORDING'], {
      provenBy: 'CALLED_BEFORE',
    }),
    BOT: reason('A robot called, or somebody who is paid to call.', [
      'CALL_LENGTH',
      'CALLED_BEFORE',
      'CALL_NEWS',
      'CALL_RECORDING',
    ]),
    COMPETITOR: reason('A competitor called to spend the budget.', ['CALLED_BEFORE', 'CALL_LENGTH', 'CALL_RECORDING']),
    WRONG_REGION: reason('The caller is from where the campaign does not buy.', ['CALLER_COUNTRY', 'CALL_RECORDING']),
    TOO_SHORT: reason('The call lasted less than the campaign pays for.', ['CALL_LENGTH', 'CALL_NEWS'], {
      provenBy: 'CALL_LENGTH',
      refutedBy: 'CALL_LENGTH',
    }),
    WRONG_NUMBER: reason('The caller wanted somebody else.', ['CALL_LENGTH', 'CALLED_BEFORE', 'CALL_RECORDING']),
  } satisfies Partial<Record<DisputeReason, ReasonRule>>,
  ...CLOCKS,
};

export const CALL_RULES: readonly DisputeRules[] = [CALLS_1];
