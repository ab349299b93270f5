import { type Migration } from '../../platform/manifest';
import { emitAll } from '../../platform/outbox';
import { inTransaction } from '../../platform/transaction';
import { type Lead, Leads } from './model';
import { isVerified } from './rules';

const PAGE = 200;

/**
 * Leads from before counted as verified by their agency's own double opt-in. What is on sale of them follows by the event,
 * with its price; a quote keeps its own.
 */
export const agencysWordAlone: Migration = {
  name: '0092-an-agencys-word-verifies-no-lead',
  async up() {
    let last = '';
    for (;;) {
      const page = await Leads.find({ _id: { $gt: last }, isVerified: true, 'proofs.method': 'CONFIRMED_BY_AGENCY' })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<Lead[]>();
      if (page.length > 0)
        await inTransaction(async () => {
          await emitAll(
            page.map(({ _id, agencyId }) => ({
              topic: 'lead.proven',
              aggregate: _id,
              payload: { leadId: _id, agencyId },
            })),
          );
          await Leads.updateMany(
            { _id: { $in: page.filter((lead) => !isVerified(lead.signals, lead)).map(({ _id }) => _id) } },
            { $set: { isVerified: false } },
          );
        });
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
};
