/** How far two values agree. */
export type Degree =
  | 'SAME'
  /** Spelt differently, or in another script, with the same sound. */
  | 'SOUND'
  /** One is the beginning of the other. */
  | 'SHORT'
  /** A slip or two apart. */
  | 'CLOSE'
  /** The same but for a mark that one bears: the younger, the elder, the second. */
  | 'MARKED'
  /** As of two of one family: Asha Juma and Juma Hassan, Mr and Mrs Robinson, Petrov and Petrova. */
  | 'KIN'
  /** Neither alike nor clearly another. */
  | 'UNLIKE'
  | 'DIFFERENT';

/**
 * What one field says for or against two records being one person: the logarithm of how much likelier it is among
 * records of one person than among any two (Fellegi and Sunter). `same` is how often the values of one person are the
 * same; what chance makes the same is counted (shares.ts). The others are fixed, and lie below it.
 */
interface FieldWeights {
  same: number;
  /** What agreement may say at most. */
  most: number;
  close: number;
  unlike: number;
  different: number;
}

export const WEIGHTS = {
  name: { same: 0.75, most: 12, close: 5.5, unlike: -1.5, different: -4.5 },
  birth: { same: 0.8, most: 13, close: 5, unlike: 1, different: -5 },
  year: { same: 0.9, most: 6, close: 0, unlike: 0, different: -4 },
  city: { same: 0.75, most: 9, close: 4, unlike: 0, different: -2 },
  region: { same: 0.9, most: 4, close: 2, unlike: -1, different: -2.5 },
  postcode: { same: 0.8, most: 9, close: 3.5, unlike: -1, different: -2 },
  street: { same: 0.7, most: 10, close: 5, unlike: -0.5, different: -2 },
  number: { same: 0.8, most: 6, close: 1, unlike: -0.5, different: -1 },
  phone: { same: 0.8, most: 13, close: 6, unlike: -2.5, different: -2.5 },
  email: { same: 0.7, most: 13, close: 6, unlike: 0, different: -2 },
  nationalId: { same: 0.9, most: 14, close: 7, unlike: -3, different: -5 },
  /** Names the other way round. */
  swapped: -2.5,
  /** Nothing but names and towns agrees: the same name is no rare thing among the people who ask. */
  unanchored: -6,
  /** Neither phone nor e-mail agrees, of two who tell both: people change one of them, seldom both. */
  otherContacts: -4,
  /** What address and phone may say together: families share them. */
  household: 12,
  /** Another given name and another day of birth: each may be wrong, hardly both. */
  contradicted: -8,
} as const;

type WeighedField = Exclude<
  keyof typeof WEIGHTS,
  'swapped' | 'unanchored' | 'otherContacts' | 'household' | 'contradicted'
>;

/** What a degree of agreement says in bits; agreement on what many share says less. */
export function agreement(field: WeighedField, degree: Degree, share: number): number {
  const { same, most, close, unlike, different }: FieldWeights = WEIGHTS[field];
  const full = Math.min(most, Math.log2(same / share));
  switch (degree) {
    case 'SAME':
      return full;
    case 'SOUND':
      return Math.max(Math.min(full, 1), full - 0.5);
    case 'CLOSE':
      return Math.min(close, full - 1);
    case 'SHORT':
      return Math.min(3, full - 2);
    case 'MARKED':
    case 'KIN':
    case 'UNLIKE':
      return unlike;
    case 'DIFFERENT':
      return different;
  }
}
