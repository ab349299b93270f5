import { IANAZone } from 'luxon';
import { z } from 'zod';
import { config } from '../../config';
import {
  type CampaignTerms,
  type MoneyInput,
  type OpenHoursInput,
  type PricingModel,
  type Weekday,
} from '../../generated/graphql';
import { conflict, invalidInput } from '../../platform/errors';
import { line, readInput, together, words } from '../../platform/inputs';
import { formatMoney, MARKET_CURRENCY, money } from '../../platform/money';
import { nicheTree, regionTree } from '../catalog';
import { marketMinor } from '../market';
import { isSoldBy } from '../pricing';
import { type Hours } from './hours';
import { readCallTarget } from './callTarget';
import { type CampaignModel, type CampaignTermsKept } from './model';
import { CAMPAIGN } from './rules';
import { webTarget } from '../../platform/webTarget';

const texts = z.object({
  name: line(2, 80, 'Give a name of 2 to 80 characters.'),
  description: words(0, 1000, 'At most 1,000 characters.'),
});

/** The terms of a campaign as they are stored. Throws InvalidInput with every wrong field. */
export function readTerms(terms: CampaignTerms): CampaignTermsKept {
  const model = readModel(terms.model ?? 'CLICK');
  const [said, nicheId, regionIds, target, maxPriceMinor, timeZone, hours, dayMinor, weekMinor, totalMinor] = together(
    () => readInput(texts, { name: terms.name, description: terms.description ?? '' }, ['terms']),
    () => readNiche(terms.nicheId, model),
    () => readRegions(terms.regionIds),
    () => (model === 'CALL' ? readCallTarget(terms) : { targetUrl: readTarget(terms.targetUrl ?? '') }),
    () => readAmount(terms.maxPrice, 'maxPrice', CAMPAIGN.mostMinor),
    () => readZone(terms.timeZone),
    () => readHours(terms.hours ?? []),
    () => readAmount(terms.dayBudget, 'dayBudget', CAMPAIGN.mostMinor),
    () => (terms.weekBudget ? readAmount(terms.weekBudget, 'weekBudget', CAMPAIGN.mostTotalMinor) : null),
    () => (terms.totalBudget ? readAmount(terms.totalBudget, 'totalBudget', CAMPAIGN.mostTotalMinor) : null),
  );
  const kept = { maxPriceMinor, dayMinor, weekMinor, totalMinor };
  requireOrder(kept);
  const isSpread = terms.isSpread ?? false;
  const where = { model, nicheId, regionIds, ...target };
  return { ...said, ...where, ...kept, timeZone, hours, isSpread };
}

/** A budget that does not hold one visit, or a longer span that holds less than a shorter one, is a slip. */
function requireOrder({
  maxPriceMinor,
  dayMinor,
  weekMinor,
  totalMinor,
}: Pick<CampaignTermsKept, 'maxPriceMinor' | 'dayMinor' | 'weekMinor' | 'totalMinor'>): void {
  together(
    () => {
      if (dayMinor < maxPriceMinor)
        throw invalidInput('The budget of a day is no less than the highest price of one visit.', [
          'terms',
          'dayBudget',
        ]);
    },
    () => {
      if (weekMinor !== null && weekMinor < dayMinor)
        throw invalidInput('The budget of a week is no less than that of a day.', ['terms', 'weekBudget']);
    },
    () => {
      if (totalMinor !== null && totalMinor < maxPriceMinor)
        throw invalidInput('The whole budget is no less than the highest price of one visit.', [
          'terms',
          'totalBudget',
        ]);
    },
  );
}

function readModel(model: PricingModel): CampaignModel {
  if (model !== 'LEAD') return model;
  throw invalidInput('A campaign is paid per click or per call. Leads are bought on the market.', ['terms', 'model']);
}

function readNiche(id: string, model: CampaignModel): string {
  const niche = nicheTree().byId(id);
  if (!niche) throw invalidInput(id === '' ? 'Choose a niche.' : 'There is no such niche.', ['terms', 'nicheId']);
  if (!isSoldBy(id, model))
    throw invalidInput(
      model === 'CALL'
        ? `${niche.name} is not sold per call. Choose another niche.`
        : `${niche.name} is not sold per click. Choose another niche.`,
      ['terms', 'nicheId'],
    );
  return id;
}

function readRegions(given: readonly string[]): string[] {
  const ids = [...new Set(given)];
  if (ids.length === 0) throw invalidInput('Choose where to buy: at least one region.', ['terms', 'regionIds']);
  if (ids.length > CAMPAIGN.mostRegions)
    throw invalidInput(`Choose at most ${CAMPAIGN.mostRegions} regions.`, ['terms', 'regionIds']);
  if (ids.some((id) => !regionTree().byId(id))) throw invalidInput('There is no such region.', ['terms', 'regionIds']);
  return ids;
}

function readTarget(text: string): string {
  const read = webTarget(text, new URL(config.publicUrl).hostname);
  if ('fault' in read) throw invalidInput(read.fault, ['terms', 'targetUrl']);
  return read.url;
}

function readZone(text: string): string {
  if (!IANAZone.isValidZone(text))
    throw invalidInput('Give a time zone such as Africa/Nairobi.', ['terms', 'timeZone']);
  return text;
}

const WEEKDAYS: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
/** The day's name for a number, 1 Monday … 7 Sunday. */
export const weekdayOf = (number: number): Weekday => WEEKDAYS[number - 1]!;

const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

function minutesOf(text: string): number | null {
  const match = TIME.exec(text);
  if (!match) return null;
  return text === '24:00' ? 24 * 60 : Number(match[1]) * 60 + Number(match[2]);
}

/** Minutes since the start of a day as the time of the day. */
export const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function readHours(given: readonly OpenHoursInput[]): Hours[] {
  const path = ['terms', 'hours'];
  if (given.length > CAMPAIGN.mostHours) throw invalidInput(`Give at most ${CAMPAIGN.mostHours} spans.`, path);
  return given.map(({ days, from, to }) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    if (start === null || end === null) throw invalidInput('Give times of the day such as 08:00.', path);
    if (start >= end) throw invalidInput('A span of hours ends after it begins. Give a night as two spans.', path);
    if (days.length === 0) throw invalidInput('Choose at least one day for each span of hours.', path);
    return { days: [...new Set(days)].map((day) => WEEKDAYS.indexOf(day) + 1).sort(), from: start, to: end };
  });
}

function readAmount(amount: MoneyInput, field: string, most: bigint): bigint {
  const minor = BigInt(marketMinor(amount, ['terms', field]));
  if (minor < 1n || minor > most)
    throw invalidInput(`The amount is over 0 and at most ${formatMoney(money(most, MARKET_CURRENCY))}.`, [
      'terms',
      field,
    ]);
  return minor;
}

/**
 * Whether automatic spending was agreed to: only by saying the budget of a day once more, so that nobody agrees to another
 * amount than is at stake. Throws InvalidInput.
 */
export function isAgreed(
  agreed: MoneyInput | null | undefined,
  { dayMinor }: Pick<CampaignTermsKept, 'dayMinor'>,
): boolean {
  if (!agreed) return false;
  if (agreed.minor === dayMinor && agreed.currency === MARKET_CURRENCY) return true;
  const stake = formatMoney(money(dayMinor, MARKET_CURRENCY));
  throw invalidInput(`The campaign may spend ${stake} a day: agree to that amount, or change the budget.`, [
    'agreedPerDay',
  ]);
}

export const tooMany = (): Error =>
  conflict(`A business has at most ${CAMPAIGN.mostOfBusiness} campaigns that are not over. End one first.`);
