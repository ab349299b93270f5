import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Choices, EVERYTHING, readChoices, writeChoices } from './choices';

export interface ChoicesInAddress {
  choices: Choices;
  /** Each change is a step that the back button takes back. */
  change(part: Partial<Choices>): void;
  /** Lifts every filter; the order stays. */
  clear(): void;
}

/** What is chosen of the market; it lives in the address bar. */
export function useChoices(): ChoicesInAddress {
  const [params, setParams] = useSearchParams();
  const choices = useMemo(() => readChoices(params), [params]);
  const change = useCallback(
    (part: Partial<Choices>) =>
      setParams((current) => writeChoices(current, { ...readChoices(current), ...part }), { preventScrollReset: true }),
    [setParams],
  );
  const clear = useCallback(() => {
    const { sort: _sort, ...filters } = EVERYTHING;
    change(filters);
  }, [change]);
  return { choices, change, clear };
}
