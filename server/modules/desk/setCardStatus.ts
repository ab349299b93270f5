import { type SetCardStatusInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { together } from '../../platform/inputs';
import { exponentOf } from '../../platform/money';
import { inTransaction } from '../../platform/transaction';
import { openCard } from './findCard';
import { CardEvents, type CardRow, Cards } from './model';
import { mayCarryValue, nextStatuses, STEPS_FROM } from './rules';
import { noteText } from './noteText';

/** Moves a card on by the table of statuses. Errors: InvalidInput, NotFound, Conflict. */
export async function setCardStatus(viewer: Viewer, input: SetCardStatusInput): Promise<{ card: CardRow }> {
  const [, deal, text] = together(
    () => checkReason(input),
    () => dealOf(input),
    () => (input.note ? noteText(input.note, ['note']) : null),
  );
  return inTransaction(async () => {
    const card = await openCard(viewer, input.cardId);
    if (!nextStatuses(card.status).includes(input.status)) {
      throw conflict(`${STEPS_FROM[card.status]} Nothing was done.`);
    }
    const at = now();
    const change = { status: input.status, lostReason: input.lostReason ?? null, ...deal, changedAt: at };
    const filter = { _id: card._id, status: card.status };
    const changed = await Cards.findOneAndUpdate(filter, { $set: change }, { returnDocument: 'after' }).lean<CardRow>();
    if (!changed) throw conflict('Somebody else moved this card at the same moment. Nothing was done.');
    const move = { from: card.status, to: input.status, assigneeId: null, text };
    const event = {
      _id: newId('event'),
      cardId: card._id,
      at,
      kind: 'STATUS_CHANGED' as const,
      personId: viewer.personId,
    };
    await CardEvents.insertMany([{ ...event, ...move }]);
    return { card: changed };
  });
}

function checkReason({ status, lostReason }: SetCardStatusInput): void {
  if ((status === 'LOST') !== Boolean(lostReason)) {
    throw invalidInput('Give a reason with LOST, and only with LOST.', ['lostReason']);
  }
}

/** The value as stored; nothing at all where the caller says nothing, so that the old value stays. */
function dealOf({ status, dealValue }: SetCardStatusInput): { dealMinor?: bigint; dealCurrency?: string } {
  if (!dealValue) return {};
  if (!mayCarryValue(status)) throw invalidInput('The value of a deal goes with PROPOSAL or WON.', ['dealValue']);
  if (dealValue.minor < 0n) throw invalidInput('The value of a deal is 0 or more.', ['dealValue', 'minor']);
  try {
    exponentOf(dealValue.currency);
  } catch {
    throw invalidInput(`The market does not know the currency ${dealValue.currency}.`, ['dealValue', 'currency']);
  }
  return { dealMinor: dealValue.minor, dealCurrency: dealValue.currency };
}
