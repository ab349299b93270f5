import { type Page } from 'playwright-core';
import { call, callsOf, comeIn, getNumber as numberOf, newsOf, startCalls, tellAll } from '../calls/calling';
import { takeAgency } from '../clicks/clicking';
import { createSite, type Site } from '../kit/site';
import { type Actor } from '../kit/world';

/** A business has people call it: it starts a campaign, an agency gives out a number, and both see what each call comes to. */

let site: Site;
let business: Actor;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  business = await site.world.business({ name: 'Hudson Roofs', country: 'US', funds: '2000.00' });
  agency = await site.world.agency({ name: 'Acacia Leads', country: 'US' });
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

test('a campaign per call is started, a number given out, and its calls are seen live by both sides until they are billed', async () => {
  const own = await site.visit(business, '/campaigns/new');
  await startByForm(own);
  await own.getByText('Takes calls', { exact: true }).waitFor();
  await own.getByText('60 seconds of talk').waitFor();
  const campaignId = new URL(own.url()).pathname.split('/').pop()!;
  await own.getByRole('tab', { name: 'Calls' }).click();
  await own.getByRole('heading', { name: 'No calls yet' }).waitFor();

  const theirs = await site.visit(agency, '/campaigns?model=call');
  const offer = theirs.getByRole('region', { name: 'Roofs, US' });
  await offer.getByText('Up to $40.00 a call').waitFor();
  await takeAgency(site.world, business, agency, campaignId);
  await theirs.goto(`${site.address}/campaigns/numbers`);
  const { phone, atStandIn } = await getNumber(theirs);

  // Step by step: it rings, is answered, and is over, on the page of either side.
  await theirs.getByRole('link', { name: 'Calls and report' }).click();
  await theirs.getByRole('heading', { name: 'No calls yet' }).waitFor();
  const pages = [own, theirs];
  const { sid } = await comeIn(site.world, phone);
  for (const page of pages) await rowOf(page, 'Rings').getByText('Kept ready').waitFor();
  const news = newsOf(sid, 75);
  await tellAll(site.world, news.slice(0, 3));
  for (const page of pages) await rowOf(page, 'Both talk').getByRole('timer').waitFor();
  await tellAll(site.world, news.slice(3));
  for (const page of pages) await rowOf(page, 'Billed').getByText('1:15').waitFor();

  // From a person's phone, as far as a market in development has one.
  await placeAtStandIn(atStandIn);
  for (const page of pages) await rowOf(page, 'Billed').getByText('2:00').waitFor();
  await call(site.world, phone, { seconds: 12 });
  await rowOf(theirs, 'Too short').getByText('Not billed').waitFor();

  await site.world.runJob('calls.recordings');
  await rowOf(own, /Billed.*2:00/)
    .getByRole('link')
    .first()
    .click();
  const drawer = own.getByRole('dialog');
  await drawer.getByText('That you look at it is recorded.').waitFor();
  await drawer.getByRole('button', { name: 'Show the number' }).click();
  await drawer.getByRole('link', { name: '+1 646 555 0199', exact: true }).waitFor();
  await drawer.getByRole('button', { name: 'Listen' }).click();
  await drawer.getByText('That it was opened was recorded.').waitFor();
  await drawer.getByRole('list', { name: 'Where the money is' }).waitFor();
  await drawer.getByRole('list', { name: 'How it went' }).getByText('The business answered.').waitFor();
  await drawer.getByRole('button', { name: 'It became a lead or a sale' }).click();
  await drawer.getByText('Said by hand on').waitFor();
  await drawer.getByRole('button', { name: 'Take it back' }).waitFor();
  await own.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });

  await own.getByRole('tab', { name: 'Report' }).click();
  await own.getByRole('row', { name: /66\.7%.*\$80\.00.*1.*\$80\.00/ }).waitFor();
  await own.getByRole('tab', { name: 'Conversions' }).click();
  await own.getByRole('group', { name: 'An example request' }).getByText('"call": "call_…"').waitFor();

  for (let times = 0; times < 3; times++) await call(site.world, phone, { status: 'no-answer' });
  await own.getByRole('tab', { name: 'Overview' }).click();
  await own.getByText('three calls within an hour were not answered').waitFor();
  await own.getByRole('button', { name: 'Resume Roofs, US' }).click();
  await own.getByRole('dialog').getByText('See to it first that somebody answers +1').waitFor();
  await own.getByRole('button', { name: 'Agree to $400.00 a day' }).click();
  await own.getByText('Takes calls', { exact: true }).waitFor();
});

