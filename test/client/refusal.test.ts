import { besideFields, fieldErrors, type Refusal, withoutField } from '../../client/src/app/useVerb';

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

const cased = refusal({
  path: ['input', 'terms', 'floor', 'minor'],
  problems: [
    { message: 'First.', path: ['input', 'terms', 'floor', 'minor'] },
    { message: 'Second.', path: ['floors'] },
    { message: 'Third.', path: [] },
  ],
});

test.each([
  ['no refusal', null, 'name', {}, []],
  ['one about another field', refusal({ path: ['note'] }), 'name', { note: 'First.' }, ['First.']],
  ['the only one', refusal({ path: ['input', 'name'] }), 'name', {}, []],
  ['the first of two', two, 'name', { 'fields.0.key': 'Second.' }, ['Second.']],
  ['the second of two', two, 'fields', { name: 'First.' }, []],
  [
    'one within a field, beside a like name and none',
    cased,
    'terms.floor',
    { floors: 'Second.' },
    ['Second.', 'Third.'],
  ],
  ['one about no field', refusal({ path: null, problems: [] }), 'name', {}, ['First.']],
])('words at a field go when it is written in: %s', (_title, given, field, atFields, beside) => {
  const left = withoutField(given, field);
  expect(fieldErrors(left)).toEqual(atFields);
  expect(besideFields(left, ['name'])).toEqual(beside);
});
