import { type Line } from './checks/phone';
import { type Finding, isOfContact, isOfName, isOfRobots, isRefutedOn } from './checks/signals';
import { type Lead, type LeadLikeness, type Signal } from './model';

/** Where a lead stands. REJECTED and WITHDRAWN are ends but for erasure, after which nothing is known of its person. */
export const LEAD_STATES = ['ACCEPTED', 'QUARANTINED', 'REJECTED', 'WITHDRAWN', 'ERASED'] as const;
export type LeadState = (typeof LEAD_STATES)[number];

/** Every move that a lead can make; what is not listed is refused without a write. */
export const MOVES = {
  releaseFromQuarantine: { from: ['QUARANTINED'], to: 'ACCEPTED' },
  rejectLead: { from: ['QUARANTINED', 'ACCEPTED'], to: 'REJECTED' },
  withdrawLead: { from: ['QUARANTINED', 'ACCEPTED'], to: 'WITHDRAWN' },
  /** By the checks: what came after it speaks against it. */
  holdLead: { from: ['ACCEPTED'], to: 'QUARANTINED' },
  /** By the person of the lead: it was somebody else; it was they, which refutes all that held it; the consent is taken back. */
  denyRequest: { from: ['QUARANTINED', 'ACCEPTED'], to: 'REJECTED' },
  confirmRequest: { from: ['QUARANTINED'], to: 'ACCEPTED' },
  withdrawConsent: { from: ['QUARANTINED', 'ACCEPTED'], to: 'WITHDRAWN' },
  eraseLead: { from: ['QUARANTINED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'], to: 'ERASED' },
} as const satisfies Record<string, { from: readonly LeadState[]; to: LeadState }>;

/** What a person may say of a lead later; whoever has the contact leaves them alone from then on. */
export const PERSONS_WORDS = ['DENIED', 'WITHDRAWN', 'ERASED'] as const;
export type PersonsWord = (typeof PERSONS_WORDS)[number];

/**
 * Whether what was held of its person is erased: whoever bought it has it no more, also where something stays under another
 * contact, by which a repeat came, for whoever has that one (subject/eraseOwnPart.ts).
 */
export const isErased = ({ state, wordsOfPerson = [] }: Pick<Lead, 'state' | 'wordsOfPerson'>): boolean =>
  state === 'ERASED' || wordsOfPerson.some(({ word }) => word === 'ERASED');

/** The sum of a lead's weights from which a moderator looks at it, and from which it is refused. */
export const QUARANTINE_FROM = 45;
export const REJECT_FROM = 100;

/** What the sum of the weights decides. */
export function decide(findings: readonly Pick<Finding, 'weight'>[]): 'ACCEPTED' | 'QUARANTINED' | 'REJECTED' {
  const sum = findings.reduce((total, { weight }) => total + weight, 0);
  if (sum >= REJECT_FROM) return 'REJECTED';
  return sum >= QUARANTINE_FROM ? 'QUARANTINED' : 'ACCEPTED';
}

/** Whether what tells of programs would hold a lead by itself. */
export const looksLikeProgram = (findings: readonly Pick<Finding, 'code' | 'weight'>[]): boolean =>
  decide(findings.filter(({ code }) => isOfRobots(code))) !== 'ACCEPTED';

/**
 * The findings that made a decision against a lead: those that suffice alone, else the heaviest whose sum does. What was
 * only noted beside them is left out.
 */
export function decidingOf<F extends Pick<Finding, 'weight'>>(findings: readonly F[]): F[] {
  const decision = decide(findings);
  if (decision === 'ACCEPTED') return [];
  const enough = decision === 'REJECTED' ? REJECT_FROM : QUARANTINE_FROM;
  const alone = findings.filter(({ weight }) => weight >= enough);
  if (alone.length > 0) return alone;
  let sum = 0;
  return [...findings]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ weight }) => {
      const isNeeded = sum < enough;
      sum += weight;
      return isNeeded;
    });
}