const CLAIM = 'He wanted the bakery next door; we have nothing to do with bread.';
const ANSWER = 'He asked for a roof twice; listen from the second minute on.';
const GROUNDS = 'The agency’s own note of the call names the bakery.';

test('a call is disputed from the call itself, answered, decided, and each side gets from the dispute to the very call', async () => {
  const { world } = site;
  const buyer = await world.business({ name: 'Harlem Roofs', country: 'US', funds: '500.00' });
  const seller = await world.agency({ name: 'Baobab Media', country: 'US' });
  const { id } = await startCalls(world, buyer, seller, { name: 'Roofs, Harlem' });
  const { phone } = await numberOf(world, seller, { campaignId: id });
  await call(world, phone, { seconds: 95 });
  await call(world, phone, { seconds: 70 });
  const [, one] = await callsOf(world, buyer, id);
  const buying = await site.visit(buyer, `/campaigns/${id}?view=calls&call=${one.id}`);
  await buying.getByRole('dialog').getByRole('link', { name: 'Dispute this call' }).press('Enter');
  await buying.getByRole('heading', { level: 1, name: 'Dispute a call' }).waitFor();
  await buying.getByRole('radio', { name: /^Wrong number/ }).check();
  await buying
    .getByText('The call was not recorded.')
    .or(buying.getByText('The call was recorded;'))
    .or(buying.getByText('The recording is being fetched'))
    .waitFor();
  await buying.getByLabel('What happened').fill(CLAIM);
  await buying.getByRole('button', { name: 'Look over the claim' }).press('Enter');
  const confirm = buying.getByRole('dialog', { name: 'Wrong number: send this claim?' });
  await confirm.getByText('$40.00 stays held until it is decided; nothing more is charged.').waitFor();
  await confirm.getByRole('button', { name: 'Send the claim' }).press('Enter');
  await buying.getByText('The claim is sent').waitFor();
  const path = new URL(buying.url()).pathname;

  const answering = await site.visit(seller, '/disputes?kind=CALL');
  await answering
    .getByRole('row', { name: /Roofs, Harlem/ })
    .getByRole('link')
    .press('Enter');
  await answering.getByLabel('Your answer').fill(ANSWER);
  await answering.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await buying.getByRole('region', { name: 'The answer' }).getByText(ANSWER).waitFor();
  await answering.getByRole('link', { name: 'Look at the call' }).press('Enter');
  await answering.getByRole('dialog').getByText('1:35').waitFor();
  await answering.getByRole('dialog').getByRole('link', { name: 'Dispute: In review' }).waitFor();

  const deciding = await site.visit(await world.admin('ADJUDICATOR'), path);
  await deciding.getByRole('radio', { name: /^accepted/ }).check();
  await deciding.getByLabel('The grounds').fill(GROUNDS);
  await deciding.getByRole('button', { name: 'Look over the decision' }).press('Enter');
  await deciding
    .getByRole('dialog', { name: 'Accept the claim?' })
    .getByRole('button', { name: 'Accept and refund $40.00' })
    .press('Enter');
  await deciding.getByText('The decision stands').waitFor();
  await buying.getByText(GROUNDS).waitFor();
  await buying.getByRole('link', { name: 'Look at the call' }).press('Enter');
  const drawer = buying.getByRole('dialog');
  await drawer.getByText('1:35').waitFor();
  await drawer.getByRole('list', { name: 'Where the money is' }).getByText('Back in the wallet').waitFor();
  // A refund ends the access to the number.
  await drawer.getByRole('button', { name: 'Show the number' }).waitFor({ state: 'detached' });
  await drawer.getByRole('link', { name: 'Dispute: Accepted' }).press('Enter');
  await buying.waitForURL(`**${path}`);
});

