import { besideFields, fieldErrors, type Refusal } from '../../client/src/app/useVerb';

/** What the server refuses stands at the fields it is about; the rest is said beside them, and nothing is lost. */

const refusal = (more: Partial<Refusal>): Refusal => ({ __typename: 'InvalidInput', message: 'First.', ...more });
const two = refusal({
  path: ['input', 'name'],
  problems: [
    { message: 'First.', path: ['input', 'name'] },
    { message: 'Second.', path: ['fields', '0', 'key'] },
  ],
});

test.each([
  ['no refusal', null, {}, []],
  ['one that is about no field', refusal({ path: null, problems: [] }), {}, ['First.']],
  ['one that is about a field', refusal({ path: ['name'] }), { name: 'First.' }, []],
  ['several fields', two, { name: 'First.', 'fields.0.key': 'Second.' }, ['Second.']],
])('%s', (_title, given, atFields, beside) => {
  expect(fieldErrors(given)).toEqual(atFields);
  expect(besideFields(given, ['name'])).toEqual(beside);
});
