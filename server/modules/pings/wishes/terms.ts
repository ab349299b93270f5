import { type BuyingWishTerms, type MarketFilter as FilterInput, type MoneyInput } from '../../../generated/graphql';
import { conflict, type InputProblem, invalidInput, invalidInputs } from '../../../platform/errors';
import { together } from '../../../platform/inputs';
import { formatMoney, MARKET_CURRENCY, money } from '../../../platform/money';
import { nicheTree, regionTree } from '../../catalog';
import { boardFilter, marketMinor } from '../../market';
import { type BuyingWish } from '../model';
import { WISH } from '../rules';

type Terms = Pick<BuyingWish, 'name' | 'filter' | 'maxPriceMinor' | 'dailyCount' | 'dailyMinor' | 'isNamed'>;

/** The terms of a wish as they are stored. Throws InvalidInput with every wrong field. */
export function readTerms(terms: BuyingWishTerms): Terms {
  const [name, filter, maxPriceMinor, dailyCount, dailyMinor] = together(
    () => readName(terms.name),
    () => readFilter(terms.filter),
    () => readAmount(terms.maxPrice, 'maxPrice'),
    () => readCount(terms.dailyCount),
    () => readAmount(terms.dailyBudget, 'dailyBudget'),
  );
  if (dailyMinor < maxPriceMinor)
    throw invalidInput('The budget of a day is no less than the highest price of one lead.', ['terms', 'dailyBudget']);
  return { name, filter, maxPriceMinor, dailyCount, dailyMinor, isNamed: terms.isNamed ?? false };
}

function readName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > WISH.longestName)
    throw invalidInput(`Give a name of 1 to ${WISH.longestName} letters.`, ['terms', 'name']);
  return name;
}

const OF_OTHER_SALES = ['models', 'kind', 'priceMin', 'priceMax', 'maxAgeHours'] as const;

function readFilter(input: FilterInput): BuyingWish['filter'] {
  const problems: InputProblem[] = [];
  const note = (field: string, message: string): void =>
    void problems.push({ message, path: ['terms', 'filter', field] });
  const { nicheIds, regionIds } = input;
  if (!nicheIds?.length) note('nicheIds', 'Choose what to buy: at least one niche.');
  else if (nicheIds.some((id) => !nicheTree().byId(id))) note('nicheIds', 'There is no such niche.');
  if (!regionIds?.length) note('regionIds', 'Choose where to buy: at least one region.');
  else if (regionIds.some((id) => !regionTree().byId(id))) note('regionIds', 'There is no such region.');
  for (const field of OF_OTHER_SALES) {
    const isGiven = Array.isArray(input[field])
      ? input[field].length > 0
      : input[field] !== undefined && input[field] !== null;
    if (isGiven)
      note(field, 'A buying wish has no such condition: it buys single new leads, each up to its highest price.');
  }
  if (problems.length > 0) throw invalidInputs(problems);
  return boardFilter(input);
}

function readCount(count: number): number {
  if (count < 1 || count > WISH.mostDailyCount)
    throw invalidInput(`Give 1 to ${WISH.mostDailyCount} leads a day.`, ['terms', 'dailyCount']);
  return count;
}

function readAmount(amount: MoneyInput, field: string): bigint {
  const minor = BigInt(marketMinor(amount, ['terms', field]));
  if (minor < 1n || minor > WISH.mostMinor)
    throw invalidInput('The amount is over 0 and at most 100,000.00.', ['terms', field]);
  return minor;
}

/**
 * Whether automatic buying was agreed to: only by saying the budget of a day once more, so that nobody agrees to another
 * amount than is at stake. Throws InvalidInput.
 */
export function isAgreed(
  agreed: MoneyInput | null | undefined,
  { dailyMinor }: Pick<BuyingWish, 'dailyMinor'>,
): boolean {
  if (!agreed) return false;
  if (agreed.minor === dailyMinor && agreed.currency === MARKET_CURRENCY) return true;
  const stake = formatMoney(money(dailyMinor, MARKET_CURRENCY));
  throw invalidInput(`The wish may spend ${stake} a day: agree to that amount, or change the budget.`, [
    'agreedPerDay',
  ]);
}

export const nameTaken = (): Error =>
  conflict('You have a buying wish of that name. Nothing was done; give another name.');
