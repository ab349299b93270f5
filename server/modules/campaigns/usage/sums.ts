import { type PipelineStage } from 'mongoose';
import { toMinor } from '../../../platform/money';
import { within } from '../../../platform/span';
import { accounts, claimOn } from '../../ledger';
import { type OtherTrade } from '../../market';

/**
 * Where the billed things of a kind lie, and which of their fields says where the money is: HELD, DISPUTED, REFUNDED or
 * RELEASED; whatever else it says is not billed.
 */
export interface BilledThings {
  model: OtherTrade['model'];
  /** How many visits or calls one of them is. */
  count: number | string;
  things: { aggregate<Row>(pipeline: PipelineStage[]): PromiseLike<Row[]> };
  state: string;
}

type Sum = { _id: string | null; total: bigint | number };

/** What is not refunded. */
const KEPT = { $add: ['$netMinor', '$feeMinor'] };

/** What they claim of the accounts: holds while held or disputed, earnings and fees once released. Answers with how to stop. */
export function claimUsage({ things, state }: BilledThings): () => void {
  const sums =
    (is: object | string, field: object | string, accountOf: (agencyId: string) => string, by: string | null) =>
    async (): Promise<Map<string, bigint>> => {
      const rows = await things.aggregate<Sum>([
        { $match: { [state]: is } },
        { $group: { _id: by, total: { $sum: field } } },
      ]);
      return new Map(rows.map(({ _id, total }) => [accountOf(_id ?? ''), toMinor(total)]));
    };
  const stops = [
    claimOn('HOLD', sums({ $in: ['HELD', 'DISPUTED'] }, KEPT, accounts.hold, '$agencyId')),
    claimOn('PAYABLE', sums('RELEASED', '$netMinor', accounts.payable, '$agencyId')),
    claimOn('REVENUE', sums('RELEASED', '$feeMinor', accounts.revenue, null)),
  ];
  return () => stops.forEach((stop) => stop());
}

const HELD = ['HELD', 'DISPUTED'];
const BILLED = [...HELD, 'REFUNDED', 'RELEASED'];

interface Sums {
  _id: string;
  net: bigint | number;
  fee: bigint | number;
  refunded: bigint | number;
}

interface NicheSums {
  _id: string;
  count: number;
  net: bigint | number;
  releasedCount: number;
  releasedNet: bigint | number;
}

const ifReleased = (state: string, value: number | string): object => ({
  $cond: [{ $eq: [`$${state}`, 'RELEASED'] }, value, 0],
});

/** What is earned and held by them: they count from when they are billed. */
export function usageTrade({ model, count, things, state }: BilledThings): OtherTrade {
  const sumsOf = (match: object): PromiseLike<Sums[]> =>
    things.aggregate<Sums>([
      { $match: { ...match, [state]: { $in: BILLED } } },
      {
        $group: {
          _id: `$${state}`,
          net: { $sum: '$netMinor' },
          fee: { $sum: '$feeMinor' },
          refunded: { $sum: '$refundedMinor' },
        },
      },
    ]);
  const total = (sums: readonly Sums[], states: readonly string[], of: 'net' | 'fee' | 'refunded'): bigint =>
    sums.filter(({ _id }) => states.includes(_id)).reduce((sum, row) => sum + toMinor(row[of]), 0n);
  return {
    model,
    async earnedByNiche({ agencyId, from, to }) {
      const rows = await things.aggregate<NicheSums>([
        { $match: { agencyId, [state]: { $in: [...HELD, 'RELEASED'] }, ...within('heldAt', from, to) } },
        {
          $group: {
            _id: '$nicheId',
            count: { $sum: count },
            net: { $sum: '$netMinor' },
            releasedCount: { $sum: ifReleased(state, count) },
            releasedNet: { $sum: ifReleased(state, '$netMinor') },
          },
        },
        { $sort: { net: -1, _id: 1 } },
      ]);
      return rows.map(({ _id, net, releasedNet, ...counts }) => ({
        nicheId: _id,
        netMinor: toMinor(net),
        releasedNetMinor: toMinor(releasedNet),
        ...counts,
      }));
    },
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
}
