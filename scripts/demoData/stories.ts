/** What a dispute of the demo is about: the words of each side, and how it ends when it comes to a decision. */
export interface Story {
  reason:
    | 'DUPLICATE'
    | 'BOT'
    | 'TYPO'
    | 'COMPETITOR'
    | 'PRANK'
    | 'NOT_AS_LISTED'
    | 'NO_CONSENT'
    | 'WRONG_REGION'
    | 'WRONG_NUMBER';
  /** The buyer's words; every story has others, so that all sides know a dispute by them. */
  claim: string;
  /** The buyer's own attempts: three on two days, or one that met a dead contact. */
  log?: 'NO_ANSWER' | 'DEAD';
  /** Taken back before the agency answers. */
  isWithdrawn?: true;
  /** What the agency answers; null: nothing, so that its silence decides. */
  answer: string | null;
  /** The agency agrees. */
  isConceded?: true;
  outcome: 'ACCEPTED' | 'REJECTED';
  /** The part that goes back, in hundredths of a percent. */
  shareBps?: number;
  /** Of a batch of clicks: the part of them that is claimed, and the part of that which goes back. */
  clicks?: { claimed: number; back?: number };
  /** The adjudicator's grounds. */
  note: string;
}

/** The disputes of the past, told again and again in this order: one of each end among the first seven. */
export const PAST: readonly Story[] = [
  {
    reason: 'PRANK',
    claim: 'The person who picked up never asked for anything; a colleague left the name for a joke.',
    answer: null,
    outcome: 'ACCEPTED',
    note: 'The agency brings nothing against a claim that is plausible.',
  },
  {
    reason: 'BOT',
    claim: 'The same three answers, word for word, came with two other leads of this week.',
    answer: 'Our form has a hidden field against robots, and it was empty. We see nothing unusual.',
    outcome: 'ACCEPTED',
    note: 'The agency could not show a visit that fits the time at which the form was sent.',
  },
  {
    reason: 'NO_CONSENT',
    claim: 'The person says that no box was ticked and that nobody may call.',
    answer: 'Text, page, time and address of the consent are stored with the lead; people forget what they ticked.',
    outcome: 'REJECTED',
    note: 'The consent on record is complete and was given for exactly this kind of call.',
  },
  {
    reason: 'NOT_AS_LISTED',
    claim: 'Listed as ready to decide, but the person only wanted a brochure for next year.',
    answer: 'The person asked for a price on our form; when they want to start was not asked.',
    outcome: 'ACCEPTED',
    shareBps: 4000,
    note: 'A real person who asked, but colder than listed: 40 % of the price goes back.',
  },
  {
    reason: 'PRANK',
    claim: 'A child answered and laughed. We believe that it filled in the form.',
    isWithdrawn: true,
    answer: null,
    outcome: 'REJECTED',
    note: 'The parent called back and does want an offer.',
  },
  {
    reason: 'TYPO',
    claim: 'The message came back at once: there is no such mailbox.',
    log: 'DEAD',
    answer: 'We looked at the form log: a letter is missing in the address. We agree.',
    isConceded: true,
    outcome: 'ACCEPTED',
    note: 'The address cannot be reached.',
  },
  {
    reason: 'DUPLICATE',
    claim: 'We are sure that we have this person from an earlier purchase.',
    answer: 'We sold this person once.',
    outcome: 'REJECTED',
    note: 'No sale of the same person to this buyer is on record.',
  },
  {
    reason: 'TYPO',
    claim: 'Nobody of this name can be reached there; three tries on two days.',
    log: 'NO_ANSWER',
    answer: null,
    outcome: 'ACCEPTED',
    note: 'The log of the buyer is complete and the agency shows nothing against it.',
  },
  {
    reason: 'COMPETITOR',
    claim: 'The questions were those of somebody who sells the same; nobody asks for our margins.',
    answer: 'The person gave a private address and asked twice for an appointment.',
    outcome: 'REJECTED',
    note: 'Curious questions do not make a competitor; the address belongs to no known seller.',
  },
  {
    reason: 'BOT',
    claim: 'Sent at three in the night, and no answer fits another. Nobody writes like this.',
    answer: null,
    outcome: 'ACCEPTED',
    note: 'The answers contradict each other and the agency is silent.',
  },
  {
    reason: 'NOT_AS_LISTED',
    claim: 'The region is right, but what the person needs is another service than listed.',
    answer: 'Both services are asked for on the same page, the person ticked this one.',
    outcome: 'ACCEPTED',
    shareBps: 6000,
    note: 'The wish in the comment does not fit the niche: 60 % of the price goes back.',
  },
  {
    reason: 'NO_CONSENT',
    claim: 'The person complains about our call and asks where we have the number from.',
    answer: 'They confirmed their address by the link in our mail on the same day.',
    outcome: 'REJECTED',
    note: 'A confirmed request is on record. The buyer should name the form when it calls.',
  },
];

