import { toMinor } from '../../platform/money';
import { accounts, claimOn } from '../ledger';
import { Campaigns } from './model';

/** What campaigns claim of the accounts: what of each wallet is set aside. */
export const claimReserves = (): (() => void) =>
  claimOn('RESERVED', async () => {
    const rows = await Campaigns.aggregate<{ _id: string; total: bigint | number }>([
      { $group: { _id: '$businessId', total: { $sum: '$reservedMinor' } } },
    ]);
    return new Map(rows.map(({ _id, total }) => [accounts.reserved(_id), toMinor(total)]));
  });
