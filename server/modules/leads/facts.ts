/** The facts of a lead that price and filters go by, and how they are read from what a file says. */

export const TEMPERATURES = ['COLD', 'WARM', 'HOT'] as const;
export const CONTACT_KINDS = ['QUICK', 'REGISTRATION', 'PROMO', 'INTERESTED'] as const;
export const LEAD_TYPES = ['SEED', 'NET', 'SPEAR'] as const;
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

export type Temperature = (typeof TEMPERATURES)[number];
export type ContactKind = (typeof CONTACT_KINDS)[number];
export type LeadType = (typeof LEAD_TYPES)[number];
export type Channel = (typeof CHANNELS)[number];

const OFFLINE: ReadonlySet<Channel> = new Set([
  'MAILING',
  'COLD_CALL',
  'EXHIBITION',
  'CONFERENCE',
  'EVENT',
  'PROMOTION',
]);

/** Whether people are met in person or by post, and not on a page of their own. */
export const isOffline = (channel: Channel): boolean => OFFLINE.has(channel);

/** Words of exports and of people, tried in this order. */
const CHANNEL_WORDS: readonly [Channel, RegExp][] = [
  ['CONTEXTUAL_AD', /context|google ?ads?|adwords|\bppc\b|\bcpc\b|\bsem\b|search ad|paid search|bing ads/],
  ['SOCIAL_POST', /social post|organic social|\bpost\b/],
  ['SOCIAL_AD', /social|facebook|instagram|\bfb\b|\big\b|\bmeta\b|tiktok|linkedin|odnoklassniki|\bvk\b/],
  ['SEARCH', /search|\bseo\b|organic|google|bing|yandex/],
  ['BANNER', /banner|display|\bgdn\b/],
  ['TEASER', /teaser|native|taboola|outbrain/],
  ['MESSENGER', /messenger|whatsapp|telegram|viber|\bsms\b|chat/],
  ['REFERRAL', /referr|recommend|friend|word of mouth|partner/],
  ['COLD_CALL', /cold ?call|outbound|telemarket/],
  ['EMAIL', /\be ?mail|newsletter/],
  ['MAILING', /direct mail|mailing|letter/],
  ['EXHIBITION', /exhibition|\bexpo\b|trade ?fair|\bfair\b|stand/],
  ['CONFERENCE', /conference|summit|congress/],
  ['PROMOTION', /promo|flyer|leaflet|lottery|raffle/],
  ['EVENT', /event|meetup|webinar|open day|seminar/],
  ['DIRECT_VISIT', /direct|web ?site|\bsite\b|\bweb\b|landing|visit/],
];

const fold = (text: string): string => text.toLowerCase().replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim();

function readWord<T extends string>(values: readonly T[], words: readonly [T, RegExp][], text: string): T | null {
  const folded = fold(text);
  return (
    values.find((value) => fold(value) === folded) ?? words.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
  );
}

export const readChannel = (text: string): Channel | null => readWord(CHANNELS, CHANNEL_WORDS, text);

export const readTemperature = (text: string): Temperature | null =>
  readWord(
    TEMPERATURES,
    [
      ['HOT', /\bhot\b|urgent|today/],
      ['WARM', /\bwarm\b/],
      ['COLD', /\bcold\b/],
    ],
    text,
  );

export const readContactKind = (text: string): ContactKind | null =>
  readWord(
    CONTACT_KINDS,
    [
      ['INTERESTED', /interest|full/],
      ['QUICK', /quick|short/],
      ['REGISTRATION', /regist/],
      ['PROMO', /promo/],
    ],
    text,
  );

export const readLeadType = (text: string): LeadType | null => readWord(LEAD_TYPES, [], text);

export interface KindFacts {
  channel: Channel;
  hasPhone: boolean;
  hasEmail: boolean;
  /** The niche's form was answered in full. */
  isFull: boolean;
  /** The person wrote what is wanted or named a time to be called. */
  hasWish: boolean;
}

/**
 * The contact kind that the facts make. What the agency says counts where the facts bear it out: a questionnaire or
 * a wish costs the buyer more, so it cannot be claimed for a name and a number.
 */
export function contactKindOf(facts: KindFacts, claimed: ContactKind | null): ContactKind {
  const bearsOut: Record<ContactKind, boolean> = {
    INTERESTED: facts.isFull || facts.hasWish,
    REGISTRATION: facts.hasEmail,
    PROMO: true,
    QUICK: true,
  };
  if (claimed && bearsOut[claimed]) return claimed;
  if (OFFLINE.has(facts.channel)) return 'PROMO';
  if (!facts.hasPhone) return 'REGISTRATION';
  return facts.isFull || facts.hasWish ? 'INTERESTED' : 'QUICK';
}

/** How near to buying a person is, where the agency does not say: who names a time to be called waits for the call. */
export function temperatureOf(facts: { channel: Channel; hasConvenientTime: boolean }): Temperature {
  if (facts.hasConvenientTime) return 'HOT';
  return facts.channel === 'COLD_CALL' || facts.channel === 'MAILING' ? 'COLD' : 'WARM';
}

/** How the person came in, where the agency does not say. */
export function leadTypeOf(channel: Channel): LeadType {
  if (channel === 'REFERRAL') return 'SEED';
  return channel === 'COLD_CALL' || channel === 'MAILING' ? 'SPEAR' : 'NET';
}
