import { isPublic } from '../../../server/platform/visitor/addresses';

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
])('%s may be of somebody’s line: %s', (address, isOfLine) => {
  expect(isPublic(address)).toBe(isOfLine);
});
