import { type Hindrance } from '../../campaigns';
import { type Click, type RawClick } from '../model';

/** What the rules find of a visit, in the order in which they look: the first that holds is the finding. */
export const VERDICTS = [
  'VALID',
  'NOT_OPEN',
  'HEAD',
  'PREFETCH',
  'EMPTY_AGENT',
  'ROBOT_AGENT',
  'DATA_CENTRE',
  'OUT_OF_REGION',
  'NO_COUNTRY',
  'PAUSED',
  'REPEAT',
  'BURST',
  'OVER_BUDGET',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Each finding in words that both sides understand. */
export const WHY: Readonly<Record<Verdict | 'PENDING', string>> = {
  PENDING: 'It is being judged; this takes a few seconds.',
  VALID: 'A person, by all rules: billed, with the batch of its hour.',
  NOT_OPEN: 'No campaign took visitors by this link at that moment, so nobody was sent to a business.',
  HEAD: 'Something asked whether the address is there, and did not load it.',
  PREFETCH: 'A browser loaded the page ahead; nobody had asked for it yet.',
  EMPTY_AGENT: 'What came did not say what it is. Every browser does.',
  ROBOT_AGENT: 'By its own name it is a robot or a program.',
  DATA_CENTRE: 'It came from a company that rents out servers, not from where people are.',
  OUT_OF_REGION: 'It came from a country that the campaign does not buy from.',
  NO_COUNTRY: 'Of the network that it came from no country is known, and the campaign buys by country.',
  PAUSED: 'It came after the campaign was paused.',
  REPEAT:
    'The same visitor was billed to the campaign, or counted as over its budget, within 24 hours before or after.',
  BURST:
    'More visits came at once than people make: over 120 of one sub-id in a minute, over 20 from one network with the same browser, or over 10 visitors from one network in a second, 40 in a minute, 120 in ten minutes, or over 300 in a day that were more than a quarter of all that were billed of the agency.',
  OVER_BUDGET:
    'A person, by all rules, and not billed: a budget of the campaign, or the money set aside for it, was spent.',
};

/** Why nobody was sent on by a link of a campaign. */
export type ClosedBy = Hindrance | 'LINK_PAUSED' | 'NOT_TAKEN';

const SPENT = 'was spent, or spoken for by visitors who had come just before';

/** The same in words, for both sides. */
const WHY_CLOSED: Readonly<Record<ClosedBy, string>> = {
  LINK_PAUSED: 'The agency had paused the link, so nobody was sent to the business.',
  NOT_TAKEN: 'The campaign did not take this agency’s visitors from there, so nobody was sent to the business.',
  PAUSED: 'The campaign was paused, so nobody was sent to the business.',
  UNANSWERED: 'The campaign was paused, so nobody was sent to the business.',
  PHONE_REFUSED: 'The campaign was paused, so nobody was sent to the business.',
  SUSPENDED: 'The market had paused the campaign, so nobody was sent to the business.',
  ENDED: 'The campaign was over, so nobody was sent to the business.',
  PRICE_OVER_MAX:
    'The price of this agency’s visitors was more than the campaign paid since the business had lowered it, and the lower one did not hold yet, so nobody was sent to the business.',
  OUT_OF_HOURS: 'The campaign took nobody at that hour, so nobody was sent to the business.',
  DAY_BUDGET_SPENT: `The budget of the day ${SPENT}, so nobody was sent to the business.`,
  WEEK_BUDGET_SPENT: `The budget of the week ${SPENT}, so nobody was sent to the business.`,
  TOTAL_BUDGET_SPENT: `The whole budget ${SPENT}, so nobody was sent to the business.`,
  AHEAD_OF_HOUR:
    'The budget of the day is spread over its hours and was ahead of them, so nobody was sent to the business.',
  NO_MONEY: 'The wallet of the business had nothing left to set aside for visitors, so nobody was sent to it.',
};

const OF_MONEY: readonly ClosedBy[] = [
  'DAY_BUDGET_SPENT',
  'WEEK_BUDGET_SPENT',
  'TOTAL_BUDGET_SPENT',
  'AHEAD_OF_HOUR',
  'NO_MONEY',
];

/** Whether a visitor was sent to nobody because money alone was lacking, of a campaign that took visitors else. */
export const isTurnedAway = ({ isSent, closedBy }: Pick<RawClick, 'isSent' | 'closedBy'>): boolean =>
  !isSent && !!closedBy && OF_MONEY.includes(closedBy);

/** Why a visit is billed or not, in words: of whom nobody was sent, by what closed the campaign. */
export const whyOf = ({ verdict, closedBy }: Pick<Click, 'verdict' | 'closedBy'>): string =>
  closedBy && (verdict === 'NOT_OPEN' || verdict === 'OVER_BUDGET') ? WHY_CLOSED[closedBy] : WHY[verdict];
