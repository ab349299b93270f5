import { purposeHash } from '../../../platform/seal';
import { campaignsById } from '../../campaigns';
import { regionTree } from '../../catalog';
import { Calls, type TrackedNumber, TrackedNumbers } from '../model';

/** Area codes of which the stand-in gives no numbers, so that nobody calls from the number of a campaign. */
const AREAS = [213, 310, 323, 646, 718] as const;

/** The start of the codes of countries that keep no numbers for fiction: no number of theirs begins with a zero. */
const CODES: Readonly<Record<string, string>> = { KE: '254', TZ: '255', GR: '30', AM: '374', UZ: '998', HU: '36' };

/**
 * A caller of a country, of a thousand: from the numbers that its regulator keeps for films and books; where it keeps none,
 * one that nobody can have.
 */
function fictionCaller(country: string, at: number): string {
  const three = String(at % 1000).padStart(3, '0');
  if (country === 'US') return `+1${AREAS[Math.floor(at / 100) % AREAS.length]}55501${three.slice(1)}`;
  if (country === 'DE') return `+498999998${three}`;
  const code = CODES[country];
  return code ? `+${code}000000${three}` : `+447700900${three}`;
}

/** Where somebody calls from who is from elsewhere: the first of these that a campaign does not buy from. */
const ELSEWHERE = ['DE', 'US', 'GB', 'KE'] as const;

/** Once nearly all of the thousand have called, one of them calls again. */
const MOST_TRIES = 20;

/** Somebody who has not called yet calls a number: from the country that its callers are said to be from, or from one that its campaign buys none of. */
export async function somebodyFor(phone: string, isFromElsewhere: boolean): Promise<string> {
  const number = await TrackedNumbers.findOne({ phone }).lean<TrackedNumber>();
  const campaign = number && (await campaignsById([number.campaignId])).get(number.campaignId);
  const countryOf = (id: string): string | undefined => regionTree().byId(id)?.countryCode;
  const bought = (campaign?.regionIds ?? []).map(countryOf);
  const country = isFromElsewhere ? ELSEWHERE.find((one) => !bought.includes(one)) : countryOf(number?.regionId ?? '');
  const somebody = (): string => fictionCaller(country ?? 'GB', Math.floor(Math.random() * 1000));
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const from = somebody();
    if (!(await Calls.exists({ caller: purposeHash('caller', from) }))) return from;
  }
  return somebody();
}