/** Days within which the same person, by phone or e-mail, is the same lead, whichever agency brings it. */
export const DUPLICATE_DAYS = 90;

/** States in which a lead stands for its person: a refused row may be corrected and sent again. */
export const STANDING_STATES: readonly LeadState[] = ['ACCEPTED', 'QUARANTINED', 'WITHDRAWN'];

export const PROOF_CHANNELS = ['PHONE', 'EMAIL'] as const;
export type ProofChannel = (typeof PROOF_CHANNELS)[number];

/**
 * By which means a channel was proven. CONFIRMED_BY_AGENCY: the agency's own double opt-in, as it tells it, with time,
 * page and IP address. CONFIRMED_BY_LINK, CONFIRMED_BY_CODE: the person answered a message of this market. EARLIER_TOUCH: another
 * agency, on another day, brought the same phone with the same e-mail. RECORDED_CALL: a call with the person that the agency
 * recorded; staff and buyers can hear it.
 */
export const PROOF_METHODS = [
  'CONFIRMED_BY_AGENCY',
  'RECORDED_CALL',
  'CONFIRMED_BY_LINK',
  'CONFIRMED_BY_CODE',
  'EARLIER_TOUCH',
] as const;
type ProofMethod = (typeof PROOF_METHODS)[number];

/** A proof that a channel reaches the person. */
export interface Proof {
  channel: ProofChannel;
  method: ProofMethod;
  at: Date;
  /** Of a contact that the person gave beside the lead's own: when (vault/furtherContacts.ts). */
  alsoGivenAt?: Date;
}

/** Whether this market knows that somebody answered there, or lets it be heard; not on the word of agencies alone. */
export const isAnswered = (proof: Pick<Proof, 'method'>): boolean =>
  proof.method === 'RECORDED_CALL' || isAnsweredHere(proof);

/** Whether the person answered a message of this market, which no agency can do for them. */
export const isAnsweredHere = ({ method }: Pick<Proof, 'method'>): boolean =>
  method === 'CONFIRMED_BY_LINK' || method === 'CONFIRMED_BY_CODE';

type Judged = Pick<Finding, 'code' | 'weight'> & Partial<Pick<Signal, 'at' | 'isLater'>>;
type Answered = Pick<Lead, 'proofs'> & Partial<Pick<Lead, 'verdict' | 'likeness' | 'mended' | 'renamedAt' | 'reach'>>;

/** Whether a proof is of the lead's own phone or e-mail, and not of one that stands beside it. */
export const isOfOwn = ({ alsoGivenAt }: Proof): boolean => !alsoGivenAt;

const FIELD_OF = { PHONE: 'phone', EMAIL: 'email' } as const;

/** Since when the lead's own contact of a channel may be somebody else's; null where it surely is the person's, as far as was told. */
export const unsureSince = ({ mended = [] }: Pick<Lead, 'mended'>, channel: ProofChannel): Date | null => {
  const last = mended.findLast((one) => one.channel === channel);
  return last?.isUnsure ? last.at : null;
};

/**
 * Whether a proof is one of the lead's own phone or e-mail. Of what took their place and may be somebody else's only where
 * the person has answered on the other channel since, if there is one.
 */
export function countsForOwn(
  proof: Proof,
  lead: Pick<Lead, 'proofs'> & Partial<Pick<Lead, 'mended' | 'reach'>>,
): boolean {
  if (!isOfOwn(proof)) return false;
  const since = unsureSince(lead, proof.channel);
  const other = proof.channel === 'PHONE' ? 'EMAIL' : 'PHONE';
  if (since === null || lead.reach?.[FIELD_OF[other]] === null) return true;
  return lead.proofs.some((one) => one.channel === other && isAnsweredHere(one) && isOfOwn(one) && one.at >= since);
}

/** Whether a finding is of a name that another one has replaced since. */
export const isOfFormerName = (
  { code, at }: Pick<Judged, 'code' | 'at'>,
  { renamedAt }: Pick<Lead, 'renamedAt'>,
): boolean => renamedAt !== undefined && at !== undefined && at < renamedAt && isOfName(code);

