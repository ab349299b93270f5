import { after, now } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { leadsById, type ProofChannel } from '../leads';
import { salesOfLeads } from '../market';
import { requestMessage } from '../messages';
import { type Erased } from './heldBeside';
import { type ErasureRow } from './model';
import { LETTER_MS } from './rules';
import { type OwnContact } from './session';
import { receiptLetter, receiptText } from './words';

/** The receipt of an erasure of these leads and of what lay beside them, in the transaction that erases them. */
export async function receiptOf(
  channels: readonly ProofChannel[],
  leadIds: readonly string[],
  beside: Erased,
): Promise<ErasureRow> {
  const leads = await leadsById(leadIds);
  const sales = await salesOfLeads(leadIds);
  return {
    _id: newId('erasure'),
    at: now(),
    channels: [...channels],
    leadIds: [...leadIds, ...beside.ids],
    agencyIds: [...new Set([...leads.values()].map(({ agencyId }) => agencyId))],
    buyerIds: [...new Set([...sales.map(({ buyerId }) => buyerId), ...beside.businessIds])],
  };
}

/** Sends it to a phone or an address that was erased. */
export async function sendReceipt(
  { channel, value, language }: Pick<OwnContact, 'channel' | 'value' | 'language'>,
  { _id, at }: ErasureRow,
): Promise<void> {
  const words = channel === 'EMAIL' ? receiptLetter(_id, at, language) : { text: receiptText(_id, language) };
  const by = channel === 'EMAIL' ? ('EMAIL' as const) : ('SMS' as const);
  await requestMessage({ channel: by, to: value, ...words, expiresAt: after(at, LETTER_MS) });
}
