import { type PhoneNames } from '../alike/phoneNames';
import { Leads, type Lead } from '../model';
import { noteLater } from '../noteLater';
import { soldOutAmong } from '../shelf';
import { manyNames } from './aboutPeople';

const REASON = 'Held again: its phone number was left under many names since.';

/**
 * Notes on leads that stand already that their phone is left under many names, once for each lead. What is not sold out
 * is held again from sale by it, for a moderator to look at. Joins the caller's transaction.
 */
export async function notePlayedPhones(phones: ReadonlyMap<string, PhoneNames>, at: Date): Promise<void> {
  if (phones.size === 0) return;
  const leads = await Leads.find({
    _id: { $in: [...phones.keys()] },
    'signals.code': { $ne: 'PHONE_MANY_NAMES' },
  }).lean<Lead[]>();
  const soldOut = await soldOutAmong(leads.map(({ _id }) => _id));
  for (const lead of leads) {
    const found = manyNames(phones.get(lead._id)!);
    await noteLater(lead, [found], { at, reason: REASON, isSoldOut: soldOut.has(lead._id) });
  }
}
