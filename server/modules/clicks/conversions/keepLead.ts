import { after, DAY, now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { openFields, sealFields } from '../../../platform/seal';
import { type Campaign } from '../../campaigns';
import { nicheTree } from '../../catalog';
import { type Contact, mayKeepPerson, type PersonOfBusiness } from '../../leads';
import { keepOwnPeople } from '../../ownLists';
import { linksById } from '../links/readLinks';
import { type Click } from '../model';
import { type ClickLead, ClickLeads, type Conversion } from './model';

/** What AAD binds them to. */
const COLLECTION = 'click_leads';

/**
 * Keeps the person of a conversion for the business that told of it, in the open transaction: sealed, with the click that
 * brought them, for as long as contacts of the niche are kept. Answers with the id; null where the person is kept out of
 * this market. No sale comes of it and no money moves: the click is what was paid for.
 */
export async function keepLead(
  click: Click,
  campaign: Campaign,
  conversion: Conversion,
  { contact, hashes, listHashes }: PersonOfBusiness,
  isFirstPerson: boolean,
): Promise<string | null> {
  if (!(await mayKeepPerson(hashes))) return null;
  const { nicheId, businessId } = campaign;
  const at = now();
  const keptUntil = after(at, nicheTree().byId(nicheId)!.retentionDays * DAY);
  // Whoever makes people up to learn who is for sale pays a visit for each of them.
  const isPaidFor = click.verdict === 'VALID' && isFirstPerson;
  const [link] = await linksById([click.linkId]);
  const _id = newId('clicklead');
  const lead: ClickLead = {
    _id,
    conversionId: conversion._id,
    clickId: click._id,
    campaignId: campaign._id,
    businessId,
    agencyId: click.agencyId,
    nicheId,
    regionId: click.regionId,
    channel: link?.channel ?? 'OTHER',
    subId: click.subId,
    at: conversion.at,
    sealed: sealContact(_id, contact),
    ...hashes,
    ownPeople: isPaidFor ? await keepOwnPeople(businessId, listHashes, keptUntil) : [],
    keptUntil,
  };
  await ClickLeads.insertMany([lead], { lean: true });
  return _id;
}

function sealContact(id: string, { name, phone, email }: Contact) {
  const fields = Object.entries({ name, phone, email }).filter((field): field is [string, string] => field[1] !== null);
  return sealFields(COLLECTION, id, Object.fromEntries(fields));
}

/** Opens a contact. Called only after the look was recorded. */
export function openLead({ _id, sealed }: Pick<ClickLead, '_id' | 'sealed'>): Contact {
  const { name, phone, email } = openFields(COLLECTION, _id, sealed);
  return { name: name ?? '', phone: phone ?? null, email: email ?? null, details: [] };
}
