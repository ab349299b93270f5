import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../../app/address';
import type { UsageFilter } from './incoming';

export interface ChosenFilter<Verdict extends string> {
  filter: UsageFilter<Verdict>;
  choose(name: 'verdict' | 'sub', value: string | null): void;
}

/** Which clicks or calls the address asks for. */
export function useUsageFilter<Verdict extends string>(verdicts: readonly Verdict[]): ChosenFilter<Verdict> {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  return {
    filter: {
      verdict: verdicts.find((verdict) => verdict === params.get('verdict')) ?? null,
      subId: params.get('sub'),
    },
    choose: (name, value) =>
      changeAddress(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === null) after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}
