import { useQuery } from '@apollo/client/react';
import type { MoneyValue } from '../../app/format';
import { type ClickChoiceInput, ReasonsOfClicksDocument } from '../../generated/disputes';
import { choiceInput, type ClaimDraft, type Disputable, type ReasonOption, sumOfChosen } from './claim';
import { countOf, ofMinor, worthOf } from './shares';

interface Claimed {
  /** The reasons as they stand for what is claimed. */
  options: readonly ReasonOption[];
  /** How many clicks; null where nothing is counted, or no such number was typed. */
  count: number | null;
  claimed: MoneyValue;
  isCounted: boolean;
  /** Which clicks, where they are named. */
  clicks: ClickChoiceInput | null;
}

/** What of a thing a draft claims: all, so many clicks at the same share each, or named ones at what each cost. */
export function useClaimed(
  { id, billed, gross, parts = [] }: Disputable,
  ofAll: readonly ReasonOption[],
  draft: ClaimDraft,
): Claimed {
  const chosen = draft.chosen ?? null;
  const clicks = chosen && chosen.keys.length > 0 ? choiceInput(chosen) : null;
  const { data } = useQuery(ReasonsOfClicksDocument, {
    variables: { clickBatchId: id, clicks: clicks ?? {} },
    skip: !clicks,
  });
  if (billed === null) return { options: ofAll, count: null, claimed: gross, isCounted: true, clicks: null };
  if (!chosen) {
    const count = countOf(draft.count ?? null, billed);
    const claimed = count === null ? gross : ofMinor(worthOf(count, billed, gross), gross);
    return { options: ofAll, count, claimed, isCounted: count !== null, clicks: null };
  }
  const { count, minor } = sumOfChosen(chosen, parts);
  // Until it is known how many of these are proven, none is.
  const options = data?.disputeReasons ?? ofAll.map((option) => ({ ...option, provenCount: 0 }));
  return { options, count, claimed: ofMinor(minor, gross), isCounted: count > 0, clicks };
}
