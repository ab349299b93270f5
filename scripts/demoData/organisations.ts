import { type DemoCountry } from './names';

/** How carefully an agency works: shares of its rows, from 0 to 1. */
interface Honesty {
  /** Rows that it sold before, or that another agency brought. */
  resent: number;
  /** Made-up people: keyboard runs, joke names, numbers that cannot exist. */
  madeUp: number;
  /** Rows without a consent record. */
  withoutConsent: number;
  /** Contacts that are no good in a way that no check sees: what its buyers find when they call, and claim. */
  slips: number;
  /** People who confirmed their address by a link. */
  confirmed: number;
}

const CAREFUL: Honesty = { resent: 0.01, madeUp: 0, withoutConsent: 0.01, slips: 0.02, confirmed: 0.55 };
const ORDINARY: Honesty = { resent: 0.04, madeUp: 0.02, withoutConsent: 0.03, slips: 0.06, confirmed: 0.25 };
const CARELESS: Honesty = { resent: 0.08, madeUp: 0.05, withoutConsent: 0.08, slips: 0.15, confirmed: 0.1 };
const DISHONEST: Honesty = { resent: 0.2, madeUp: 0.18, withoutConsent: 0.12, slips: 0.3, confirmed: 0.02 };

export interface DemoAgency {
  name: string;
  owner: string;
  /** Before the @ of leadbourse.example. */
  login: string;
  country: DemoCountry;
  /** Where its leads come from. */
  countries: readonly DemoCountry[];
  niches: readonly string[];
  honesty: Honesty;
  /** The dearest niches are sold to one buyer, the others to up to three. */
  sharesLeads: boolean;
  /** Whether it answers disputes, or lets its clock run out. */
  answersDisputes: boolean;
}

export interface DemoBusiness {
  name: string;
  owner: string;
  login: string;
  country: DemoCountry;
  wants: readonly { niche: string; country: DemoCountry }[];
  /** What it pays in at the start, in US dollars. */
  fundsDollars: number;
}

export const demoAgencies: readonly DemoAgency[] = [
  {
    name: 'Harbour Leads',
    owner: 'Naliaka Wafula',
    login: 'agency',
    country: 'KE',
    countries: ['KE', 'TZ', 'GB'],
    niches: ['motor-insurance', 'personal-loan', 'car-sales', 'courses', 'internet-providers'],
    honesty: CAREFUL,
    sharesLeads: true,
    answersDisputes: true,
  },
  {
    name: 'Αιγαίο Επαφές',
    owner: 'Φωτεινή Ρήγα',
    login: 'aegean',
    country: 'GR',
    countries: ['GR'],
    niches: ['home-services', 'kitchens', 'tourism', 'medical', 'real-estate', 'motor-insurance'],
    honesty: CAREFUL,
    sharesLeads: true,
    answersDisputes: true,
  },
  {
    name: 'Արարատ Դիմանդ',
    owner: 'Գայանե Մովսիսյան',
    login: 'ararat',
    country: 'AM',
    countries: ['AM', 'UZ'],
    niches: ['mortgage', 'courses', 'b2b-software', 'real-estate', 'medical'],
    honesty: ORDINARY,
    sharesLeads: true,
    answersDisputes: true,
  },
  {
    name: 'Ipak Yoʻli Leads',
    owner: 'Otabek Sobirov',
    login: 'ipak-yoli',
    country: 'UZ',
    countries: ['UZ'],
    niches: ['car-loan', 'car-sales', 'degrees', 'taxi', 'apps'],
    honesty: CARELESS,
    sharesLeads: true,
    answersDisputes: false,
  },
  {
    name: 'Duna Érdeklődők',
    owner: 'Boglárka Szűcs',
    login: 'duna',
    country: 'HU',
    countries: ['HU', 'DE'],
    niches: ['home-insurance', 'roofing', 'life-insurance', 'tourism', 'car-repair'],
    honesty: ORDINARY,
    sharesLeads: true,
    answersDisputes: true,
  },
  {
    name: 'Thames & Rhine Enquiries',
    owner: 'Harriet Whittaker',
    login: 'thames-rhine',
    country: 'GB',
    countries: ['GB', 'DE', 'US'],
    niches: ['health-insurance', 'business-services', 'b2b-software', 'legal', 'mortgage'],
    honesty: CAREFUL,
    sharesLeads: false,
    answersDisputes: true,
  },
  {
    name: 'Prairie Prospects',
    owner: 'Tyler Henderson',
    login: 'prairie',
    country: 'US',
    countries: ['US'],
    niches: ['roofing', 'personal-injury', 'motor-insurance', 'test-drives', 'e-commerce'],
    honesty: CARELESS,
    sharesLeads: true,
    answersDisputes: true,
  },
  {
    name: 'Rapid Clicks Factory',
    owner: 'Derek Long',
    login: 'rapid-clicks',
    country: 'US',
    countries: ['US', 'GB', 'TZ'],
    niches: ['online-games', 'personal-loan', 'deposits', 'courier', 'trainings'],
    honesty: DISHONEST,
    sharesLeads: true,
    answersDisputes: false,
  },
];