/** The row of the table of calls that has these words. */
const rowOf = (page: Page, words: string | RegExp) =>
  page.getByRole('table', { name: 'Calls' }).getByRole('row').filter({ hasText: words }).first();

/** All terms of a campaign per call, with what is wrong told at its field. */
async function startByForm(page: Page): Promise<void> {
  const form = page.locator('form');
  await form.getByRole('radio', { name: 'Per call' }).check();
  await form.getByText('A stand-in takes the place of the telephone provider').waitFor();
  await form.getByLabel('Name', { exact: false }).first().fill('Roofs, US');
  await form.getByLabel('Niche').first().fill('Roofing');
  await page.getByRole('option', { name: /Roofing$/ }).click();
  await form.getByLabel('Regions').first().fill('United States');
  await page.getByRole('option', { name: 'United States', exact: true }).click();
  await page.keyboard.press('Escape');
  await form.getByRole('list', { name: 'What the market asks now' }).getByText('United States').waitFor();
  await form.getByLabel('Phone that calls are put through to').fill('(900) 234-5678');
  await form.getByLabel('Paid from so many seconds of talk').fill('5');
  await form.getByLabel('Most for one call').fill('40');
  await form.getByLabel('Budget a day').fill('400');
  await form.getByRole('checkbox', { name: 'Pay for calls by itself, up to $400.00 a day' }).check();
  await page.getByRole('button', { name: 'Save and take calls' }).click();
  await form.getByText('The minimum length is 10 to 600 seconds.').waitFor();
  await form.getByText('Give the phone that you answer.').waitFor();
  await form.getByLabel('Phone that calls are put through to').fill('(212) 555-0147');
  await form.getByLabel('Paid from so many seconds of talk').fill('1:00');
  await page.getByRole('button', { name: 'Save and take calls' }).click();
  await page.getByRole('heading', { level: 1, name: 'Roofs, US' }).waitFor();
}

/** Gets a number by its dialog; gives it with the stand-in's page by which it is called. */
async function getNumber(page: Page): Promise<{ phone: string; atStandIn: Page }> {
  await page.getByRole('button', { name: 'New tracked number' }).click();
  const dialog = page.getByRole('dialog', { name: 'New tracked number' });
  await dialog.getByRole('button', { name: 'Get the number' }).click();
  await dialog.getByText('Choose the campaign.').waitFor();
  await dialog.getByLabel('Name').fill('Radio, morning');
  await dialog.getByLabel('Campaign').fill('Roofs');
  await page.getByRole('option', { name: 'Roofs, US · Roofing' }).click();
  await dialog.getByLabel('Sub-id').fill('radio-7');
  await dialog.getByRole('button', { name: 'Get the number' }).click();
  const card = page.getByRole('region', { name: 'Radio, morning' });
  await card.getByText('sub-id radio-7').waitFor();
  const address = await card.getByRole('link', { name: 'Call Radio, morning', exact: true }).getAttribute('href');
  await card.getByRole('button', { name: 'Pause Radio, morning' }).click();
  await card.getByRole('button', { name: 'Resume Radio, morning' }).click();
  await card.getByRole('button', { name: 'Pause Radio, morning' }).waitFor();
  const [atStandIn] = await Promise.all([
    page.waitForEvent('popup'),
    card.getByRole('link', { name: 'Call by the stand-in: Radio, morning' }).click(),
  ]);
  return { phone: address!.replace('tel:', ''), atStandIn };
}

async function placeAtStandIn(page: Page): Promise<void> {
  await page.getByLabel('Or this number').fill('+16465550199');
  await page.getByRole('button', { name: 'Place the call' }).click();
  await page.getByText('The call was put through to').waitFor();
}
