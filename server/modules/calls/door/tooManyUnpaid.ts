import { after, DAY } from '../../../platform/clock';
import { type Refusal } from '../judge/verdicts';
import { type Call, Calls } from '../model';
import { UNPAID, UNPAID_OF_CALLER } from '../rules';

/** Who calls by which number. */
interface Caller {
  /** Null where no number is shown: whoever that is is counted with the number that is called. */
  caller: string | null;
  isOutside: boolean;
  businessId: string;
  campaignId: string;
  agencyId: string;
  numberId: string;
}

/**
 * Whether the phone of a business rang so often without pay that it does not ring for this call; null where not. A person
 * who is cut off, or who bought already, calls again a few times; a caller who does so all day, or an agency whose callers
 * nearly all hang up at once, keeps a phone busy that somebody else pays for.
 */
export async function tooManyUnpaid(asked: Caller, at: Date): Promise<Refusal | null> {
  if (asked.caller !== null && (await rangTooOften(asked.caller, asked.businessId, at))) return 'CALLED_TOO_OFTEN';
  return (await isFlooded(asked, at)) ? 'TOO_MANY_UNPAID' : null;
}

type Seen = Pick<Call, 'startedAt' | 'numberId' | 'verdict' | 'outcome' | 'caller' | 'isOutside'>;

const SEEN = { startedAt: 1, numberId: 1, verdict: 1, outcome: 1, caller: 1, isOutside: 1 } as const;

/** Whether a phone rang for a call: not one that was busy or could not be reached. */
const hasRung = ({ outcome }: Seen): boolean => outcome !== 'BUSY' && outcome !== 'FAILED';

async function rangTooOften(caller: string, businessId: string, at: Date): Promise<boolean> {
  const calls = await Calls.find(
    { caller, startedAt: { $gt: after(at, -DAY) }, businessId, refusal: null, verdict: { $ne: 'BILLED' } },
    SEEN,
  ).lean<Seen[]>();
  const rung = calls.filter(hasRung);
  return UNPAID_OF_CALLER.some(
    ({ most, withinMs }) => rung.filter(({ startedAt }) => startedAt > after(at, -withinMs)).length >= most,
  );
}

/** More of an hour are far over the limit, or paid for. */
const MOST_SEEN = 2000;

async function isFlooded({ campaignId, agencyId, numberId, ...asked }: Caller, at: Date): Promise<boolean> {
  const seen = await Calls.find(
    { campaignId, startedAt: { $gt: after(at, -UNPAID.withinMs) }, agencyId, refusal: null },
    SEEN,
  )
    .sort({ startedAt: -1 })
    .limit(MOST_SEEN)
    .lean<Seen[]>();
  // Else whoever hides a number closes it to all who show theirs.
  const calls = seen.filter((call) => isBillable(call) === isBillable(asked));
  const ofNumber = calls.filter((call) => call.numberId === numberId);
  return isMostlyUnpaid(ofNumber, UNPAID.mostOfNumber) || isMostlyUnpaid(calls, UNPAID.mostOfAgency);
}

/** Whether so many of some calls rang unpaid, and too few were billed beside them. */
export function isMostlyUnpaid(calls: readonly Seen[], most: number): boolean {
  const billed = calls.filter(({ verdict }) => verdict === 'BILLED').length;
  const unpaid = calls.filter((call) => hasRung(call) && isUnpaid(call)).length;
  return unpaid >= most && billed * UNPAID.billedPart < billed + unpaid;
}

/** Whether a call of such a caller is ever billed. */
const isBillable = ({ caller, isOutside }: Pick<Seen, 'caller' | 'isOutside'>): boolean =>
  caller !== null && isOutside !== true;

/** Who was paid for before calls again as they please; who is on the line may still be billed, unless nobody pays for them. */
const isUnpaid = (call: Seen): boolean =>
  call.verdict === 'PENDING' ? !isBillable(call) : call.verdict !== 'BILLED' && call.verdict !== 'REPEAT_CALLER';
