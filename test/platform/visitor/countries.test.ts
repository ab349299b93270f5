import { netOf } from '../../../server/platform/visitor/addresses';
import { countryOf } from '../../../server/platform/visitor/countries';
import listed from '../../../server/platform/visitor/countries.json';
import { isInDataCentre } from '../../../server/platform/visitor/dataCentres';

/** Networks of large providers of lines, which do not move. */
test.each([
  ['41.90.64.1', 'KE'],
  ['197.250.1.1', 'TZ'],
  ['94.66.10.10', 'GR'],
  ['37.252.64.1', 'AM'],
  ['213.230.64.1', 'UZ'],
  ['84.0.1.1', 'HU'],
  ['73.1.1.1', 'US'],
  ['86.128.0.1', 'GB'],
  ['91.0.0.1', 'DE'],
  ['::ffff:41.90.64.1', 'KE'],
  ['::ffff:295a:4001', 'KE'],
  [' 41.90.64.1 ', 'KE'],
  ['2c0f:fe38::1', 'KE'],
  ['2a02:587::1', 'GR'],
  ['2001:4c4c::1', 'HU'],
  ['2600:1700::1', 'US'],
  ['2a00:23c0::1', 'GB'],
  ['2003::1', 'DE'],
  ['1.0.0.0', 'AU'],
  ['223.255.255.255', 'AU'],
])('%s is used in %s', (address, country) => {
  expect(countryOf(address)).toBe(country);
});

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.1.1',
  '172.16.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.51.100.1',
  '203.0.113.7',
  '224.0.0.1',
  '255.255.255.255',
  '::ffff:10.1.2.3',
  '::',
  '::1',
  '64:ff9b::295a:4001',
  '2000::1',
  '2001::1',
  '2001:db8::1',
  '2002:295a:4001::1',
  '2d00::1',
  '3fff::1',
  'fd00::1',
  'fe80::1%eth0',
  'ff02::1',
  'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'not an address',
  'x::/64',
  '41.90.64.1:5060',
  '',
])('of %s no country is known', (address) => {
  expect(countryOf(address)).toBeNull();
});

/** The same ones each time. */
function* random(): Generator<number> {
  for (let state = 1; ; state = (state * 48_271) % 2_147_483_647) yield state;
}

test('what is kept of a visitor tells the same as the address', () => {
  const numbers = random();
  const below = (limit: number): number => numbers.next().value! % limit;
  const group = (): string => below(65_536).toString(16);
  const four = (): string => Array.from({ length: 4 }, () => below(256)).join('.');
  const six = (head: string): string => `${head}:${group()}:${group()}:${group()}:${group()}:${group()}:${group()}`;
  const heads = ['2600:1f18', '2a01:4f8', '2a02:587', '2001:67c', '2003:c0', '2c0f:fe38', '2606:2e00', '2a04:4e41'];
  const addresses = Array.from({ length: 1000 }, () => [four(), ...heads.map(six)]).flat();
  const told = (address: string): unknown[] => [countryOf(address), isInDataCentre(address)];
  expect(addresses.filter((address) => String(told(address)) !== String(told(netOf(address))))).toEqual([]);
  const countries = new Set(addresses.map(countryOf));
  expect(countries.size).toBeGreaterThan(50);
  expect([...countries].filter((country) => country !== null && !/^[A-Z]{2}$/.test(country))).toEqual([]);
});

test('the list of countries tells of when and whence it is', () => {
  expect(listed.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(listed.source).toMatch(/DB-IP.*CC BY 4\.0/);
});
