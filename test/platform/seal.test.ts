import fc from 'fast-check';
import { moveClock } from '../../server/platform/clock';
import {
  isSignatureOf,
  keyedHash,
  openFields,
  readToken,
  sealFields,
  signText,
  signToken,
} from '../../server/platform/seal';

test('what was sealed opens as it was, in any script', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: 'grapheme' })), (fields) => {
      expect(openFields('lead_contacts', 'lead_1', sealFields('lead_contacts', 'lead_1', fields))).toEqual({
        ...fields,
      });
    }),
  );
});

test('S36: a sealed field moved to another record, collection or field does not open', () => {
  const sealed = sealFields('lead_contacts', 'lead_1', { phone: '+12025550143', email: 'a@example.com' });
  expect(() => openFields('lead_contacts', 'lead_2', sealed)).toThrow();
  expect(() => openFields('other', 'lead_1', sealed)).toThrow();
  const swapped = { ...sealed, fields: { phone: sealed.fields.email!, email: sealed.fields.phone! } };
  expect(() => openFields('lead_contacts', 'lead_1', swapped)).toThrow();
});

test('S36: one changed byte does not open, and equal values seal differently each time', () => {
  const sealed = sealFields('c', 'i', { name: 'Amina' });
  expect(sealFields('c', 'i', { name: 'Amina' }).fields.name).not.toEqual(sealed.fields.name);
  sealed.fields.name![20]! ^= 1;
  expect(() => openFields('c', 'i', sealed)).toThrow();
});

test('a keyed hash is equal for equal values of one kind only', () => {
  expect(keyedHash('phone', '+12025550143')).toBe(keyedHash('phone', '+12025550143'));
  expect(keyedHash('phone', '+12025550143')).not.toBe(keyedHash('email', '+12025550143'));
});

test('a signed token holds for its purpose, its bytes and its time only', () => {
  const token = signToken('quote', { id: 'q1' }, 600);
  expect(readToken('quote', token)).toEqual({ id: 'q1' });
  expect(readToken('other', token)).toBeNull();
  expect(readToken('quote', `${token.slice(0, -2)}xx`)).toBeNull();
  expect(readToken('quote', 'rubbish')).toBeNull();
  moveClock(601_000);
  expect(readToken('quote', token)).toBeNull();
  moveClock(-601_000);
});

test('a signature of another text or purpose does not hold', () => {
  expect(isSignatureOf('p', 'text', signText('p', 'text'))).toBe(true);
  expect(isSignatureOf('p', 'texT', signText('p', 'text'))).toBe(false);
  expect(isSignatureOf('q', 'text', signText('p', 'text'))).toBe(false);
});
