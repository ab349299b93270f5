import { isInDataCentre } from '../../../server/platform/visitor/dataCentres';
import listed from '../../../server/platform/visitor/dataCentres.json';

test.each([
  ['5.9.1.1', true],
  ['52.95.110.1', true],
  ['::ffff:5.9.1.1', true],
  ['2a01:4f8:1::1', true],
  ['2600:1f18::1', true],
  ['41.90.64.1', false],
  ['94.66.10.10', false],
  ['2a02:587::1', false],
  ['8.8.8.8', false],
  ['104.28.1.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::', false],
  ['ffff:ffff:ffff:ffff::1', false],
  ['192.168.1.1', false],
  ['not an address', false],
  ['', false],
])('%s is of a company that rents out servers: %s', (address, isRented) => {
  expect(isInDataCentre(address)).toBe(isRented);
});

test('the list of networks tells of when and whence it is', () => {
  expect(listed.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(listed.source).toMatch(/@ip-location-db\/asn .*CC BY/);
});
