import { toMinor } from '../../../platform/money';
import { accounts, claimOn } from '../../ledger';
import { Sales } from './model';

type Sum = { _id: string | null; total: bigint | number };

/** Sums over sales by agency, or over all, as balances of accounts. */
const sums =
  (match: object, sum: object | string, accountOf: (agencyId: string) => string, by: string | null = '$agencyId') =>
  async (): Promise<Map<string, bigint>> => {
    const rows = await Sales.aggregate<Sum>([{ $match: match }, { $group: { _id: by, total: { $sum: sum } } }]);
    return new Map(rows.map(({ _id, total }) => [accountOf(_id ?? ''), toMinor(total)]));
  };

const KEPT = { $add: ['$netMinor', '$feeMinor'] };

/** What sales claim of the accounts: holds while held or disputed, earnings and fees once released. */
export function claimSales(): () => void {
  const stops = [
    claimOn('HOLD', sums({ state: { $in: ['HELD', 'DISPUTED'] } }, KEPT, accounts.hold)),
    claimOn('PAYABLE', sums({ state: 'RELEASED' }, '$netMinor', accounts.payable)),
    claimOn('REVENUE', sums({ state: 'RELEASED' }, '$feeMinor', accounts.revenue, null)),
  ];
  return () => stops.forEach((stop) => stop());
}
