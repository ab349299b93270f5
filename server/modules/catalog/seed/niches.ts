import { type FormField } from '../model';

/** A niche that every new market starts with; what is not named here is the default of `rules.ts`. */
export interface SeedNiche {
  slug: string;
  name: string;
  parent: string | null;
  fields: FormField[];
}

type Extra = Partial<Pick<FormField, 'isRequired' | 'isCoarse'>>;

/**
 * Coarse unless said otherwise: most questions of a form are about the wish, not about the person. What is asked of
 * somebody's health never is.
 */
const field = (
  kind: FormField['kind'],
  key: string,
  label: string,
  extra: Extra = {},
  choices: string[] = [],
): FormField => ({
  key,
  label,
  kind,
  choices,
  isRequired: false,
  isCoarse: true,
  ...extra,
});
const text = (key: string, label: string): FormField => field('TEXT', key, label, { isCoarse: false });
const words = (key: string, label: string): FormField => field('TEXT', key, label);
const number = (key: string, label: string): FormField => field('NUMBER', key, label);
const money = (key: string, label: string): FormField => field('MONEY', key, label);
const date = (key: string, label: string): FormField => field('DATE', key, label);
const yesNo = (key: string, label: string): FormField => field('BOOLEAN', key, label);
const health = (key: string, label: string): FormField => field('BOOLEAN', key, label, { isCoarse: false });
const choice = (key: string, label: string, ...choices: string[]): FormField =>
  field('CHOICE', key, label, {}, choices);

const wantedWithin = choice(
  'wantedWithin',
  'When it is wanted',
  'This week',
  'This month',
  'Within three months',
  'Later',
);
const livesAs = choice('livesAs', 'Lives as', 'Owner', 'Tenant', 'With family');

const vehicle = [words('vehicleMake', 'Make'), words('vehicleModel', 'Model'), number('vehicleYear', 'Year of make')];
const insurance = [yesNo('isInsuredNow', 'Is insured now'), date('policyEndsOn', 'Present policy ends on')];
const borrowing = [
  money('amount', 'Amount wanted'),
  number('termMonths', 'Term in months'),
  choice('employment', 'Employment', 'Employed', 'Self-employed', 'Business owner', 'Retired', 'Not employed'),
  money('monthlyIncome', 'Monthly income'),
];
const studies = [
  words('subject', 'Subject'),
  choice('studyMode', 'Way of study', 'On site', 'Online', 'Evenings or weekends'),
  wantedWithin,
];
const job = [
  words('workWanted', 'Work wanted'),
  choice('property', 'Property', 'House', 'Flat', 'Business premises'),
  livesAs,
  wantedWithin,
];
const company = [
  choice('companySize', 'People in the company', '1-9', '10-49', '50-249', '250 or more'),
  words('industry', 'Industry'),
  text('companyName', 'Company'),
];
const matter = [
  words('matter', 'Kind of matter'),
  yesNo('hasLawyer', 'Has a lawyer already'),
  text('circumstances', 'What happened'),
];

const niche = (slug: string, name: string, parent: string | null, fields: FormField[]): SeedNiche => ({
  slug,
  name,
  parent,
  fields,
});

