import { type CorrectMyDataInput, type WithdrawMyConsentInput } from '../../generated/graphql';
import { invalidInput, notFound } from '../../platform/errors';
import { takeOne } from '../../platform/limits';
import { inTransaction } from '../../platform/transaction';
import { correctContact, endConsent, endConsentOfPart, leadsNamedAs, leadsOfContacts, readCorrection } from '../leads';
import { type MyData, myData } from './myData';
import { RIGHTS_LIMIT } from './rules';
import { requireContacts, sessionOver } from './session';

/** Puts name or town right in one request, or in all that are this person's by their name. Errors: SessionOver, NotFound, InvalidInput, TooManyRequests. */
export async function correctMyData(
  { token, requestId, name, city }: CorrectMyDataInput,
  ip: string,
): Promise<{ myData: MyData }> {
  await takeOne(RIGHTS_LIMIT.readPerIp, ip);
  const correction = readCorrection({ name, city });
  return changeEach(
    token,
    requestId,
    ({ _id }) => correctContact(_id, correction),
    refuseBeside,
    (leads) => (correction.name === undefined || requestId ? leads : whoseName(leads, correction.name)),
  );
}

/** Takes the consent back of one request, or of all. Errors: SessionOver, NotFound, TooManyRequests. */
export async function withdrawMyConsent(
  { token, requestId }: WithdrawMyConsentInput,
  ip: string,
): Promise<{ myData: MyData }> {
  await takeOne(RIGHTS_LIMIT.readPerIp, ip);
  return changeEach(
    token,
    requestId,
    (lead, contacts) => (lead.state === 'WITHDRAWN' ? Promise.resolve() : endConsent(lead, contacts)),
    (lead, contacts) => endConsentOfPart(lead, contacts),
  );
}

type Lead = Awaited<ReturnType<typeof leadsOfContacts>>['own'][number];
type Contacts = Awaited<ReturnType<typeof requireContacts>>;

/** Name and town are of whoever has the lead's own phone or address. Throws InvalidInput where it was asked for by name. */
async function refuseBeside(_lead: Lead, _contacts: Contacts, isAskedFor: boolean): Promise<void> {
  if (!isAskedFor) return;
  throw invalidInput(
    'This request was also left with another phone or address. Prove that one as well to correct the request.',
    ['requestId'],
  );
}

/** Throws InvalidInput where the requests are of several people and the name is none of theirs. */
async function whoseName(leads: readonly Lead[], name: string): Promise<readonly Lead[]> {
  const named = await leadsNamedAs(
    leads.map(({ _id }) => _id),
    name,
  );
  if (leads.length > 0 && named.size === 0)
    throw invalidInput('Your requests bear several names. Say which of them is to be corrected.', ['requestId']);
  return leads.filter(({ _id }) => named.has(_id));
}

async function changeEach(
  token: string,
  requestId: string | null | undefined,
  change: (lead: Lead, contacts: Contacts) => Promise<void>,
  changeBeside: (lead: Lead, contacts: Contacts, isAskedFor: boolean) => Promise<void>,
  among: (leads: readonly Lead[]) => readonly Lead[] | Promise<readonly Lead[]> = (leads) => leads,
): Promise<{ myData: MyData }> {
  const contacts = await requireContacts(token);
  await inTransaction(async () => {
    const held = await leadsOfContacts(contacts);
    const [own, beside] = [held.own, held.beside].map((leads) =>
      leads.filter(({ _id }) => !requestId || _id === requestId),
    ) as [Lead[], Lead[]];
    if (requestId && own.length + beside.length === 0) throw notFound('request');
    for (const lead of await among(own)) await change(lead, contacts);
    // Where there is nothing else it is these that were meant.
    for (const lead of beside) await changeBeside(lead, contacts, Boolean(requestId) || own.length === 0);
  });
  const changed = await myData(token);
  if (!changed) throw sessionOver();
  return { myData: changed };
}
