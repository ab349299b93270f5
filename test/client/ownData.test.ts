import { standingOf } from '../../client/src/pages/rights/standingOf';
import { unprovenOf } from '../../client/src/pages/rights/unprovenOf';

/** What a person is told of their own requests. */

test.each([
  ['ACCEPTED', 0, null, { key: 'states.ACCEPTED' }],
  ['ACCEPTED', 1, 1, { key: 'soldUp', count: 1, most: 1 }],
  ['ACCEPTED', 1, 3, { key: 'soldOf', count: 1, most: 3 }],
  ['ACCEPTED', 3, 3, { key: 'soldUp', count: 3, most: 3 }],
  ['WITHDRAWN', 1, 3, { key: 'states.WITHDRAWN' }],
] as const)(
  'a request that is %s, sold to %p of %p, stands in words of its own',
  (state, soldTo, soldAtMost, words) => {
    expect(standingOf({ state, soldTo, soldAtMost })).toEqual(words);
  },
);

test('before an erasure each contact that was not proven is named once, apart from those on which its person has answered', () => {
  const request = (phone: string, email: string | null, keptOutOn: ('PHONE' | 'EMAIL')[] = []) => ({
    contact: { phone, email },
    keptOutOn,
  });
  const own = request('+447700900123', 'p•••@example.com');
  const answered = request('•••901', 'petra@example.com', ['PHONE', 'EMAIL']);
  expect(unprovenOf([own, own, request('•••678', null), answered, answered])).toEqual({
    answered: ['•••901'],
    unanswered: ['p•••@example.com', '•••678'],
  });
  expect(unprovenOf([request('+447700900123', 'petra@example.com')])).toEqual({ answered: [], unanswered: [] });
});
