import { type DemoCountry } from './names';
import { type Chance } from './random';

/** A question of a niche's form, as the API shows it. */
export interface FormQuestion {
  key: string;
  label: string;
  kind: 'TEXT' | 'NUMBER' | 'CHOICE' | 'BOOLEAN' | 'DATE' | 'MONEY';
  choices: string[];
}

const CARS: readonly [string, readonly string[]][] = [
  ['Toyota', ['Corolla', 'RAV4', 'Hilux', 'Probox', 'Vitz']],
  ['Volkswagen', ['Golf', 'Polo', 'Passat', 'Tiguan']],
  ['Ford', ['Focus', 'Fiesta', 'F-150', 'Ranger']],
  ['Hyundai', ['Tucson', 'i20', 'Accent']],
  ['Chevrolet', ['Cobalt', 'Lacetti', 'Malibu']],
  ['Škoda', ['Octavia', 'Fabia']],
  ['Nissan', ['Note', 'X-Trail', 'Qashqai']],
  ['BMW', ['320d', 'X3']],
];

/** Words for the open questions, by the question's key. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  purpose: ['Home repairs', 'Wedding', 'School fees', 'Debt consolidation', 'Medical bills', 'A small shop'],
  subject: [
    'English B2',
    'Accounting',
    'Nursing',
    'Web development',
    'Project management',
    'Graphic design',
    'Data analysis',
  ],
  destination: [
    'Crete',
    'Zanzibar',
    'Lake Balaton',
    'Samarkand',
    'Sevan',
    'Cornwall',
    'Tuscany',
    'Maasai Mara',
    'Istanbul',
  ],
  fault: ['Brakes squeal', 'Engine light is on', 'Gearbox slips', 'Air conditioning is warm', 'Rust under the doors'],
  workWanted: [
    'Paint two rooms',
    'New bathroom',
    'Repair after a leak',
    'Insulate the attic',
    'Replace windows',
    'Fit a heat pump',
  ],
  serviceWanted: [
    'Bookkeeping',
    'Office cleaning',
    'Payroll',
    'Moving house',
    'Translation of contracts',
    'Logo and website',
  ],
  route: ['Airport to the centre', 'Office to the warehouse', 'City to the coast', 'Twice a week to the capital'],
  matter: ['Employment', 'Divorce', 'Inheritance', 'Rent', 'Consumer rights', 'Starting a company'],
  circumstances: [
    'It happened at work last month.',
    'We could not agree on the contract.',
    'The insurer does not answer.',
  ],
  treatment: ['Implant', 'Braces', 'Physiotherapy', 'Eye check', 'Blood tests', 'Dermatology'],
  product: ['Running shoes', 'Sofa', 'Espresso machine', 'Baby car seat', 'Solar panel kit', 'Winter tyres'],
  category: ['Fitness', 'Budgeting', 'Language learning', 'Recipes', 'Meditation'],
  industry: ['Retail', 'Logistics', 'Agriculture', 'Hospitality', 'Construction', 'Software', 'Health care'],
  companyName: [
    'Blue Heron Trading',
    'Northgate Foods',
    'Olive & Co',
    'Sunline Transport',
    'Harbour Tools',
    'Acacia Farms',
  ],
  solution: ['CRM', 'Stock keeping', 'Accounting', 'Help desk', 'Time tracking', 'Electronic signatures'],
};

const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  vehicleYear: [2006, 2026],
  age: [21, 68],
  peopleCovered: [1, 6],
  termMonths: [6, 84],
  participants: [1, 20],
  travellers: [1, 6],
  passengers: [1, 4],
  parcelsMonthly: [5, 400],
  rooms: [1, 6],
  seats: [3, 250],
};

/** What one US dollar is worth, roughly, so that amounts look right in the currency of the country. */
const LOCAL_PER_DOLLAR: Readonly<Record<DemoCountry, number>> = {
  KE: 130,
  TZ: 2600,
  GR: 0.9,
  AM: 390,
  UZ: 12_600,
  HU: 360,
  US: 1,
  GB: 0.8,
  DE: 0.9,
};

const DOLLARS: Readonly<Record<string, readonly [number, number]>> = {
  amount: [500, 20_000],
  monthlyIncome: [400, 6000],
  propertyPrice: [40_000, 600_000],
  ownFunds: [5000, 120_000],
  sumInsured: [10_000, 300_000],
  budget: [100, 15_000],
};

/** An answer that a person might give to the question, as text; the year and make of one car fit its model. */
export function makeAnswers(
  questions: readonly FormQuestion[],
  country: DemoCountry,
  at: Date,
  chance: Chance,
): Record<string, string> {
  const [make, models] = chance.pick(CARS);
  const car: Record<string, string> = { vehicleMake: make, vehicleModel: chance.pick(models) };
  return Object.fromEntries(
    questions.map((question) => [question.key, car[question.key] ?? answer(question, country, at, chance)]),
  );
}

function answer({ key, kind, choices }: FormQuestion, country: DemoCountry, at: Date, chance: Chance): string {
  if (kind === 'CHOICE') return chance.pick(choices);
  if (kind === 'BOOLEAN') return chance.happens(0.4) ? 'yes' : 'no';
  if (kind === 'DATE') return dayAfter(at, key === 'happenedOn' ? -chance.whole(3, 200) : chance.whole(3, 120));
  if (kind === 'NUMBER') return String(chance.whole(...(NUMBERS[key] ?? [1, 10])));
  if (kind === 'MONEY') return localAmount(DOLLARS[key] ?? [100, 5000], country, chance);
  return chance.pick(WORDS[key] ?? ['Please advise']);
}

function dayAfter(at: Date, days: number): string {
  return new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Two leading digits and zeros: people think in round amounts. */
function localAmount([low, high]: readonly [number, number], country: DemoCountry, chance: Chance): string {
  const amount = low * (high / low) ** chance.next() * LOCAL_PER_DOLLAR[country];
  const step = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 1);
  return String(Math.round(amount / step) * step);
}
