import { useApolloClient } from '@apollo/client/react';
import type { QuoteInput } from '../../generated/buying';
import type { MarketFilter } from '../../generated/market';
import { late } from '../../ui/late';
import type { PreviewedListing } from './preview/ListingDrawer';
import type { ListingAddress } from './useListingAddress';
import type { Picks } from './usePicks';

const ListingDrawer = late(() => import('./preview/ListingDrawer'));
const PurchaseDialog = late(() => import('./buying/PurchaseDialog'));
const BestDialog = late(() => import('./buying/BestDialog'));
const MarketKeys = late(() => import('./MarketKeys'));

/** What is open above the market. A purchase of the best of a search lies above the question for it. */
export type Dialog = { kind: 'keys' } | { kind: 'best'; wish?: QuoteInput } | { kind: 'purchase'; wish: QuoteInput };

interface DialogsProps {
  dialog: Dialog | null;
  onDialog(dialog: Dialog | null): void;
  listing: ListingAddress;
  picks: Picks | null;
  filter: MarketFilter | null;
  totalCount: number;
  filterWords: readonly string[];
}

/** The drawer and the dialogs of the market; their code is loaded when they are opened first. */
export function Dialogs({ dialog, onDialog, listing, picks, filter, ...search }: DialogsProps) {
  const { cache } = useApolloClient();
  const wish = dialog && 'wish' in dialog ? dialog.wish : undefined;
  return (
    <>
      {listing.openId && (
        <ListingDrawer
          key={listing.openId}
          id={listing.openId}
          picks={picks}
          onClose={listing.close}
          onBuy={(one) => onDialog({ kind: 'purchase', wish: wishFor(one) })}
        />
      )}
      {dialog?.kind === 'best' && filter && (
        <BestDialog
          filter={filter}
          {...search}
          onClose={() => onDialog(null)}
          onWish={(best) => onDialog({ kind: 'best', wish: best })}
        />
      )}
      {wish && (
        <PurchaseDialog
          wish={wish}
          onClose={() => onDialog(dialog?.kind === 'best' ? { kind: 'best' } : null)}
          onKnown={(ownIds, goneIds) => {
            for (const id of ownIds) {
              cache.modify({ id: cache.identify({ __typename: 'Listing', id }), fields: { isOwned: () => true } });
            }
            picks?.drop([...ownIds, ...goneIds]);
          }}
        />
      )}
      {dialog?.kind === 'keys' && <MarketKeys onClose={() => onDialog(null)} />}
    </>
  );
}

const wishFor = ({ id, kind }: PreviewedListing): QuoteInput => (kind === 'LOT' ? { lotId: id } : { listingIds: [id] });
