import { type ContactBook } from './contacts';
import { CITIES, NAMES, type DemoCountry } from './names';
import { type Chance } from './random';

export interface DemoPerson {
  country: DemoCountry;
  given: string;
  family: string;
  /** As people of the country write it. */
  fullName: string;
  city: string;
  /** E.164 of a range kept for fiction; null where the country keeps none and the person gave none from abroad. */
  phone: string | null;
  email: string;
}

/** Countries that keep numbers for fiction: only there most people give one. */
const HAS_FICTION_NUMBERS: ReadonlySet<DemoCountry> = new Set(['US', 'GB', 'DE']);

export function makePerson(country: DemoCountry, chance: Chance, contacts: ContactBook): DemoPerson {
  const stock = NAMES[country];
  const isWoman = chance.happens(0.5);
  const given = chance.pick(isWoman ? stock.women : stock.men);
  const family = chance.pick(stock.families)[isWoman ? 'woman' : 'man'];
  const givesPhone = chance.happens(HAS_FICTION_NUMBERS.has(country) ? 0.9 : 0.25);
  return {
    country,
    given,
    family,
    fullName: stock.isFamilyFirst ? `${family} ${given}` : `${given} ${family}`,
    city: chance.pick(CITIES[country]),
    phone: givesPhone ? contacts.phone(HAS_FICTION_NUMBERS.has(country) ? country : chance.pick(['US', 'GB'])) : null,
    email: contacts.email(given, family),
  };
}
