import { changesIn } from '../../client/src/pages/admin/changesIn';

test.each([
  ['nothing on either side', null, null, []],
  ['a part that is another', { status: 'PENDING' }, { status: 'ACTIVE' }, [['Status', 'PENDING', 'ACTIVE']]],
  [
    'what stayed is left out',
    { name: 'A', windowHours: 48 },
    { name: 'A', windowHours: 72 },
    [['Window hours', '48', '72']],
  ],
  ['a bare figure', 4000, 5000, [['Value', '4000', '5000']]],
  [
    'a new thing',
    null,
    { _id: 'x', names: ['a', 'b'], parentId: null },
    [
      ['Id', null, 'x'],
      ['Names', null, 'a, b'],
    ],
  ],
  [
    'an amount and a share',
    null,
    { refundedMinor: '592', feeBps: 150 },
    [
      ['Refunded', null, '592'],
      ['Fee', null, '150'],
    ],
  ],
  [
    'what is inside of a part',
    null,
    { fields: [{ key: 'k', isKept: true }] },
    [['Fields', null, 'Key k, Is kept true']],
  ],
])('what an act changed is told part by part: %s', (_case, before, after, expected) => {
  const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  const told = changesIn(json(before), json(after)).map(({ name, was, is }) => [name, was, is]);
  expect(told).toEqual(expected);
});
