import { type EraseMyDataInput } from '../../generated/graphql';
import { takeOne } from '../../platform/limits';
import { erasePerson } from '../leads';
import { eraseBeside } from './heldBeside';
import { Challenges, type ErasureRow, Erasures } from './model';
import { receiptOf, sendReceipt } from './receipts';
import { RIGHTS_LIMIT } from './rules';
import { challengesIn, requireContacts, sessionOver } from './session';

/**
 * Erases all that is held under the contacts that were proven, keeps them out for good, and gives a receipt, which is sent
 * too. Whoever received it is told by the events. Asked again by the same token it gives the same receipt, at once too.
 * Errors: SessionOver, Busy, TooManyRequests.
 */
export async function eraseMyData({ token }: EraseMyDataInput, ip: string): Promise<{ receipt: ErasureRow }> {
  await takeOne(RIGHTS_LIMIT.readPerIp, ip);
  const challengeIds = challengesIn(token);
  const earlier = await receiptBy(challengeIds);
  if (earlier) return { receipt: earlier };
  const contacts = await requireContacts(token);
  const receipt = await erasePerson(contacts, async (leadIds) => {
    const { deletedCount } = await Challenges.deleteMany({ contactHash: { $in: contacts.map(({ hash }) => hash) } });
    // Another request was first, and has erased it all.
    if (deletedCount === 0) return null;
    const channels = contacts.map(({ channel }) => channel);
    const beside = await eraseBeside(contacts);
    const row = { ...(await receiptOf(channels, leadIds, beside)), challengeIds };
    await Erasures.insertMany([row], { lean: true });
    for (const contact of contacts) await sendReceipt(contact, row);
    return row;
  });
  const made = receipt ?? (await receiptBy(challengeIds));
  if (!made) throw sessionOver();
  return { receipt: made };
}

/** As it is now: it may have been made a moment ago. */
async function receiptBy(challengeIds: readonly string[]): Promise<ErasureRow | null> {
  if (challengeIds.length === 0) return null;
  return Erasures.findOne({ challengeIds: { $in: [...challengeIds] } })
    .readConcern('local')
    .lean<ErasureRow>();
}
