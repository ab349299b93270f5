import { z } from 'zod';
import { invalidInput, notFound } from '../../server/platform/errors';
import { readInput, together } from '../../server/platform/inputs';

/** A form is put right in one go: all that is wrong with an input is told at once. */

const schema = z.object({
  name: z
    .string()
    .min(2, 'Too short.')
    .regex(/^[a-z]*$/, 'Small letters.'),
  places: z.array(z.object({ code: z.string().length(2, 'Two letters.') })),
});

function refusalOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test('each wrong field is a problem, once, and the first of them is the message', () => {
  const wrong = { name: 'X', places: [{ code: 'KE' }, { code: 'K' }] };
  expect(refusalOf(() => readInput(schema, wrong, ['defaults']))).toMatchObject({
    typename: 'InvalidInput',
    message: 'Too short.',
    path: ['defaults', 'name'],
    fields: {
      problems: [
        { message: 'Too short.', path: ['defaults', 'name'] },
        { message: 'Two letters.', path: ['defaults', 'places', '1', 'code'] },
      ],
    },
  });
  const right = { name: 'ok', places: [] };
  expect(readInput(schema, right)).toEqual(right);
});

test('checks made together answer with what each found, in their order', () => {
  const found = together(
    () => 1,
    () => 'two',
  );
  expect(found).toEqual([1, 'two']);
});

const refuse = (message: string, path?: string[]) => () => {
  throw invalidInput(message, path);
};

test.each([
  ['of two fields', [refuse('No.', ['a']), refuse('Nor this.', ['b'])], 'No.', [['a'], ['b']]],
  ['of one field, twice', [refuse('No.', ['a']), refuse('Never.', ['a'])], 'No.', [['a']]],
  ['of no field', [refuse('Choose one.')], 'Choose one.', []],
  ['of no field and of one', [refuse('Choose one.'), refuse('No.', ['a'])], 'Choose one.', [[], ['a']]],
  ['of a field and twice of none', [refuse('No.', ['a']), refuse('One.'), refuse('Two.')], 'No.', [['a'], [], []]],
])('refusals %s become one', (_title, checks, message, paths) => {
  const refused = refusalOf(() => together(() => 1, ...checks));
  expect(refused).toMatchObject({ message, fields: { problems: paths.map((path) => ({ path })) } });
});

test('what is not about the input is thrown as it comes', () => {
  const missing = () => {
    throw notFound('niche');
  };
  expect(refusalOf(() => together(refuse('No.', ['a']), missing))).toMatchObject({ typename: 'NotFound' });
});
