import { findRegion, regionTree, type Region } from '../catalog';
import { type CandidateBatch, type CandidateRow } from './candidate';
import { fold } from './checks/fold';
import { checkPhone } from './checks/phone';
import { finding, type Finding } from './checks/signals';
import { coarsePlace } from './coarsePlace';

interface Place {
  country: string;
  region: Region | null;
  findings: Finding[];
}

/** Country and region: what is named within the country; a place of another country only where nothing speaks for this one. */
export function findPlace({ values }: CandidateRow, batch: CandidateBatch): Place {
  const named = values.country === undefined ? undefined : findCountry(values.country);
  if (named === null) return { country: batch.country, region: null, findings: [finding('REGION_UNKNOWN')] };
  const country = named?.countryCode ?? batch.country;
  const inside = findInside(values, country);
  if (inside) return { ...inside, country, region: coarsePlace(inside.region) };
  const abroad = named ? null : findAbroad(values, country);
  if (abroad) return { country: abroad.countryCode, region: coarsePlace(abroad), findings: [] };
  const whole = regionTree().byCode(country) ?? null;
  if (!whole) return { country, region: null, findings: [finding('REGION_UNKNOWN')] };
  const isNamed = values.city !== undefined || values.region !== undefined;
  return {
    country,
    region: whole,
    findings: isNamed ? [finding('CITY_UNKNOWN', { counted: 'the whole country' })] : [],
  };
}

/**
 * The city where the region named holds it, and a capital in any case, since people name the county around it; else the
 * region: of towns of one name the catalogue may know another one. That the two do not belong together is noted.
 */
function findInside(
  { city, region }: CandidateRow['values'],
  country: string,
): { region: Region; findings: Finding[] } | null {
  const around = region === undefined ? null : (subdivision(country, region) ?? findRegion({ country, text: region }));
  const town = city === undefined ? null : findRegion({ country, text: city });
  if (!around || around.kind === 'COUNTRY') return town && { region: town, findings: [] };
  if (city === undefined) return { region: around, findings: [] };
  if (town?.tier === 'CAPITAL')
    return {
      region: town,
      findings: isNear(town, around) ? [] : [finding('CITY_OTHER_REGION', { counted: 'the city' })],
    };
  const near = findRegion({ country, text: `${city}, ${around.name}` });
  if (near && regionTree().isWithin(near._id, around._id)) return { region: near, findings: [] };
  const isElsewhere = town !== null && !regionTree().isWithin(around._id, town._id);
  return {
    region: around,
    findings: [finding(isElsewhere ? 'CITY_OTHER_REGION' : 'CITY_UNKNOWN', { counted: 'the region' })],
  };
}

/** So far out, in km, people still name the capital for where they live, or the county around it for the capital. */
const NEAR_KM = 60;

const KM_OF_DEGREE = 111;

/** Whether a region lies around a city: holds it, or has a town so near; of a region without a known town that may be. */
function isNear(city: Region, region: Region): boolean {
  const tree = regionTree();
  if (tree.isWithin(city._id, region._id)) return true;
  const [from, to] = tree.rangeOf(region._id);
  const towns = tree.list().slice(from, to + 1);
  const distances = towns.flatMap((town) => kmBetween(city, town) ?? []);
  return distances.length === 0 || Math.min(...distances) <= NEAR_KM;
}

/** On a plane, which is near enough within a country; null where either is without a place. */
function kmBetween(one: Region, other: Region): number | null {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return null;
  const east = (one.lon - other.lon) * Math.cos((one.lat * Math.PI) / 180);
  return KM_OF_DEGREE * Math.hypot(one.lat - other.lat, east);
}

let known: { tree: ReturnType<typeof regionTree>; byName: Map<string, Region> } | null = null;

/** In a column of regions a name means the subdivision, though a city bears it too: New York, Washington. */
function subdivision(country: string, text: string): Region | undefined {
  const tree = regionTree();
  if (known?.tree !== tree) {
    const subdivisions = tree.list().filter(({ kind }) => kind === 'REGION');
    const named = subdivisions.flatMap((region) =>
      [region.code, region.name, ...region.names].map(
        (name) => [`${region.countryCode} ${fold(name)}`, region] as const,
      ),
    );
    known = { tree, byName: new Map(named.reverse()) };
  }
  return known.byName.get(`${country} ${fold(text.trim())}`);
}

/**
 * A place of another country: large where the phone is of that country too, else a capital or one in letters beyond
 * ASCII. Towns of a country bear the names of cities elsewhere (Reading, Hamburg, Berlin in the United States), so a
 * phone of the batch's own country says that the person is there.
 */
function findAbroad({ city, region, phone }: CandidateRow['values'], country: string): Region | null {
  if (isOf(country, phone)) return null;
  for (const text of [city, region]) {
    const abroad = text === undefined ? null : findRegion({ text });
    if (!abroad) continue;
    const isLarge = abroad.tier !== 'ORDINARY' && isOf(abroad.countryCode, phone);
    if (isLarge || abroad.tier === 'CAPITAL' || /[^\x20-\x7e]/.test(text!)) return abroad;
  }
  return null;
}

/** Whether a phone number exists in this country's plan and is not of another country. */
function isOf(country: string, phone: string | undefined): boolean {
  const { e164, findings } = checkPhone(phone, country);
  return e164 !== null && findings.every(({ code }) => code !== 'PHONE_OTHER_COUNTRY');
}

/** Looked up among countries only: there is a city of Greece in the United States. */
function findCountry(text: string): Region | null {
  const folded = fold(text.trim());
  const isNamed = (region: Region): boolean =>
    [region.code, region.name, ...region.names].some((name) => fold(name) === folded);
  return regionTree().childrenOf(null).find(isNamed) ?? null;
}
