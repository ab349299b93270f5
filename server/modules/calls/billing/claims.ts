import { toMinor } from '../../../platform/money';
import { accounts, claimOn } from '../../ledger';
import { Calls } from '../model';

type Sum = { _id: string | null; total: bigint | number };

const sums =
  (match: object, field: object | string, accountOf: (agencyId: string) => string, by: string | null = '$agencyId') =>
  async (): Promise<Map<string, bigint>> => {
    const rows = await Calls.aggregate<Sum>([{ $match: match }, { $group: { _id: by, total: { $sum: field } } }]);
    return new Map(rows.map(({ _id, total }) => [accountOf(_id ?? ''), toMinor(total)]));
  };

const KEPT = { $add: ['$netMinor', '$feeMinor'] };

/** What calls claim of the accounts: holds while held or disputed, earnings and fees once released. */
export function claimCalls(): () => void {
  const stops = [
    claimOn('HOLD', sums({ money: { $in: ['HELD', 'DISPUTED'] } }, KEPT, accounts.hold)),
    claimOn('PAYABLE', sums({ money: 'RELEASED' }, '$netMinor', accounts.payable)),
    claimOn('REVENUE', sums({ money: 'RELEASED' }, '$feeMinor', accounts.revenue, null)),
  ];
  return () => stops.forEach((stop) => stop());
}
