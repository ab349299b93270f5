import { runsOf } from '../../scripts/networks/runs';

const range = (from: number, to: number, country: string) => ({ from: BigInt(from), to: BigInt(to), country });

/** Networks of four addresses. */
const runs = (...ranges: ReturnType<typeof range>[]): string =>
  runsOf(ranges, 2n)
    .map(({ count, country }) => `${count}${country ?? '--'}`)
    .join(' ');

test.each([
  ['ranges of whole networks', [range(0, 3, 'KE'), range(4, 15, 'TZ')], '1KE 3TZ'],
  ['what lies between them', [range(4, 7, 'KE'), range(16, 19, 'TZ')], '1-- 1KE 2-- 1TZ'],
  ['neighbours of one country', [range(0, 3, 'KE'), range(4, 7, 'KE')], '2KE'],
  ['a network of two by the larger share', [range(0, 4, 'KE'), range(5, 7, 'TZ')], '1KE 1TZ'],
  ['the same the other way round', [range(0, 6, 'KE'), range(7, 11, 'TZ')], '2KE 1TZ'],
  ['shares that are parted', [range(0, 0, 'KE'), range(1, 1, 'TZ'), range(2, 3, 'KE')], '1KE'],
  ['a part of which nothing else is known', [range(5, 5, 'GR')], '1-- 1GR'],
  ['ranges in any order', [range(8, 11, 'TZ'), range(0, 7, 'KE')], '2KE 1TZ'],
])('%s', (_title, ranges, expected) => {
  expect(runs(...ranges)).toBe(expected);
});
