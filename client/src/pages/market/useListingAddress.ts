import { useSearchParams } from 'react-router';

const NAME = 'listing';

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
    openId: params.get(NAME) || null,
    addressOf(id) {
      const address = new URLSearchParams(params);
      address.set(NAME, id);
      return `?${address}`;
    },
    close() {
      setParams(
        (current) => {
          current.delete(NAME);
          return current;
        },
        // One goes back to before the preview, not into it again.
        { preventScrollReset: true, replace: true },
      );
    },
  };
}
