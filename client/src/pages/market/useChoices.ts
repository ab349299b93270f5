import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { changedChoices, type Choices, EVERYTHING, isOfPage, readChoices, VIEW, writeChoices } from './choices';

export interface ChoicesInAddress {
  choices: Choices;
  /** The address where it says more, or says it otherwise, than these choices do. */
  odd: URLSearchParams | null;
  /** Each change is a step that the back button takes back. */
  change(part: Partial<Choices>): void;
  /** Lifts every filter; the order stays. */
  clear(): void;
}

/** What is chosen of the market; it lives in the address bar. */
export function useChoices(): ChoicesInAddress {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const choices = useMemo(() => readChoices(params), [params]);
  const change = useCallback(
    (part: Partial<Choices>) =>
      changeAddress((now) => writeChoices(now, changedChoices(readChoices(now), choices, part)), {
        preventScrollReset: true,
      }),
    [changeAddress, choices],
  );
  const clear = useCallback(() => {
    const { sort: _sort, ...filters } = EVERYTHING;
    change(filters);
  }, [change]);
  const isPlain =
    `${writeChoices(params, choices)}` === `${params}` &&
    [...params].every(([name, value]) => isOfPage(name) && (name !== VIEW || value === 'cards'));
  const odd = isPlain ? null : params;
  return { choices, odd, change, clear };
}
