import {
  forgetPromises,
  noteStored,
  promise,
  promisedTo,
  promisesSoFar,
  settlePromises,
} from '../../server/modules/campaigns/promised';

afterEach(forgetPromises);

test('a visitor is spoken for once, until it is both stored and judged', () => {
  const [first, second] = [new Date(1000), new Date(2000)];
  promise('one', 'ann', 200n, first);
  promise('one', 'ann', 200n, second);
  promise('other', 'ann', 50n, first);
  expect([promisedTo('one'), promisedTo('one', 'ann'), promisedTo('none')]).toEqual([200n, 0n, 0n]);
  const stored = promisesSoFar();
  promise('one', 'ben', 300n, first);
  promise('one', 'cem', 400n, second);
  // Visitors of other processes were judged up to a later moment: those of this one lie on its disk still.
  settlePromises({ _id: 'one', judgedTo: second });
  expect(promisedTo('one')).toBe(900n);
  noteStored(stored);
  settlePromises({ _id: 'one', judgedTo: first });
  expect(promisedTo('one')).toBe(700n);
  noteStored(promisesSoFar());
  settlePromises({ _id: 'one', judgedTo: first });
  expect([promisedTo('one'), promisedTo('one', 'cem')]).toEqual([400n, 0n]);
  settlePromises({ _id: 'one', judgedTo: second });
  expect([promisedTo('one'), promisedTo('other')]).toEqual([0n, 50n]);
});
