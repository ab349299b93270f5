/** How much people want what they asked about, the hottest first. */
export const TEMPERATURES = ['HOT', 'WARM', 'COLD'] as const;

/** What a lead carries to reach its person by; a whole questionnaire comes first. */
export const CONTACT_KINDS = ['INTERESTED', 'REGISTRATION', 'QUICK', 'PROMO'] as const;

/** Where people come from, in the order in which it is asked; the last of them are offline. */
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