/** What waits for an adjudicator at the end: evidence for the buyer, for the agency, and for neither. */
export const WAITING: readonly Story[] = [
  {
    reason: 'TYPO',
    claim: 'We tried in the morning, at night and on the next day: it never rings through, no answer to messages.',
    log: 'NO_ANSWER',
    answer: 'We called the person again this morning and were answered on the second try.',
    outcome: 'ACCEPTED',
    note: 'Three tries on two days stand against one that nobody else can check.',
  },
  {
    reason: 'BOT',
    claim: 'The form was filled within seconds and the comment is one that we see every week.',
    answer: 'The request came from our form with a normal time to fill; no signal of a robot was stored.',
    outcome: 'REJECTED',
    note: 'No sign of a robot was found when the lead came in.',
  },
  {
    reason: 'NOT_AS_LISTED',
    claim: 'Listed as hot. The person signed with another company before we could even call.',
    answer: 'That the person decided within a day is what hot means.',
    outcome: 'REJECTED',
    note: 'To be too late is no fault of the lead.',
  },
  {
    reason: 'NO_CONSENT',
    claim: 'The person insists on never having agreed to be called by insurers or anybody else.',
    answer: 'The consent is stored with the page, the time and the text that was shown.',
    outcome: 'REJECTED',
    note: 'The consent on record is complete.',
  },
];

/** What came in last: the agency's clock runs. */
export const FRESH: readonly Story[] = [
  {
    reason: 'PRANK',
    claim: 'The number belongs to a pizzeria, where nobody knows of any request.',
    answer: 'The person ordered a call back to work.',
    outcome: 'ACCEPTED',
    note: 'A place of business where nobody knows the name is no lead.',
  },
  {
    reason: 'NOT_AS_LISTED',
    claim: 'The budget in the comment is a tenth of what the answers say.',
    answer: 'The answers are what the person chose on the form.',
    outcome: 'ACCEPTED',
    shareBps: 3000,
    note: 'Comment and answers do not fit: a part goes back.',
  },
  {
    reason: 'TYPO',
    claim: 'Our offer came back as undeliverable within a minute.',
    log: 'DEAD',
    answer: 'The address was confirmed by its owner.',
    outcome: 'ACCEPTED',
    note: 'The address is dead.',
  },
];

/** What is claimed of clicks, by how many days before the last of them. */
export const OF_CLICKS: Readonly<Record<number, Story>> = {
  8: {
    reason: 'WRONG_REGION',
    claim: 'Half of those who wrote to us afterwards live in Uganda, where we do not insure.',
    clicks: { claimed: 0.5 },
    answer: 'All of them came by networks of Kenya; where somebody lives we cannot see, and nobody pays for that.',
    outcome: 'REJECTED',
    note: 'Every network lies in Kenya, as the campaign buys.',
  },
  3: {
    reason: 'BOT',
    claim: 'Most of the visitors of this hour left before our page was drawn.',
    clicks: { claimed: 0.8, back: 0.5 },
    answer: 'The newsletter went out at that time; people open it, look and close it.',
    outcome: 'ACCEPTED',
    note: 'One network with one browser sent half of what is claimed, the others came as people do.',
  },
  2: {
    reason: 'DUPLICATE',
    claim: 'The same people as in the days before: our own log knows their cookies.',
    clicks: { claimed: 0.4 },
    answer: 'Our reader opened the newsletter again and again. We agree.',
    isConceded: true,
    outcome: 'ACCEPTED',
    note: 'The agency agrees.',
  },
  1: {
    reason: 'COMPETITOR',
    claim: 'The clicks come minute by minute while our rival’s office is open, and never after.',
    clicks: { claimed: 0.6 },
    answer: 'Our readers are at work at that time too.',
    outcome: 'REJECTED',
    note: 'Office hours are everybody’s.',
  },
  0: {
    reason: 'BOT',
    claim: 'Nobody of these scrolled, touched or typed anything on our page.',
    clicks: { claimed: 1 },
    answer: 'The page takes long to load on a phone; people give up.',
    outcome: 'ACCEPTED',
    note: 'Nothing on the page happened.',
  },
};

/** What the business says of a call of its first campaign that is paid per call, by how many days ago. */
export const OF_CALLS: Readonly<Record<number, Story>> = {
  5: {
    reason: 'WRONG_NUMBER',
    claim: 'He wanted a garage, and asked three times whether we tow cars.',
    answer: 'He asks for a quote in the second minute. Listen to it.',
    outcome: 'REJECTED',
    note: 'He asks for both, a garage and a quote.',
  },
  1: {
    reason: 'BOT',
    claim: 'Nobody spoke: a tape asked us to hold the line until the time was over.',
    answer: 'Our radio spots bring listeners; we play no tapes.',
    outcome: 'ACCEPTED',
    note: 'The recording has the same sentence eleven times.',
  },
};

const BY_CLAIM: ReadonlyMap<string, Story> = new Map(
  [...PAST, ...WAITING, ...FRESH, ...Object.values(OF_CLICKS), ...Object.values(OF_CALLS)].map((story) => [
    story.claim,
    story,
  ]),
);

/** The story of a dispute by its buyer's words. */
export function storyOf(claim: string): Story {
  const story = BY_CLAIM.get(claim);
  if (!story) throw new Error(`No story begins with "${claim}"`);
  return story;
}
