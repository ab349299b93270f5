import { type Click, Clicks } from '../model';
import { type Conversion, Conversions } from './model';
import { isQuick } from './rules';

/** What conversions tell of some clicks: robots convert within seconds, or by a browser that never followed the link. */
export interface ConversionEvidence {
  clicks: number;
  converted: number;
  /** By a browser's word alone. */
  byBrowser: number;
  /** By a browser from elsewhere than the click: a device that changed its network, or somebody else. */
  byOtherVisitor: number;
  /** Sooner after the click than people do it, by the business's own word or the market's clock. */
  quick: number;
  /** Of those, the ones that the market heard of so soon: no word of the business makes them. */
  quickByMarket: number;
  /** The sub-ids with the most quick ones, these first. */
  subIds: { subId: string; converted: number; quick: number }[];
}

const AT_ONCE = 1000;
const MOST_SUB_IDS = 10;

/** The same of clicks of a batch, by a filter, for whoever judges them. */
export async function conversionEvidence(among: object): Promise<ConversionEvidence> {
  const clicks = await Clicks.find(among, { _id: 1 }).lean<Pick<Click, '_id'>[]>();
  const found: Conversion[] = [];
  for (let from = 0; from < clicks.length; from += AT_ONCE) {
    const ids = clicks.slice(from, from + AT_ONCE).map(({ _id }) => _id);
    found.push(...(await Conversions.find({ clickId: { $in: ids } }).lean<Conversion[]>()));
  }
  return evidenceOf(clicks.length, found);
}

/** Of several orders of one click the first tells how soon it was. */
function evidenceOf(clicks: number, found: readonly Conversion[]): ConversionEvidence {
  const firsts = new Map<string, Conversion>();
  for (const one of found) {
    const known = firsts.get(one.clickId);
    if (!known || one.at < known.at) firsts.set(one.clickId, one);
  }
  const all = [...firsts.values()];
  const count = (holds: (one: Conversion) => boolean): number => all.filter(holds).length;
  const subIds = [...new Set(all.map(({ subId }) => subId))].map((subId) => ({
    subId,
    converted: count((one) => one.subId === subId),
    quick: count((one) => one.subId === subId && one.isQuick),
  }));
  return {
    clicks,
    converted: all.length,
    byBrowser: count(({ saidBy }) => saidBy === 'BROWSER'),
    byOtherVisitor: count(({ isSameVisitor }) => isSameVisitor === false),
    quick: count((one) => one.isQuick),
    quickByMarket: count(({ clickAt, receivedAt }) => isQuick(clickAt, receivedAt)),
    subIds: subIds.sort((a, b) => b.quick - a.quick || b.converted - a.converted).slice(0, MOST_SUB_IDS),
  };
}
