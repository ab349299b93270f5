import { randomWord } from '../../scripts/api/randomWord';
import { wrongTradeName } from '../../server/modules/accounts/tradeNameRules';

test('whom the commands sign up has a name that the market takes, whatever chance gives', () => {
  const words = Array.from({ length: 2000 }, randomWord);
  expect(words.map((word) => wrongTradeName(`Bench agency ${word}`)).filter(Boolean)).toEqual([]);
  expect(new Set(words).size).toBe(words.length);
});
