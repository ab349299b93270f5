import { useSearchParams } from 'react-router';
import { LISTING } from './choices';

export interface ListingAddress {
  /** The listing whose preview is open. */
  openId: string | null;
  addressOf(id: string): string;
  close(): void;
}

/** Which preview is open stands in the address: it can be shared, and the back button closes it. */
export function useListingAddress(): ListingAddress {
  const [params, setParams] = useSearchParams();
  return {
    openId: params.get(LISTING) || null,
    addressOf(id) {
      const address = new URLSearchParams(params);
      address.set(LISTING, id);
      return `?${address}`;
    },
    close() {
      setParams(
        (current) => {
          current.delete(LISTING);
          return current;
        },
        // One goes back to before the preview, not into it again.
        { preventScrollReset: true, replace: true },
      );
    },
  };
}
