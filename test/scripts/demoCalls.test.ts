import { callWish, WrongArguments } from '../../scripts/demoCalls/options';

test('a call is placed as the arguments say', () => {
  const wish = callWish([
    '--number',
    '+441632960000',
    '--seconds',
    '95',
    '--answer',
    'no',
    '--count',
    '3',
    '--silent',
  ])!;
  expect([wish.address, wish.count]).toEqual(['http://localhost:4000', 3]);
  expect(wish.callAt(1)).toMatchObject({ number: '+441632960000', seconds: '95', answer: 'no', silent: true });
  expect(wish.callAt(1)).toMatchObject({ caller: 'new' });
  expect(callWish(['--number', '+441632960000', '--elsewhere'])!.callAt(1)).toMatchObject({ caller: 'elsewhere' });
  expect(callWish(['--help'])).toBeNull();
  for (const option of ['--url', '--address'])
    expect(callWish(['--number', '+441632960000', option, 'http://localhost:4001'])!.address).toBe(
      'http://localhost:4001',
    );
});

test.each([[[]], [['--number', '+441632960000', '--count', '0']], [['--loud']]])('%j is refused in words', (words) =>
  expect(() => callWish(words)).toThrow(WrongArguments),
);

test('seconds below zero are refused by their own name', () =>
  expect(() => callWish(['--number', '+441632960000', '--seconds', '-5'])).toThrow(
    '--seconds is 0 to 7200, not "-5".',
  ));
