import { EARLIER_DONE, repeatKeys } from '../../client/src/app/repeatKey';
import { keyReused } from '../../server/platform/idempotency';

/** By its key the server knows a repeat: what was done before an answer was lost is done once. */

const keys = () => {
  let made = 0;
  return repeatKeys(() => `key ${++made}`);
};

test('the same that is asked again, as after a lost answer, has the same key', () => {
  const { of } = keys();
  expect(of({ name: 'Two of May', leadIds: ['a', 'b'] })).toBe('key 1');
  expect(of({ name: 'Two of May', leadIds: ['a', 'b'] })).toBe('key 1');
});

test('what is asked otherwise has a key of its own', () => {
  const { of } = keys();
  const asked = [{ leadIds: ['a'] }, { leadIds: ['b'] }, { leadIds: ['b'], floor: 1 }, { leadIds: ['a'] }];
  expect(asked.map(of)).toEqual(['key 1', 'key 2', 'key 3', 'key 4']);
});

test('the same that is asked again after it was done is another act', () => {
  const { of, done } = keys();
  const first = of({ leadIds: ['a'] });
  done();
  expect(of({ leadIds: ['a'] })).not.toBe(first);
});

test('after a lost answer what is asked otherwise has the same key, until it is known what was done', () => {
  const { of, lost, done } = keys();
  const first = of({ amount: 7, reason: 'Unused' });
  lost();
  expect(of({ amount: 7, reason: 'Unused budget' })).toBe(first);
  expect(of({ amount: 9, reason: 'Unused budget' })).toBe(first);
  done();
  expect(of({ amount: 9, reason: 'Unused budget' })).not.toBe(first);
});

test('the page knows the words by which the server says that what was sent first was done', () => {
  expect(keyReused().message).toBe(EARLIER_DONE);
});