/**
 * Whether a doubt about a part of a contact is none: the person has answered there, or has put right since what was
 * written wrongly.
 */
export const isRefuted = (found: Pick<Judged, 'code' | 'at' | 'isLater'>, lead: Answered): boolean =>
  isOfFormerName(found, lead) || isOfFormerContact(found, lead) || isAnsweredFor(found, lead);

const isOfFormerContact = (
  { code, at, isLater }: Pick<Judged, 'code' | 'at' | 'isLater'>,
  { mended = [] }: Pick<Lead, 'mended'>,
): boolean => mended.some((one) => !isLater && (at ?? one.at) <= one.at && isOfContact(code, one.channel));

const isAnsweredFor = ({ code }: Pick<Judged, 'code'>, lead: Answered): boolean =>
  lead.proofs.some((proof) => isRefutedOn(code, proof.channel) && isAnsweredHere(proof) && countsForOwn(proof, lead));

/** What speaks against a lead still: not what its person refuted, nor what somebody has looked at and found sound. */
export function standingFindings<F extends Judged>(findings: readonly F[], lead: Answered): F[] {
  const { verdict, likeness } = lead;
  const isJudged = ({ code, at }: F): boolean =>
    (verdict?.isPseudo === false && at !== undefined && at <= verdict.at) ||
    (code === 'PERSON_MAY_BE_KNOWN' && likeness?.isSamePerson === false);
  return findings.filter((found) => !isRefuted(found, lead) && !isJudged(found));
}

/** The findings for each of which alone a lead does not count as verified, whatever is proven. */
export const doubtsOf = <F extends Judged>(findings: readonly F[], lead: Answered): F[] =>
  standingFindings(findings, lead).filter(({ weight }) => weight >= QUARANTINE_FROM);

/** Whether the person has answered on the phone or the e-mail that a buyer calls or writes to first. */
const isAnsweredOnOwn = (proof: Proof, lead: Answered): boolean => isAnswered(proof) && countsForOwn(proof, lead);

/** A lead is verified when the person has answered on a channel of its own and no doubt stands. */
export const isVerified = (findings: readonly Judged[], lead: Answered): boolean =>
  lead.proofs.some((proof) => isAnsweredOnOwn(proof, lead)) && doubtsOf(findings, lead).length === 0;

/** The channels on which the person of a verified lead has answered; none of a lead that is not verified. */
export const provenChannels = (lead: Lead): ProofChannel[] =>
  lead.isVerified
    ? PROOF_CHANNELS.filter((wanted) =>
        lead.proofs.some((proof) => proof.channel === wanted && isAnsweredOnOwn(proof, lead)),
      )
    : [];

/** First letters of the first two words, the rest hidden with a length that tells nothing: "M••• K•••". */
export function maskName(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}’'ʻ-]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => `${/^\p{L}\p{M}*/u.exec(word)![0].toUpperCase()}•••`)
    .join(' ');
}

/** The one line that a buyer sees before buying: no contact, no full name. */
export function previewText(masked: string, place: string, reach: { line: Line | null; hasEmail: boolean }): string {
  const channels = [reach.line?.toLowerCase(), reach.hasEmail && 'e-mail'].filter(Boolean);
  return [masked, place, channels.join(' and ') || 'no contact'].filter(Boolean).join(', ');
}

/** The question whether a lead is the same person as another one, while it waits for an answer. */
export const openLikeness = ({ state, likeness }: Pick<Lead, 'state' | 'likeness'>): LeadLikeness | null =>
  state === 'QUARANTINED' && likeness && likeness.isSamePerson === null ? likeness : null;

/** Whether all that held a lead back is refuted or decided by now. */
export const isHeldNoMore = (lead: Lead): boolean =>
  lead.state === 'QUARANTINED' &&
  openLikeness(lead) === null &&
  decide(standingFindings(lead.signals, lead)) === 'ACCEPTED';
