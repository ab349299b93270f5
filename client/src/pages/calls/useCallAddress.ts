import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';

const NAME = 'call';

/** Which call is looked at stands in the address: it can be shared, and the back button closes it. */
export function useCallAddress() {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  return {
    openId: params.get(NAME) || null,
    addressOf(id: string): string {
      const address = new URLSearchParams(params);
      address.set(NAME, id);
      return `?${address}`;
    },
    close: (): void =>
      changeAddress(
        (before) => {
          before.delete(NAME);
          return before;
        },
        // One goes back to before the call, not into it again.
        { preventScrollReset: true, replace: true },
      ),
  };
}
