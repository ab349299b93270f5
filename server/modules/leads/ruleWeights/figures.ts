import { after, DAY, MINUTE, now } from '../../../platform/clock';
import { SIGNAL_CODES, type SignalCode } from '../checks/signals';
import { Leads } from '../model';
import { LOOK_BACK_DAYS } from './tryRuleWeight';

/** More is told as "this many or more": a count by index stops there. */
const MOST_COUNTED = 10_000;

/** Leads that people or disputes judged within the period, of which the outcomes are counted. */
const MOST_JUDGED = 50_000;

/** What was counted is told for so long: a count of every rule takes a second or two. */
const KEPT_FOR_MS = MINUTE;

export interface RuleFigures {
  fired: number;
  provenRight: number;
  provenWrong: number;
}

type Figures = ReadonlyMap<SignalCode, RuleFigures>;

let kept: { at: Date; figures: Promise<Figures> } | null = null;

/** How a rule did in the last 30 days; a minute old at most, and counted once for all who ask meanwhile. */
export async function figuresOf(code: SignalCode): Promise<RuleFigures> {
  if (!kept || now().getTime() - kept.at.getTime() >= KEPT_FOR_MS) {
    const figures = countFigures();
    figures.catch(() => (kept = null));
    kept = { at: now(), figures };
  }
  return (await kept.figures).get(code)!;
}

async function countFigures(): Promise<Figures> {
  const since = after(now(), -LOOK_BACK_DAYS * DAY);
  const [proven, fired] = await Promise.all([provenSince(since), Promise.all(SIGNAL_CODES.map(firedSince(since)))]);
  return new Map(
    SIGNAL_CODES.map((code, place) => [
      code,
      {
        fired: fired[place]!,
        provenRight: proven.get(`${code} true`) ?? 0,
        provenWrong: proven.get(`${code} false`) ?? 0,
      },
    ]),
  );
}

const firedSince =
  (since: Date) =>
  (code: SignalCode): Promise<number> =>
    Leads.countDocuments({ 'signals.code': code, submittedAt: { $gte: since } }, { limit: MOST_COUNTED });

/**
 * How often each rule had spoken against leads that a moderator or a dispute then found to be none, or to be sound. What
 * it only noted, at no weight, claimed nothing that could be right or wrong.
 */
async function provenSince(since: Date): Promise<Map<string, number>> {
  const rows = await Leads.aggregate<{ _id: { code: string; isPseudo: boolean }; leads: number }>([
    { $match: { 'verdict.at': { $gte: since } } },
    { $limit: MOST_JUDGED },
    { $unwind: '$signals' },
    { $match: { 'signals.weight': { $gt: 0 } } },
    { $group: { _id: { code: '$signals.code', isPseudo: '$verdict.isPseudo' }, leads: { $sum: 1 } } },
  ]);
  return new Map(rows.map(({ _id, leads }) => [`${_id.code} ${_id.isPseudo}`, leads]));
}
