import { type ComparedField, type Comparison } from '../matching/compare';
import { type Degree } from '../matching/weights';

/** How one thing that two people tell compares; never the values themselves. */
export interface LikenessPart {
  field: ComparedField;
  degree: Degree;
}

export const partsOf = ({ evidence }: Comparison): LikenessPart[] =>
  evidence.map(({ field, degree }) => ({ field, degree }));

const FIELD_WORDS: Readonly<Record<ComparedField, string>> = {
  NAME: 'the name',
  PHONE: 'the phone number',
  EMAIL: 'the e-mail address',
  BIRTH: 'the date of birth',
  NATIONAL_ID: 'the personal number',
  CITY: 'the town',
  REGION: 'the region',
  POSTCODE: 'the postal code',
  STREET: 'the street',
  NUMBER: 'the house number',
};

const DEGREE_WORDS: Readonly<Record<Degree, string>> = {
  SAME: 'is the same',
  SOUND: 'sounds the same',
  SHORT: 'is a short form of the other',
  CLOSE: 'is a slip away from the other',
  MARKED: 'is the same but for a mark such as junior, as of father and son',
  KIN: 'is as of another of the family, such as a wife, a brother or a child',
  UNLIKE: 'is not quite another',
  DIFFERENT: 'is another',
};

/** "the name sounds the same, the phone number is a slip away from the other": what a buyer reads, without the values. */
export const likenessInWords = (parts: readonly LikenessPart[]): string =>
  parts.map(({ field, degree }) => `${FIELD_WORDS[field]} ${DEGREE_WORDS[degree]}`).join(', ');
