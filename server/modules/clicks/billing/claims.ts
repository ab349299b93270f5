import { toMinor } from '../../../platform/money';
import { accounts, claimOn } from '../../ledger';
import { ClickBatches } from '../model';

type Sum = { _id: string | null; total: bigint | number };

const sums =
  (match: object, field: object | string, accountOf: (agencyId: string) => string, by: string | null = '$agencyId') =>
  async (): Promise<Map<string, bigint>> => {
    const rows = await ClickBatches.aggregate<Sum>([
      { $match: match },
      { $group: { _id: by, total: { $sum: field } } },
    ]);
    return new Map(rows.map(({ _id, total }) => [accountOf(_id ?? ''), toMinor(total)]));
  };

const KEPT = { $add: ['$netMinor', '$feeMinor'] };

/** What batches of clicks claim of the accounts: holds while held or disputed, earnings and fees once released. */
export function claimBatches(): () => void {
  const stops = [
    claimOn('HOLD', sums({ state: { $in: ['HELD', 'DISPUTED'] } }, KEPT, accounts.hold)),
    claimOn('PAYABLE', sums({ state: 'RELEASED' }, '$netMinor', accounts.payable)),
    claimOn('REVENUE', sums({ state: 'RELEASED' }, '$feeMinor', accounts.revenue, null)),
  ];
  return () => stops.forEach((stop) => stop());
}
