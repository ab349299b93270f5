import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { idFrom } from '../../../platform/ids';
import { toMinor } from '../../../platform/money';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { type Campaign } from '../../campaigns';
import { type PersonOfBusiness } from '../../leads';
import { type Click, Clicks } from '../model';
import { type Converted, countConverted } from '../reports/countDays';
import { keepLead } from './keepLead';
import { type Conversion, Conversions, type SaidBy } from './model';
import { CONVERSION, isQuick, secondsBetween } from './rules';

/** What was said of a conversion, checked. */
export interface Told {
  saidBy: SaidBy;
  kind: string | null;
  order: string | null;
  value: { minor: bigint; currency: string } | null;
  /** Null: when it is heard of. */
  at: Date | null;
  person: PersonOfBusiness | null;
  isSameVisitor: boolean | null;
}

export interface Noted {
  conversion: Conversion;
  isRepeat: boolean;
  /** A contact was told and not kept: its person is kept out of this market. */
  isKeptOut: boolean;
}

const WITHOUT_NAME = 'conversion';

const idOf = (clickId: string, order: string): string => idFrom('conversion', clickId, order);

/**
 * Notes once for each order of a click that its visitor did what the business hoped for. What a browser said is replaced
 * by the first word of the business's server, and adds nothing to one that is known. No money moves. Throws Conflict.
 */
export async function noteConversion(click: Click, campaign: Campaign, told: Told): Promise<Noted> {
  try {
    return await inTransaction(() => note(click, campaign, told));
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    // The same was noted at the same moment, and may not count as majority-written yet.
    const first = await Conversions.findById(idOf(click._id, told.order ?? ''))
      .readConcern('local')
      .lean<Conversion>();
    if (!first) throw error;
    return repeatOf(first, told);
  }
}

async function note(click: Click, campaign: Campaign, told: Told): Promise<Noted> {
  const known = await Conversions.find({ clickId: click._id }).sort({ at: 1 }).lean<Conversion[]>();
  const order = told.order ?? '';
  const same = known.find((one) => one.order === order && one.saidBy === 'SERVER');
  if (told.saidBy === 'BROWSER' && known.length > 0) return { conversion: known[0]!, isRepeat: true, isKeptOut: false };
  if (same) return repeatOf(same, told);
  if (known.length >= CONVERSION.mostOfClick)
    throw conflict(`Of one click at most ${CONVERSION.mostOfClick} orders are noted. Nothing was noted.`);
  const said = known.filter(({ saidBy }) => saidBy === 'BROWSER');
  const standing = known.filter(({ saidBy }) => saidBy === 'SERVER');
  if (said.length > 0) await Conversions.deleteMany({ _id: { $in: said.map(({ _id }) => _id) } });
  const bare = { ...conversionOf(click, campaign, told), isBilled: await isBilledNow(click) };
  const isFirstPerson = known.every(({ leadId }) => leadId === null);
  const kept = told.person && (await keepLead(click, campaign, bare, told.person, isFirstPerson));
  const conversion = { ...bare, leadId: kept };
  await Conversions.insertMany([conversion], { lean: true });
  await countConverted(click, campaign, difference(known, [...standing, conversion]));
  // Two at once meet here: the second sees the first then.
  await Clicks.updateOne({ _id: click._id }, { $set: { conversions: standing.length + 1 } });
  return { conversion, isRepeat: false, isKeptOut: told.person !== null && kept === null };
}

/** As the open transaction sees it: the click may have been judged since it was read. */
async function isBilledNow({ _id, verdict }: Click): Promise<boolean | null> {
  const row = await Clicks.findById(_id, { verdict: 1 }).lean<Pick<Click, 'verdict'>>();
  return isBilledBy((row ?? { verdict }).verdict);
}

/** Whether a click of a finding is billed; null while there is none. */
export const isBilledBy = (verdict: Click['verdict']): boolean | null =>
  verdict === 'PENDING' ? null : verdict === 'VALID';

function conversionOf(click: Click, campaign: Campaign, told: Told): Omit<Conversion, 'isBilled'> {
  const { _id: clickId, agencyId, linkId, regionId, subId, at: clickAt } = click;
  const receivedAt = now();
  const at = told.at ?? receivedAt;
  return {
    _id: idOf(clickId, told.order ?? ''),
    clickId,
    campaignId: campaign._id,
    businessId: campaign.businessId,
    agencyId,
    linkId,
    regionId,
    subId,
    saidBy: told.saidBy,
    kind: told.kind ?? WITHOUT_NAME,
    order: told.order ?? '',
    valueMinor: told.value?.minor ?? null,
    currency: told.value?.currency ?? null,
    at,
    receivedAt,
    clickAt,
    seconds: secondsBetween(clickAt, at),
    isQuick: isQuick(clickAt, at),
    isSameVisitor: told.isSameVisitor,
    leadId: null,
  };
}

/** The same again: what was noted first stands, and another story of it is refused. */
function repeatOf(first: Conversion, { kind, value }: Told): Noted {
  const isSame =
    (kind ?? WITHOUT_NAME) === first.kind &&
    (value?.currency ?? null) === (first.currency ?? null) &&
    (value === null) === (first.valueMinor === null) &&
    (value === null || value.minor === toMinor(first.valueMinor));
  if (!isSame)
    throw conflict(
      'This order of the click was noted with another kind or value. The first stands; nothing was noted.',
    );
  return { conversion: first, isRepeat: true, isKeptOut: false };
}

const NOTHING: Converted = { converted: 0, convertedByBrowser: 0, convertedQuickly: 0, convertedUnbilled: 0 };

/** What conversions of one click count: nothing until that is judged, as the click itself. */
export function countOf(all: readonly Conversion[]): Converted {
  const isBilled = all[0]?.isBilled ?? null;
  if (isBilled === null) return NOTHING;
  if (!isBilled) return { ...NOTHING, convertedUnbilled: 1 };
  return {
    converted: 1,
    convertedByBrowser: all.every(({ saidBy }) => saidBy === 'BROWSER') ? 1 : 0,
    convertedQuickly: all.some((one) => one.isQuick) ? 1 : 0,
    convertedUnbilled: 0,
  };
}

export function difference(before: readonly Conversion[], now: readonly Conversion[]): Converted {
  const [was, is] = [countOf(before), countOf(now)];
  return {
    converted: is.converted - was.converted,
    convertedByBrowser: is.convertedByBrowser - was.convertedByBrowser,
    convertedQuickly: is.convertedQuickly - was.convertedQuickly,
    convertedUnbilled: is.convertedUnbilled - was.convertedUnbilled,
  };
}
