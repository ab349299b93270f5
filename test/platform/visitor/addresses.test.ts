import { isPublic, netOf } from '../../../server/platform/visitor/addresses';

test.each([
  ['41.90.64.1', true],
  ['2c0f:fe38::1', true],
  ['127.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['::1', false],
  ['fd00::1', false],
  ['fe80::1%eth0', false],
  ['', false],
  ['x::/64', false],
])('%s may be of somebody’s line: %s', (address, isOfLine) => {
  expect(isPublic(address)).toBe(isOfLine);
});

describe('of a visitor is kept', () => {
  test.each([
    ['of IPv4 the first three numbers', '41.90.64.17', '41.90.64.0'],
    ['the same where it comes mapped', '::ffff:41.90.64.17', '41.90.64.0'],
    ['all of them, however large', '255.255.255.255', '255.255.255.0'],
    ['of IPv6 the first 48 bits', '2a02:587:1234:5678:9abc:def0:1:2', '2a02:587:1234::'],
    ['in the shortest spelling', '2A02:0587:0000:0001::1', '2a02:587::'],
    ['with zeros in between', '2003:0:5:6::1', '2003:0:5::'],
    ['without the interface', 'fe80::1%eth0', 'fe80::'],
    ['of the own machine nothing', '::1', '::'],
    ['nothing of what is no address', '41.90.64.17:5060', ''],
    ['nothing of nothing', '', ''],
  ])('%s', (_title, address, net) => {
    expect(netOf(address)).toBe(net);
    expect(netOf(net)).toBe(net);
  });
});
