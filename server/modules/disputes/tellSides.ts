import { config } from '../../config';
import { after, DAY, spokenMoment } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { type EventHandler } from '../../platform/manifest';
import { formatMoney, money, toMinor } from '../../platform/money';
import { inTransaction } from '../../platform/transaction';
import { addressesOf } from '../accounts';
import { nicheTree } from '../catalog';
import { requestMessage } from '../messages';
import { CALLED } from './errors';
import { loadDispute } from './findDispute';
import { type DisputeParty, type DisputeRow } from './model';
import { disputeRules, ruleOf } from './rules';

/** A letter that waits longer than this is sent no more. */
const LETTER_MS = 7 * DAY;

interface Letter {
  subject: string;
  text: string;
}

interface News {
  id: string;
  at: Date;
}

const amountOf = (minor: bigint | number, { currency }: DisputeRow): string =>
  formatMoney(money(toMinor(minor), currency));

/** What is disputed, and what for, in two sentences. */
function about(dispute: DisputeRow): string {
  const { kind, reason, rulesVersion, nicheId, claimedMinor } = dispute;
  const niche = nicheTree().byId(nicheId)?.name ?? '';
  const { claim } = ruleOf(disputeRules(kind, rulesVersion), reason);
  const claimed = amountOf(claimedMinor, dispute);
  return `It is about a ${CALLED[kind]} (${niche}), of which ${claimed} is claimed. The claim: ${claim}`;
}

/** The agency's clock runs whether or not it looks: a claim that nobody was told of is not left to silence. */
async function tellOpened(disputeId: string, news: News): Promise<void> {
  const dispute = await loadDispute(disputeId);
  // It may be answered by now.
  if (dispute.state !== 'OPEN' || !dispute.dueAt) return;
  await write(dispute, dispute.agencyId, news, {
    subject: 'A claim waits for your answer',
    text: `A business disputes what it bought of you. ${about(dispute)}\n\nAnswer it until ${spokenMoment(dispute.dueAt)}: after that it goes on without you.`,
  });
}

const BY: Readonly<Record<DisputeParty, string>> = {
  BUYER: 'by the business',
  AGENCY: 'by the agency, which agreed',
  ADJUDICATOR: 'by an adjudicator',
  RULES: 'at once by the rules, by proof',
  CLOCK: 'by silence, since a time ran out',
};

/** Each side is told how it ended, but whoever ended it. */
async function tellDecided(disputeId: string, news: News): Promise<void> {
  const dispute = await loadDispute(disputeId);
  const { state, steps, buyerId, agencyId } = dispute;
  const by = steps.at(-1)?.by ?? 'CLOCK';
  const back = amountOf(dispute.refundedMinor, dispute);
  const ended =
    state === 'WITHDRAWN'
      ? 'The business withdrew its claim.'
      : `The claim was ${state === 'ACCEPTED' ? `accepted, and ${back} went back to the business` : 'rejected, and nothing went back'}: decided ${BY[by]}.`;
  const letter = { subject: 'A dispute is over', text: `${ended} ${about(dispute)}` };
  // What the rules decide at once the business reads in the answer to its claim.
  const sides = [...(by === 'BUYER' || by === 'RULES' ? [] : [buyerId]), ...(by === 'AGENCY' ? [] : [agencyId])];
  for (const side of sides) await write(dispute, side, news, letter);
}

async function write({ _id }: DisputeRow, organisationId: string, { id, at }: News, { subject, text }: Letter) {
  const addresses = await addressesOf(organisationId);
  await inTransaction(async () => {
    for (const { personId, email } of addresses) {
      await requestMessage({
        id: idFrom('message', id, personId),
        channel: 'EMAIL',
        to: email,
        subject,
        text: `${text}\n\n${config.publicUrl}/disputes/${_id}\n`,
        expiresAt: after(at, LETTER_MS),
      });
    }
  });
}

export const handlers: EventHandler[] = [
  {
    topic: 'dispute.opened',
    name: 'disputes.writeToAgency',
    handle: ({ disputeId }, event) => tellOpened(disputeId, event),
  },
  {
    topic: 'dispute.decided',
    name: 'disputes.writeToSides',
    handle: ({ disputeId }, event) => tellDecided(disputeId, event),
  },
];
