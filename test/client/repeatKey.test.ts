import { repeatKeys } from '../../client/src/app/repeatKey';

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
