import { after, DAY, now } from '../../../platform/clock';
import { examplesOf, type RuleExample } from '../checks/signalRules/examples';
import { aboutRule, SIGNAL_CODES, type SignalCode } from '../checks/signals';
import { Leads } from '../model';
import { settingsOf } from './memory';
import { type RuleWeightRow } from './model';
import { LOOK_BACK_DAYS } from './tryRuleWeight';

/** More is told as "this many or more": a count by index stops there. */
const MOST_COUNTED = 10_000;

/** Leads that people or disputes judged within the period, of which the outcomes are counted. */
const MOST_JUDGED = 50_000;

export interface RuleRead {
  code: SignalCode;
  version: number;
  evidence: string;
  examples: RuleExample[];
  usualWeight: number;
  isFixed: boolean;
  settings: RuleWeightRow[];
  fired: number;
  provenRight: number;
  provenWrong: number;
}

/** Every rule with its weights, how often it fired in the last 30 days, and how often it was proven right or wrong. */
export async function readRules(): Promise<RuleRead[]> {
  const since = after(now(), -LOOK_BACK_DAYS * DAY);
  const proven = await provenSince(since);
  return Promise.all(
    SIGNAL_CODES.map(async (code) => {
      const { weight, ...about } = aboutRule(code);
      return {
        code,
        ...about,
        examples: examplesOf(code),
        usualWeight: weight,
        settings: settingsOf(code),
        fired: await Leads.countDocuments(
          { 'signals.code': code, submittedAt: { $gte: since } },
          { limit: MOST_COUNTED },
        ),
        provenRight: proven.get(`${code} true`) ?? 0,
        provenWrong: proven.get(`${code} false`) ?? 0,
      };
    }),
  );
}

/** How often each rule had fired on leads that a moderator or a dispute then found to be none, or to be sound. */
async function provenSince(since: Date): Promise<Map<string, number>> {
  const rows = await Leads.aggregate<{ _id: { code: string; isPseudo: boolean }; leads: number }>([
    { $match: { 'verdict.at': { $gte: since } } },
    { $limit: MOST_JUDGED },
    { $unwind: '$signals' },
    { $group: { _id: { code: '$signals.code', isPseudo: '$verdict.isPseudo' }, leads: { $sum: 1 } } },
  ]);
  return new Map(rows.map(({ _id, leads }) => [`${_id.code} ${_id.isPseudo}`, leads]));
}
