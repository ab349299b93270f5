import { after } from '../../../platform/clock';
import { groupBy } from '../../../platform/groupBy';
import { type Migration } from '../../../platform/manifest';
import { inTransaction } from '../../../platform/transaction';
import { campaignsById } from '../../campaigns';
import { type Found } from '../judge/rules';
import { type Click, Clicks } from '../model';
import { type Converted, countConverted } from '../reports/countDays';
import { type Conversion, Conversions } from './model';
import { countOf, difference, isBilledBy } from './noteConversion';
import { CONVERSION } from './rules';

/**
 * Says of conversions that were noted before their clicks were judged whether these are billed, in the open transaction.
 * Answers with what each such click counts.
 */
export async function settleConversions(
  campaignId: string,
  clicks: readonly Click[],
  found: readonly Found[],
): Promise<Map<string, Converted>> {
  const isBilledOf = new Map(clicks.map(({ _id }, place) => [_id, isBilledBy(found[place]!.verdict)]));
  // No conversion is noted of a moment before its click, but for clocks that differ.
  const since = after(clicks[0]!.at, -CONVERSION.skewMs);
  const rows = await Conversions.find({ campaignId, at: { $gte: since }, isBilled: null }).lean<Conversion[]>();
  const own = rows
    .filter(({ clickId }) => isBilledOf.has(clickId))
    .map((row) => ({ ...row, isBilled: isBilledOf.get(row.clickId)! }));
  for (const isBilled of [true, false]) {
    const ids = own.filter((row) => row.isBilled === isBilled).map(({ _id }) => _id);
    if (ids.length > 0) await Conversions.updateMany({ _id: { $in: ids } }, { $set: { isBilled } });
  }
  return new Map([...groupBy(own, ({ clickId }) => clickId)].map(([id, all]) => [id, countOf(all)]));
}

const AT_ONCE = 500;

/**
 * Conversions from before they told whether their click was billed: the sums counted them alike. Of a click that is kept no
 * more nobody knows, and it counts on as billed.
 */
export const settleEarlier: Migration = {
  name: '0090-conversions-tell-billed',
  async up() {
    for (;;) {
      const unsettled = { isBilled: { $exists: false } };
      const rows = await Conversions.find(unsettled, { clickId: 1 }).limit(AT_ONCE).lean<Conversion[]>();
      if (rows.length === 0) return;
      // One by one, so that it goes on where it was broken off.
      for (const id of new Set(rows.map(({ clickId }) => clickId))) await inTransaction(() => settleOne(id));
    }
  },
};

async function settleOne(clickId: string): Promise<void> {
  const rows = await Conversions.find({ clickId }).lean<Conversion[]>();
  const click = await Clicks.findById(clickId, { verdict: 1 }).lean<Pick<Click, 'verdict'>>();
  const isBilled = isBilledBy(click?.verdict ?? 'VALID');
  const counting = (billed: boolean | null): Conversion[] => rows.map((row) => ({ ...row, isBilled: billed }));
  await Conversions.updateMany({ clickId }, { $set: { isBilled } });
  const { clickAt: at, ...of } = rows[0]!;
  const campaign = (await campaignsById([of.campaignId])).get(of.campaignId) ?? null;
  await countConverted({ ...of, at }, campaign, difference(counting(true), counting(isBilled)));
}