/** Agencies that have just signed up and wait to be approved. */
export const demoApplicants: readonly Pick<DemoAgency, 'name' | 'owner' | 'login' | 'country'>[] = [
  { name: 'Nordlicht Anfragen', owner: 'Anneliese Brandt', login: 'nordlicht', country: 'DE' },
  { name: 'Kilimanjaro Contacts', owner: 'Upendo Massawe', login: 'kilimanjaro', country: 'TZ' },
];

export const demoBusinesses: readonly DemoBusiness[] = [
  {
    name: 'Savanna Cover',
    owner: 'Grace Kilonzo',
    login: 'business',
    country: 'KE',
    fundsDollars: 9000,
    wants: [
      { niche: 'insurance', country: 'KE' },
      { niche: 'insurance', country: 'TZ' },
      { niche: 'cars', country: 'KE' },
    ],
  },
  {
    name: 'Kilima Finance',
    owner: 'Baraka Mollel',
    login: 'kilima',
    country: 'TZ',
    fundsDollars: 6000,
    wants: [
      { niche: 'finance', country: 'TZ' },
      { niche: 'finance', country: 'KE' },
      { niche: 'finance', country: 'GB' },
    ],
  },
  {
    name: 'Κουζίνες Όλυμπος',
    owner: 'Μανώλης Χατζής',
    login: 'olympos',
    country: 'GR',
    fundsDollars: 7000,
    wants: [
      { niche: 'home-services', country: 'GR' },
      { niche: 'real-estate', country: 'GR' },
      { niche: 'tourism', country: 'GR' },
    ],
  },
  {
    name: 'Մասիս Բանկ',
    owner: 'Տիգրան Ավետիսյան',
    login: 'masis',
    country: 'AM',
    fundsDollars: 6000,
    wants: [
      { niche: 'finance', country: 'AM' },
      { niche: 'real-estate', country: 'AM' },
      { niche: 'finance', country: 'UZ' },
    ],
  },
  {
    name: 'Registon Avto',
    owner: 'Nodira Karimova',
    login: 'registon',
    country: 'UZ',
    fundsDollars: 5000,
    wants: [
      { niche: 'cars', country: 'UZ' },
      { niche: 'finance', country: 'UZ' },
      { niche: 'education', country: 'UZ' },
    ],
  },
  {
    name: 'Tisza Biztosító',
    owner: 'Levente Juhász',
    login: 'tisza',
    country: 'HU',
    fundsDollars: 8000,
    wants: [
      { niche: 'insurance', country: 'HU' },
      { niche: 'home-services', country: 'HU' },
      { niche: 'insurance', country: 'DE' },
    ],
  },
  {
    name: 'Lone Star Legal',
    owner: 'Gabriela Flores',
    login: 'lone-star',
    country: 'US',
    fundsDollars: 12_000,
    wants: [
      { niche: 'legal', country: 'US' },
      { niche: 'insurance', country: 'US' },
      { niche: 'home-services', country: 'US' },
    ],
  },
  {
    name: 'Albion Business Desk',
    owner: 'Imran Begum',
    login: 'albion',
    country: 'GB',
    fundsDollars: 9000,
    wants: [
      { niche: 'b2b', country: 'GB' },
      { niche: 'legal', country: 'GB' },
      { niche: 'b2b', country: 'DE' },
    ],
  },
];
