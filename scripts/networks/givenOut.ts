import { numberOfAddress } from '../../server/platform/visitor/addresses';
import { type Range } from './source';

/**
 * What of IPv6 the five registries have to give out (IANA, "IPv6 Global Unicast Address Assignments"). The source fills
 * the rest with the country of its keeper, and nobody comes from there.
 */
export const GIVEN_OUT_SIX: readonly Range[] = [
  ['2001:200::', '2001:5fff:ffff:ffff::'],
  ['2001:8000::', '2001:bfff:ffff:ffff::'],
  ['2003::', '2003:3fff:ffff:ffff::'],
  ['2400::', '241f:ffff:ffff:ffff::'],
  ['2600::', '260f:ffff:ffff:ffff::'],
  ['2610::', '2610:1ff:ffff:ffff::'],
  ['2620::', '2620:1ff:ffff:ffff::'],
  ['2630::', '263f:ffff:ffff:ffff::'],
  ['2800::', '280f:ffff:ffff:ffff::'],
  ['2a00::', '2a1f:ffff:ffff:ffff::'],
  ['2c00::', '2c0f:ffff:ffff:ffff::'],
].map(([from = '', to = '']) => ({ from: numberOfAddress(from)!.number, to: numberOfAddress(to)!.number }));
