import { onChange, onGap } from '../../platform/changes';
import { type Money, money, toMinor } from '../../platform/money';
import { nicheTree } from '../catalog';
import { type Factors, FIRST_VALUES, UNKNOWN_COUNTRY_BPS } from './factors';
import {
  type AgencyRecordRow,
  AgencyRecords,
  basePriceId,
  type BasePriceRow,
  BasePrices,
  cellId,
  Competition,
  type CompetitionRow,
  type FactorVersionRow,
  FactorVersions,
} from './model';
import { type AgencyQuality, type AgencyRecord, type Grade, qualityOf } from './qualityRules';
import { type PricingModel } from './rules';

/**
 * What prices follow from, kept in this process and following the database: the guide, the newest settings, measured
 * competition and the agencies' records. A price is computed from it without a database command.
 */
const basePrices = new Map<string, BasePriceRow>();
const competition = new Map<string, CompetitionRow>();
const records = new Map<string, AgencyRecordRow>();
let factors: Factors = { version: 0, values: FIRST_VALUES, countries: {} };

/** The settings in force. */
export const currentFactors = (): Factors => factors;

export function keepFactors({ version, values, countries }: FactorVersionRow): void {
  if (version > factors.version) factors = { version, values: { ...FIRST_VALUES, ...values }, countries };
}

export const keepBasePrice = (row: BasePriceRow): void => void basePrices.set(row._id, row);

export interface BasePrice {
  /** Null: not sold by this model. */
  price: Money | null;
  /** The niche whose figure it is; null for the average of all. */
  fromNicheId: string | null;
}

/** The figure of the niche itself, else of the nearest one above it that has one, else the average of all. */
export function basePriceOf(nicheId: string, model: PricingModel): BasePrice {
  const path = nicheTree().pathOf(nicheId);
  for (const { _id } of path.reverse()) {
    const row = basePrices.get(basePriceId(_id, model));
    if (row) return { price: priceIn(row), fromNicheId: _id };
  }
  const average = basePrices.get(basePriceId(null, model));
  return { price: average ? priceIn(average) : null, fromNicheId: null };
}

const priceIn = ({ priceMinor, currency }: BasePriceRow): Money | null =>
  priceMinor === null ? null : money(toMinor(priceMinor), currency);

/** The index of a country by its alpha-2 code, in hundredths of a percent. */
export const countryIndexOf = (countryCode: string): number => factors.countries[countryCode] ?? UNKNOWN_COUNTRY_BPS;

/** As last measured; undefined for a cell in which nothing was wanted or offered yet. */
export const measuredCell = (nicheId: string, countryId: string): CompetitionRow | undefined =>
  competition.get(cellId(nicheId, countryId));

/** The agency's record of the last 90 days; an empty one of an agency that did nothing yet. */
export const recordOf = (agencyId: string): AgencyRecord => records.get(agencyId) ?? { sales: 0, refundedBps: 0 };

/** The agency's standing by its record; of an agency without sales x1, grade C. */
export function agencyQuality(agencyId: string): AgencyQuality {
  const record = recordOf(agencyId);
  return qualityOf(record, factors.values.QUALITY_LEAST, factors.values.QUALITY_MOST);
}

/** The grades of many agencies at once. */
export const gradesOf = (agencyIds: Iterable<string>): Map<string, Grade> =>
  new Map([...agencyIds].map((id) => [id, agencyQuality(id).grade]));

function keepRecord(id: string, row: AgencyRecordRow | null): void {
  if (row) records.set(id, row);
  else records.delete(id);
}

async function readAll(): Promise<void> {
  for (const row of await BasePrices.find().lean<BasePriceRow[]>()) keepBasePrice(row);
  for (const row of await Competition.find().lean<CompetitionRow[]>()) competition.set(row._id, row);
  for (const row of await AgencyRecords.find().lean<AgencyRecordRow[]>()) keepRecord(row._id, row);
  const newest = await FactorVersions.findOne().sort({ version: -1 }).lean<FactorVersionRow>();
  if (newest) keepFactors(newest);
}

let stops: (() => void)[] = [];

/** Listens first, reads then: a change made meanwhile is applied on top. */
export async function startMemory(): Promise<void> {
  for (const map of [basePrices, competition, records]) map.clear();
  factors = { version: 0, values: FIRST_VALUES, countries: {} };
  stops = [
    onChange<BasePriceRow>('price_guide', ({ document }) => document && keepBasePrice(document)),
    onChange<FactorVersionRow>('price_factors', ({ document }) => document && keepFactors(document)),
    onChange<CompetitionRow>('competition', ({ id, document }) =>
      document ? competition.set(id, document) : competition.delete(id),
    ),
    onChange<AgencyRecordRow>('agency_records', ({ id, document }) => keepRecord(id, document)),
    onGap(readAll),
  ];
  await readAll();
}

export async function stopMemory(): Promise<void> {
  for (const stop of stops) stop();
  stops = [];
}
