/**
 * The closed sets that the board packs into bytes. The order inside each list is the board's own business: it is never
 * stored, so a word may be added anywhere.
 */
export const MODELS = ['LEAD', 'CLICK', 'CALL'] as const;
export const TEMPERATURES = ['COLD', 'WARM', 'HOT'] as const;
export const CONTACT_KINDS = ['QUICK', 'REGISTRATION', 'PROMO', 'INTERESTED'] as const;
export const CHANNELS = [
  'SEARCH',
  'CONTEXTUAL_AD',
  'BANNER',
  'TEASER',
  'SOCIAL_AD',
  'SOCIAL_POST',
  'EMAIL',
  'DIRECT_VISIT',
  'MESSENGER',
  'REFERRAL',
  'MAILING',
  'COLD_CALL',
  'EXHIBITION',
  'CONFERENCE',
  'EVENT',
  'PROMOTION',
  'OTHER',
] as const;
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;

export const PROOF_CHANNELS = ['PHONE', 'EMAIL'] as const;

export type Model = (typeof MODELS)[number];
export type Temperature = (typeof TEMPERATURES)[number];
export type ContactKind = (typeof CONTACT_KINDS)[number];
export type Channel = (typeof CHANNELS)[number];
export type Grade = (typeof GRADES)[number];
export type ProofChannel = (typeof PROOF_CHANNELS)[number];

/** The facts of a lead that share one byte: model, temperature, contact kind, verified, exclusive. */
export interface Traits {
  model: Model;
  temperature: Temperature;
  contactKind: ContactKind;
  isVerified: boolean;
  isExclusive: boolean;
}

/** Where a lead comes from, in one byte: its channel and the grade of its agency. */
export interface Source {
  channel: Channel;
  grade: Grade;
}

export function packTraits(traits: Traits): number {
  return (
    MODELS.indexOf(traits.model) |
    (TEMPERATURES.indexOf(traits.temperature) << 2) |
    (CONTACT_KINDS.indexOf(traits.contactKind) << 4) |
    (Number(traits.isVerified) << 6) |
    (Number(traits.isExclusive) << 7)
  );
}

export const modelOf = (byte: number): Model => MODELS[byte & 3] ?? 'LEAD';
export const temperatureOf = (byte: number): Temperature => TEMPERATURES[(byte >> 2) & 3] ?? 'COLD';
export const contactKindOf = (byte: number): ContactKind => CONTACT_KINDS[(byte >> 4) & 3] ?? 'QUICK';
export const isVerifiedOf = (byte: number): boolean => ((byte >> 6) & 1) === 1;
export const isExclusiveOf = (byte: number): boolean => ((byte >> 7) & 1) === 1;

export function packSource(source: Source): number {
  return CHANNELS.indexOf(source.channel) | (GRADES.indexOf(source.grade) << 5);
}

export const channelOf = (byte: number): Channel => CHANNELS[byte & 31] ?? 'OTHER';
export const gradeOf = (byte: number): Grade => GRADES[(byte >> 5) & 7] ?? 'C';

/** The channels on which the persons have answered, a bit each. */
export const packProven = (channels: readonly ProofChannel[]): number =>
  channels.reduce((bits, channel) => bits | (1 << PROOF_CHANNELS.indexOf(channel)), 0);

export const provenOf = (bits: number): ProofChannel[] =>
  PROOF_CHANNELS.filter((_channel, place) => ((bits >> place) & 1) === 1);
