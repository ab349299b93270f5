import { type Invariant } from '../../platform/manifest';
import { database } from '../../platform/database';
import { toMinor } from '../../platform/money';
import { type Sale, salesById } from '../market';
import { disputeIdOf } from './ids';
import { type DisputeRow, Disputes } from './model';
import { isRunning } from './states';

const AT_ONCE = 500;

/** What a sale must look like beside its dispute; null when it does. */
function mismatch(dispute: DisputeRow, sale: Sale | undefined): string | null {
  const name = `${dispute._id} is ${dispute.state}`;
  if (!sale) return `${name} and has no sale`;
  if (isRunning(dispute.state) !== (sale.state === 'DISPUTED')) return `${name}, its sale ${sale.state}`;
  // What a review cancelled after its dispute went back without it.
  if (sale.isCancelled) return null;
  const refunded = toMinor(dispute.refundedMinor);
  if (refunded !== sale.refundedMinor) return `${name} and refunded ${refunded}, its sale says ${sale.refundedMinor}`;
  const isFull = refunded === sale.grossMinor;
  return isFull === (sale.state === 'REFUNDED') ? null : `${name} and refunded ${refunded}, its sale is ${sale.state}`;
}

async function disputesBesideSales(): Promise<string[]> {
  const violations: string[] = [];
  let chunk: DisputeRow[] = [];
  const look = async (): Promise<void> => {
    const sales = await salesById(chunk.map(({ saleId }) => saleId));
    for (const dispute of chunk) {
      const violation = mismatch(dispute, sales.get(dispute.saleId));
      if (violation) violations.push(violation);
    }
    chunk = [];
  };
  for await (const dispute of Disputes.find().lean<DisputeRow>().cursor()) {
    chunk.push(dispute);
    if (chunk.length === AT_ONCE) await look();
  }
  await look();
  return violations;
}

async function salesWithoutDispute(): Promise<string[]> {
  const sales = database()
    .collection<{ _id: string; state: string; isCancelled?: boolean }>('sales')
    .find({ state: { $in: ['DISPUTED', 'REFUNDED'] }, isCancelled: { $ne: true } }, { projection: { state: 1 } });
  const violations: string[] = [];
  for await (const { _id, state } of sales) {
    const isKnown = await Disputes.exists({ _id: disputeIdOf(_id) });
    if (!isKnown) violations.push(`${_id} is ${state} without a dispute`);
  }
  return violations;
}

export const invariants: Invariant[] = [
  { code: 'I18', title: 'every dispute and its sale agree on state and money', check: disputesBesideSales },
  {
    code: 'I18',
    title: 'every disputed or refunded sale that no review cancelled has its dispute',
    check: salesWithoutDispute,
  },
];
