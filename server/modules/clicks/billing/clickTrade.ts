import { toMinor } from '../../../platform/money';
import { type OtherTrade } from '../../market';
import { type BatchState, ClickBatches } from '../model';

interface Sums {
  _id: BatchState;
  net: bigint | number;
  fee: bigint | number;
  refunded: bigint | number;
}

const sumsOf = (match: object): Promise<Sums[]> =>
  ClickBatches.aggregate<Sums>([
    { $match: { ...match, state: { $in: ['HELD', 'DISPUTED', 'REFUNDED', 'RELEASED'] } } },
    {
      $group: {
        _id: '$state',
        net: { $sum: '$netMinor' },
        fee: { $sum: '$feeMinor' },
        refunded: { $sum: '$refundedMinor' },
      },
    },
  ]);

const HELD: readonly BatchState[] = ['HELD', 'DISPUTED'];
const BILLED: readonly BatchState[] = [...HELD, 'REFUNDED', 'RELEASED'];

const total = (sums: readonly Sums[], states: readonly BatchState[], of: 'net' | 'fee' | 'refunded'): bigint =>
  sums.filter(({ _id }) => states.includes(_id)).reduce((sum, row) => sum + toMinor(row[of]), 0n);

/** What is earned and held by clicks: batches count from when they are billed. */
export const clickTrade: OtherTrade = {
  async earned(agencyId) {
    const sums = await sumsOf({ agencyId });
    return {
      heldMinor: total(sums, HELD, 'net') + total(sums, HELD, 'fee'),
      heldNetMinor: total(sums, HELD, 'net'),
      netMinor: total(sums, ['RELEASED'], 'net'),
      feeMinor: total(sums, ['RELEASED'], 'fee'),
      refundedMinor: total(sums, BILLED, 'refunded'),
    };
  },
  async held(businessId) {
    const sums = await sumsOf({ businessId });
    return total(sums, HELD, 'net') + total(sums, HELD, 'fee');
  },
};
