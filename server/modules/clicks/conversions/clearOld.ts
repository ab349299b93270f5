import { after } from '../../../platform/clock';
import { ClickLeads, Conversions } from './model';
import { CONVERSION } from './rules';

/** Removes people whom their niche keeps no longer, and conversions that are listed no more. Answers with how many. */
export async function clearOld(at: Date): Promise<number> {
  const gone = await ClickLeads.find({ keptUntil: { $lte: at } }, { _id: 1 }).lean();
  const ids = gone.map(({ _id }) => _id);
  if (ids.length > 0) {
    await Conversions.updateMany({ leadId: { $in: ids } }, { $set: { leadId: null } });
    await ClickLeads.deleteMany({ _id: { $in: ids } });
  }
  // Who is kept longer keeps the way they came.
  const old = { at: { $lt: after(at, -CONVERSION.keptMs) }, leadId: null };
  const { deletedCount } = await Conversions.deleteMany(old);
  return ids.length + deletedCount;
}