/** Parents stand before their children. */
export const seedNiches: readonly SeedNiche[] = [
  niche('insurance', 'Insurance', null, insurance),
  niche('motor-insurance', 'Motor insurance', 'insurance', [
    ...vehicle,
    choice('cover', 'Cover', 'Third party', 'Comprehensive'),
    ...insurance,
  ]),
  niche('home-insurance', 'Home insurance', 'insurance', [
    choice('property', 'Property', 'House', 'Flat', 'Holiday home'),
    money('sumInsured', 'Sum to insure'),
    ...insurance,
  ]),
  niche('life-insurance', 'Life insurance', 'insurance', [
    number('age', 'Age'),
    health('isSmoker', 'Smokes'),
    money('sumInsured', 'Sum to insure'),
  ]),
  niche('health-insurance', 'Health insurance', 'insurance', [
    number('peopleCovered', 'People to cover'),
    choice('cover', 'Cover', 'Inpatient', 'Inpatient and outpatient', 'Full'),
    ...insurance,
  ]),

  niche('finance', 'Finance', null, [choice('product', 'Product', 'Loan', 'Mortgage', 'Deposit')]),
  niche('loans', 'Loans', 'finance', borrowing),
  niche('personal-loan', 'Personal loan', 'loans', [words('purpose', 'Purpose'), ...borrowing]),
  niche('car-loan', 'Car loan', 'loans', [...vehicle, ...borrowing]),
  niche('mortgage', 'Mortgage', 'finance', [
    money('propertyPrice', 'Price of the property'),
    money('ownFunds', 'Own funds'),
    ...borrowing.slice(1),
    yesNo('isFirstHome', 'First home'),
  ]),
  niche('deposits', 'Deposits', 'finance', [
    money('amount', 'Amount to deposit'),
    number('termMonths', 'Term in months'),
  ]),

  niche('education', 'Education', null, studies),
  niche('courses', 'Courses', 'education', studies),
  niche('trainings', 'Trainings', 'education', [number('participants', 'Participants'), ...studies]),
  niche('degrees', 'Degrees', 'education', [
    choice('degree', 'Degree', 'Diploma', 'Bachelor', 'Master', 'Doctorate'),
    yesNo('hasFunding', 'Has funding'),
    ...studies,
  ]),

  niche('tourism', 'Tourism', null, [
    words('destination', 'Destination'),
    date('leavesOn', 'Leaves on'),
    number('travellers', 'Travellers'),
    money('budget', 'Budget'),
  ]),

  niche('cars', 'Cars', null, [...vehicle, wantedWithin]),
  niche('car-sales', 'Car sales', 'cars', [
    ...vehicle,
    choice('condition', 'Condition', 'New', 'Used'),
    money('budget', 'Budget'),
    yesNo('hasTradeIn', 'Has a car to give in'),
    wantedWithin,
  ]),
  niche('test-drives', 'Test drives', 'cars', [...vehicle, date('drivesOn', 'Wants to drive on')]),
  niche('car-repair', 'Car repair', 'cars', [...vehicle, words('fault', 'What is wrong'), wantedWithin]),

  niche('home-services', 'Home services', null, job),
  niche('roofing', 'Roofing', 'home-services', [choice('roof', 'Roof', 'Tiles', 'Metal', 'Flat', 'Other'), ...job]),
  niche('kitchens', 'Kitchens', 'home-services', [money('budget', 'Budget'), ...job]),

  niche('local-services', 'Local services', null, [words('serviceWanted', 'Service wanted'), wantedWithin]),
  niche('taxi', 'Taxi', 'local-services', [
    words('route', 'Route'),
    number('passengers', 'Passengers'),
    date('ridesOn', 'Rides on'),
  ]),
  niche('courier', 'Courier', 'local-services', [words('route', 'Route'), number('parcelsMonthly', 'Parcels a month')]),
  niche('internet-providers', 'Internet providers', 'local-services', [
    choice('speed', 'Speed', 'Up to 50 Mbit/s', 'Up to 200 Mbit/s', '1 Gbit/s or more'),
    livesAs,
    wantedWithin,
  ]),

  niche('legal', 'Legal', null, matter),
  niche('personal-injury', 'Personal injury', 'legal', [
    date('happenedOn', 'Happened on'),
    health('wasTreated', 'Was treated by a doctor'),
    ...matter,
  ]),

  niche('real-estate', 'Real estate', null, [
    choice('wish', 'Wish', 'Buy', 'Sell', 'Rent', 'Let'),
    choice('property', 'Property', 'House', 'Flat', 'Land', 'Business premises'),
    number('rooms', 'Rooms'),
    money('budget', 'Budget'),
    wantedWithin,
  ]),
  niche('medical', 'Dental and medical services', null, [
    words('treatment', 'Treatment'),
    yesNo('isInsuredNow', 'Is insured'),
    wantedWithin,
  ]),
  niche('e-commerce', 'E-commerce', null, [words('product', 'Product'), money('budget', 'Budget')]),
  niche('online-games', 'Online games', null, [
    choice('genre', 'Genre', 'Casual', 'Mid-core', 'Role-playing'),
    choice('platform', 'Plays on', 'Phone', 'Computer', 'Console'),
  ]),
  niche('apps', 'Apps', null, [choice('platform', 'Phone', 'Android', 'iOS'), words('category', 'Category')]),
  niche('b2b', 'For business', null, company),
  niche('b2b-software', 'B2B software', 'b2b', [
    words('solution', 'Solution wanted'),
    number('seats', 'Users'),
    ...company,
    wantedWithin,
  ]),
  niche('business-services', 'Business services', 'b2b', [
    words('serviceWanted', 'Service wanted'),
    ...company,
    wantedWithin,
  ]),
];
