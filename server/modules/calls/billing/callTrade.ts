import { toMinor } from '../../../platform/money';
import { type OtherTrade } from '../../market';
import { type CallMoneyState, Calls } from '../model';

interface Sums {
  _id: CallMoneyState;
  net: bigint | number;
  fee: bigint | number;
  refunded: bigint | number;
}

const sumsOf = (match: object): Promise<Sums[]> =>
  Calls.aggregate<Sums>([
    { $match: { ...match, money: { $ne: 'NONE' } } },
    {
      $group: {
        _id: '$money',
        net: { $sum: '$netMinor' },
        fee: { $sum: '$feeMinor' },
        refunded: { $sum: '$refundedMinor' },
      },
    },
  ]);

const HELD: readonly CallMoneyState[] = ['HELD', 'DISPUTED'];
const BILLED: readonly CallMoneyState[] = [...HELD, 'REFUNDED', 'RELEASED'];

const total = (sums: readonly Sums[], states: readonly CallMoneyState[], of: 'net' | 'fee' | 'refunded'): bigint =>
  sums.filter(({ _id }) => states.includes(_id)).reduce((sum, row) => sum + toMinor(row[of]), 0n);

/** What is earned and held by calls. */
export const callTrade: OtherTrade = {
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
