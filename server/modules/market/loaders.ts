import DataLoader from 'dataloader';
import { groupBy } from '../../platform/groupBy';
import { sharingPeopleAmong } from '../accounts';
import { ownedAmong } from './buying/owned';
import { type Sale } from './sales/model';
import { salesById } from './sales/readSales';

interface Ownership {
  buyerId: string;
  leadId: string;
}

interface Trade {
  buyerId: string;
  agencyId: string;
}

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  /** Whether somebody of the buyer belongs to the agency too. */
  isOwnAgency: new DataLoader<Trade, boolean, string>(
    async (asked) => {
      const agencies = groupBy(asked, ({ buyerId }) => buyerId);
      const own = new Map<string, ReadonlySet<string>>();
      for (const [buyerId, of] of agencies) {
        own.set(buyerId, await sharingPeopleAmong(buyerId, [...new Set(of.map(({ agencyId }) => agencyId))]));
      }
      return asked.map(({ buyerId, agencyId }) => own.get(buyerId)!.has(agencyId));
    },
    { cacheKeyFn: ({ buyerId, agencyId }) => `${buyerId} ${agencyId}` },
  ),
  saleById: new DataLoader<string, Sale | null>(async (ids) => {
    const found = await salesById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  isLeadOwned: new DataLoader<Ownership, boolean, string>(
    async (asked) => {
      // A request is that of one viewer, so this is one buyer.
      const buyerIds = [...new Set(asked.map(({ buyerId }) => buyerId))];
      const leadIds = asked.map(({ leadId }) => leadId);
      const owned = new Map<string, ReadonlySet<string>>();
      for (const buyerId of buyerIds) owned.set(buyerId, await ownedAmong(buyerId, leadIds));
      return asked.map(({ buyerId, leadId }) => owned.get(buyerId)!.has(leadId));
    },
    { cacheKeyFn: ({ buyerId, leadId }) => `${buyerId} ${leadId}` },
  ),
});

export type MarketLoaders = ReturnType<typeof loaders>;
