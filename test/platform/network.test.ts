import { networkOf } from '../../server/platform/network';

describe('limits count', () => {
  test.each([
    ['an IPv4 address by itself', '192.0.2.1', '192.0.2.1'],
    ['the same address where it comes mapped', '::ffff:192.0.2.1', '192.0.2.1'],
    ['the same in hexadecimal', '::ffff:c000:201', '192.0.2.1'],
    ['an IPv6 address by its first 64 bits', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['its neighbour in one line’s network as the same', '2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['another spelling as the same', '2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['the next network as another one', '2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['an address of a local link without its interface', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['the own machine', '::1', '0:0:0:0::/64'],
    ['what is no address as it is', 'person_01:a::b', 'person_01:a::b'],
  ])('%s', (_title, address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
