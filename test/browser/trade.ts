import { metaExport } from '../../scripts/demoData/metaExport';
import { callsOf, comeIn, getNumber, newsOf, startCalls, tellAll } from '../calls/calling';
import { applyTo, clicksOf, createLink, follow, kenyan, startCampaign, takeAgency } from '../clicks/clicking';
import { openDispute } from '../disputes/disputing';
import { buyListings, listLeads } from '../kit/trading';
import { type Actor, type World } from '../kit/world';
import { importFile } from '../leads/batches';
import { formOf } from '../leads/hostedForms';
import { acceptedLead, submit } from '../leads/submitting';
import { boardHas } from '../market/buying';
import { until } from '../kit/until';

export interface Trade {
  agency: Actor;
  business: Actor;
  leadId: string;
  /** On sale. */
  listingId: string;
  saleId: string;
  cardId: string;
  disputeId: string;
  batchId: string;
  formId: string;
  /** Takes visitors of the agency, who came by a link. */
  campaignId: string;
  /** Takes calls of the agency, one of which rings. */
  callCampaignId: string;
  /** Billed. */
  callId: string;
}

/** A small market with something on each page: leads in each state, sales, a dispute, an imported file. */
export async function trade(world: World): Promise<Trade> {
  const agency = await world.agency({ name: 'Baobab Media' });
  const business = await world.business({ name: 'Savanna Cover', funds: '2000.00' });
  const leadIds: string[] = [];
  for (const temperature of ['HOT', 'WARM', 'COLD', 'HOT', 'WARM', 'HOT']) {
    leadIds.push(await acceptedLead(world, agency, { temperature, comment: 'after five, please' }));
  }
  await submit(world, agency, { name: 'qwerty asdfgh' });
  const single = await listLeads(world, agency, leadIds.slice(0, 3), { floor: '40.00' });
  const shared = await listLeads(world, agency, leadIds.slice(3, 5), { floor: '25.00', maxSales: 3 });
  const listings = [...single, ...shared];
  await boardHas(world, business, listings);
  const sold = await buyListings(world, business, [single[0]!, single[1]!, shared[0]!]);
  const { dispute } = await openDispute(world, business, sold[0]!.saleId);
  const batch = await importFile(world, agency, metaExport());
  const campaignId = await campaign(world, agency, business);
  const [callCampaignId, callId] = await calls(world, agency, business);
  await world.settle();
  return {
    agency,
    business,
    leadId: leadIds[0]!,
    listingId: single[2]!,
    saleId: sold[1]!.saleId,
    cardId: sold[1]!.saleId.replace('sale_', 'card_'),
    disputeId: dispute.id,
    batchId: batch.id,
    formId: await formOf(world, agency),
    campaignId,
    callCampaignId,
    callId,
  };
}

/** A campaign with an agency that is taken and one that waits, a link, and clicks that are billed and not. */
async function campaign(world: World, agency: Actor, business: Actor): Promise<string> {
  const { id } = await startCampaign(world, business);
  await takeAgency(world, business, agency, id);
  await applyTo(world, await world.agency({ name: 'Acacia Leads' }), id);
  const code = await createLink(world, agency, { campaignId: id });
  await follow(world, code, { address: kenyan(1), subId: 'guide' });
  await follow(world, code, { address: kenyan(1), subId: 'guide' });
  await follow(world, code, { address: kenyan(2), agent: 'curl/8.5.0' });
  await until(async () => (await clicksOf(world, business, id)).length === 3);
  return id;
}

/** A campaign that is paid per call, a number, a call that is billed and one that rings; gives the first two's ids. */
async function calls(world: World, agency: Actor, business: Actor): Promise<[campaignId: string, callId: string]> {
  const { id } = await startCalls(world, business, agency);
  const { phone } = await getNumber(world, agency, { campaignId: id, subId: 'radio-7' });
  const { sid } = await comeIn(world, phone);
  await tellAll(world, newsOf(sid, 75));
  await comeIn(world, phone);
  return [id, (await callsOf(world, business, id))[1].id];
}
