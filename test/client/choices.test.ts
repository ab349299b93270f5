import fc from 'fast-check';
import {
  changedChoices,
  type Choices,
  EVERYTHING,
  GRADES,
  PROVEN,
  readChoices,
  SORTS,
  writeChoices,
} from '../../client/src/pages/market/choices';
import { notUnderstood, withoutStrays } from '../../client/src/pages/market/notUnderstood';
import { standingOf } from '../../client/src/pages/market/standing';
import { CHANNELS, CONTACT_KINDS, TEMPERATURES } from '../../client/src/ui/leadFacts';

/** The filters of the market live in the address: what is chosen is what a reload, a link and the back button bring. */

const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4})?$/), { maxLength: 4 });
const codes = fc.uniqueArray(fc.stringMatching(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/), { maxLength: 4 });
const flags = fc.constantFrom(true, false, null);
const amounts = fc.option(fc.nat({ max: 100_000_000 }));

const chosen: fc.Arbitrary<Choices> = fc.record({
  niches: slugs,
  regions: codes,
  temperatures: fc.subarray([...TEMPERATURES]),
  contactKinds: fc.subarray([...CONTACT_KINDS]),
  channels: fc.subarray([...CHANNELS]),
  grades: fc.subarray([...GRADES]),
  isVerified: flags,
  proven: fc.subarray([...PROVEN]),
  isExclusive: flags,
  kind: fc.constantFrom('SINGLE', 'LOT', null),
  priceMin: amounts,
  priceMax: amounts,
  maxAgeHours: fc.option(fc.integer({ min: 1, max: 8760 })),
  sort: fc.constantFrom(...SORTS),
});

const addressOf = (text: string, choices: Choices): string =>
  writeChoices(new URLSearchParams(text), choices).toString();

test('what is written into the address is read out of it, whatever was chosen before', () => {
  fc.assert(
    fc.property(chosen, chosen, (before, choices) => {
      const address = addressOf(addressOf('listing=7', before), choices);
      expect(readChoices(new URLSearchParams(address))).toEqual(choices);
      expect(new URLSearchParams(address).get('listing')).toBe('7');
    }),
  );
});

test('an address that a person can read; nothing of what is not chosen, and what is not a filter stays', () => {
  const some: Choices = {
    ...EVERYTHING,
    niches: ['motor', 'home-loans'],
    temperatures: ['HOT', 'WARM'],
    isVerified: true,
    priceMin: 1200,
    priceMax: 1250,
    sort: 'PRICE_LOW',
  };
  const address = 'listing=7&niche=motor.home-loans&temperature=hot.warm&verified=yes&from=12&to=12.50&sort=price_low';
  expect(addressOf('listing=7', some)).toBe(address);
  expect(addressOf(address, EVERYTHING)).toBe('listing=7');
});

test.each([
  ['temperature=hot.boiling.HOT', { temperatures: ['HOT'] }],
  ['niche=motor..motor.', { niches: ['motor'] }],
  ['verified=perhaps&exclusive=no', { isExclusive: false }],
  ['kind=heap&sort=colour&grade=a.z', { grades: ['A'] }],
  ['from=cheap&to=-5', {}],
  ['hours=0', {}],
  ['hours=1.5', {}],
  ['hours=8761', {}],
  ['hours=8760', { maxAgeHours: 8760 }],
  [
    `niche=${Array.from({ length: 30 }, (_, place) => `n${place}`).join('.')}`,
    { niches: Array.from({ length: 20 }, (_, place) => `n${place}`) },
  ],
])('%s: what makes no sense is passed over', (address, part) => {
  expect(readChoices(new URLSearchParams(address))).toEqual({ ...EVERYTHING, ...part });
});

test.each([
  ['adds a value', ['a'], ['a'], ['a', 'b'], ['a', 'b']],
  ['takes one away', ['a', 'b'], ['a', 'b'], ['b'], ['b']],
  ['leaves what was chosen since', ['a', 'new'], ['a'], ['a', 'b'], ['a', 'new', 'b']],
  ['does not bring back what was lifted since', [], ['a'], ['a', 'b'], ['b']],
  ['lifts only what was shown', ['a', 'new'], ['a'], [], ['new']],
])('a change by what is shown %s', (_words, now, shown, wanted, niches) => {
  const of = (values: string[]): Choices => ({ ...EVERYTHING, niches: values, sort: 'ENDING_SOON' });
  const after = changedChoices(of(now), of(shown), { niches: wanted, isVerified: true });
  expect(after).toEqual({ ...of(niches), isVerified: true });
});

test('what nobody understands in an address is named as it stands there, and nothing else is', () => {
  const named = (text: string): string[] => notUnderstood(new URLSearchParams(text));
  expect(
    named('temperature=lukewarm.hot&sort=foo&hours=-5&from=cheap&exclusive=maybe&kind=bundle&utm_source=x'),
  ).toEqual(['temperature=lukewarm', 'exclusive=maybe', 'kind=bundle', 'from=cheap', 'hours=-5', 'sort=foo']);
  const strays = 'listing=7&price-from=abc&zzz=1&view=foo&utm_source=x&fbclid=a&gclid=b';
  expect(named(strays)).toEqual(['price-from=abc', 'zzz=1', 'view=foo']);
  expect(`${withoutStrays(new URLSearchParams(strays))}`).toBe('listing=7&utm_source=x&fbclid=a&gclid=b');
  expect(named('view=cards&view=rows')).toEqual([]);
  expect(named('temperature=HOT&sort=newest&hours=24&from=12.5&to=0&verified=1&niche=motor&listing=7')).toEqual([]);
  expect(readChoices(new URLSearchParams('exclusive=TRUE&verified=0'))).toMatchObject({
    isExclusive: true,
    isVerified: false,
  });
  fc.assert(fc.property(chosen, (choices) => expect(named(addressOf('', choices))).toEqual([])));
});

test('what cannot be bought says why: had already, sold out, gone, or of an agency that somebody of the business is in', () => {
  const listing = { status: 'LISTED', sold: 0, maxSales: 3, isOwned: false, isFromOwnAgency: false } as const;
  const standing = (part: object) => standingOf({ ...listing, ...part } as Parameters<typeof standingOf>[0]);
  expect(standing({})).toBeNull();
  expect(standing({ isFromOwnAgency: null })).toBeNull();
  expect(standing({ isFromOwnAgency: true })).toBe('OWN_AGENCY');
  expect(standing({ isFromOwnAgency: true, status: 'WITHDRAWN' })).toBe('GONE');
  expect(standing({ isFromOwnAgency: true, sold: 3 })).toBe('SOLD_OUT');
  expect(standing({ isFromOwnAgency: true, isOwned: true })).toBe('YOURS');
});
