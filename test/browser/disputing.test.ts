import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { createSite, type Site } from '../kit/site';
import { createLink, follow, judge, kenyan, startCampaign, takeAgency } from '../clicks/clicking';
import { billedBatch } from '../clicks/disputing';
import { soldLead } from '../kit/trading';
import { type Actor, logIn } from '../kit/world';
import { answerDispute, decideDispute, openDispute } from '../disputes/disputing';
import { wallet } from '../market/buying';
import { HOUR, MINUTE, SECOND } from '../../server/platform/clock';
import { balanceOf } from './market';

let site: Site;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

const CLAIM = 'She asked for a quote on a lorry, and the listing said a car.';
const ANSWER = 'Our form asks for the kind of vehicle, and she chose a car.';
const GROUNDS = 'The niche fits and the vehicle does not: half of the price goes back.';

const ROBOTS = 'None of these stayed on our page for a second.';

/** The minute of now as a field of date and time holds it. */
const LOCAL_MINUTE = 'new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 16)';

/** A business with $200.00 and a lead of $100.00 that it bought; gives the card of it. */
async function bought(): Promise<{ buyer: Actor; saleId: string; card: string }> {
  const buyer = await site.world.business({ name: 'Savanna Cover', funds: '300.00' });
  const { saleId } = await soldLead(site.world, { agency, buyer });
  return { buyer, saleId, card: `/cards/${saleId.replace('sale_', 'card_')}` };
}

/** Where the money is, as the trail says it: such as Held $100.00. */
const moneyOf = (page: Page) => page.getByRole('list', { name: 'Where the money is' }).last();

async function moneyShows(page: Page, ...stations: string[]): Promise<void> {
  for (const station of stations) await moneyOf(page).getByRole('listitem').filter({ hasText: station }).waitFor();
}

/** Whether the page has loaded the texts of the platform's own pages, which neither side opens. */
const hasStaffTexts = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    "performance.getEntriesByType('resource').some(({ name }) => /\\/admin-[^/]+\\.js$/.test(name))",
  );

/** From the card to a claim that is sent; gives the address of its dispute. */
async function claims(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Dispute this lead' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Dispute a lead' }).waitFor();
  await page.getByRole('radio', { name: /^Not as listed/ }).check();
  await page.getByRole('heading', { name: 'What the platform found' }).waitFor();
  await page.getByText('The listing', { exact: true }).waitFor();
  await page.getByLabel('What happened').fill('Too short');
  await page.getByRole('button', { name: 'Look over the claim' }).press('Enter');
  await page.getByText('Write what happened in 10 to 2,000 characters.').waitFor();
  await page.getByLabel('What happened').fill(CLAIM);
  await page.getByRole('button', { name: 'Look over the claim' }).press('Enter');
  const confirm = page.getByRole('dialog', { name: 'Not as listed: send this claim?' });
  await confirm.getByText('Not as listed, in your words:').waitFor();
  await confirm.getByText(CLAIM).waitFor();
  await confirm.getByText('$100.00 stays held until it is decided; nothing more is charged.').waitFor();
  await confirm.getByRole('button', { name: 'Send the claim' }).press('Enter');
  await page.waitForURL(/\/disputes\/disp/);
  await page.getByText('The claim is sent').waitFor();
  return new URL(page.url()).pathname;
}

async function answers(page: Page): Promise<void> {
  await page.getByText('Your turn to answer.').waitFor();
  await page.getByText(CLAIM).waitFor();
  await page.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await page.getByText('Write your answer to the claim in 10 to 2,000 characters.').waitFor();
  await page.getByLabel('Your answer').fill(ANSWER);
  await page.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await page.getByRole('region', { name: 'The answer' }).getByText(ANSWER).waitFor();
}

/** Decides that half goes back, by the keys of the queue, looking at the entries before they are made. */
async function decidesForHalf(page: Page): Promise<void> {
  await page.getByText('Your turn to decide.').waitFor();
  await page.keyboard.press('a');
  await page.keyboard.type(GROUNDS);
  await page.getByLabel('Amount back').fill('150');
  await page.getByText('More than 0, at most $100.00').waitFor();
  await page.getByLabel('Amount back').fill('50.00');
  // What is emptied stays empty: it is no decision for all of it.
  await page.getByLabel('Amount back').press('Control+a');
  await page.keyboard.press('Backspace');
  expect(await page.getByLabel('Amount back').inputValue()).toBe('');
  const share = page.getByRole('slider', { name: 'Share back' });
  expect(await share.getAttribute('aria-valuenow')).toBe('50');
  expect(await share.getAttribute('aria-valuetext')).toBe('50%');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Amount back').and(page.locator(':focus')).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByLabel('Amount back').fill('50.00');
  // The verdict comes back with the grounds.
  await page.reload();
  await page
    .getByRole('radio', { name: /^accepted/ })
    .and(page.locator(':checked'))
    .waitFor();
  await page.getByLabel('The grounds').press('End');
  await page.keyboard.press('Control+Enter');
  const confirm = page.getByRole('dialog', { name: 'Accept the claim?' });
  await confirm.getByText('$50.00 goes back to Savanna Cover now.').waitFor();
  const entries = confirm.getByRole('table', { name: /What the ledger will say/ });
  await entries.getByRole('row', { name: 'Held for Baobab Media -$50.00' }).first().waitFor();
  await entries.getByRole('row', { name: 'Wallet of Savanna Cover +$50.00' }).waitFor();
  await confirm.getByRole('button', { name: 'Accept and refund $50.00' }).press('Enter');
  await page.getByText('The decision stands').waitFor();
}

test('claim, answer and a decision for half: each side sees the steps and its money without a reload', async () => {
  const { buyer, card } = await bought();
  const buying = await site.visit(buyer, card);
  await balanceOf(buying, '$200.00').waitFor();
  const path = await claims(buying);
  await moneyShows(buying, 'Held$100.00');
  // A reload does not say it again.
  expect(await buying.evaluate('history.state.usr ?? null')).toBeNull();

  const answering = await site.visit(agency, path);
  await answers(answering);
  expect(await hasStaffTexts(answering)).toBe(false);
  await buying.getByRole('region', { name: 'The answer' }).getByText(ANSWER).waitFor();
  await buying.getByText('An adjudicator’s turn to decide.').waitFor();
  await buying.getByText('The claim is sent').waitFor({ state: 'hidden' });

  const deciding = await site.visit(await site.world.admin('ADJUDICATOR'), path);
  await decidesForHalf(deciding);
  await buying.getByText('Accepted in part: $50.00 of $100.00 went back to the buyer.').waitFor();
  await moneyShows(buying, 'Held$50.00', 'Back in the wallet$50.00');
  await balanceOf(buying, '$250.00').waitFor();
  await answering.getByText('Accepted in part: $50.00 of $100.00 went back to the buyer.').waitFor();
  expect(await wallet(site.world, buyer)).toEqual({ available: 25_000, held: 5000 });

  await buying.getByRole('link', { name: 'Open the card' }).click();
  await buying
    .getByRole('region', { name: 'Contact' })
    .getByRole('link', { name: /^Call / })
    .waitFor();
  // A sale can be disputed once, so the rest goes to the agency whatever the buyer says.
  await buying.getByText(/^Held until .* Then it goes to Baobab Media\.$/).waitFor();
  await buying.getByRole('list', { name: 'History' }).getByText('Disputed as not what was listed.').waitFor();
});

test('a log that is not enough for the reason is said in the form, before the claim is looked over', async () => {
  const { buyer, saleId } = await bought();
  const page = await site.visit(buyer, `/disputes/new?sale=${saleId}`);
  await page.getByRole('radio', { name: /^Wrong contact/ }).check();
  await page.getByText('or 3 attempts on 2 days. One call without an answer is no reason.').waitFor();
  await page.getByLabel('What happened').fill(CLAIM);
  const review = page.getByRole('button', { name: 'Look over the claim' });
  await review.press('Enter');
  const said = page.getByRole('alert').filter({ hasText: 'The log is not enough for this claim yet' });
  await said.waitFor();
  const add = page.getByRole('button', { name: 'Add an attempt' });
  await add.and(page.locator(':focus')).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);

  await add.press('Enter');
  const attempt = page.getByRole('group', { name: 'Attempt 1' });
  await attempt.getByLabel('When').fill(await page.evaluate<string>(LOCAL_MINUTE));
  await review.press('Enter');
  await said.waitFor();
  await attempt.getByLabel('What came of it').selectOption('Wrong person');
  await said.waitFor({ state: 'hidden' });
  await review.press('Enter');
  const confirm = page.getByRole('dialog', { name: 'Wrong contact: send this claim?' });
  await confirm.getByRole('button', { name: 'Send the claim' }).press('Enter');
  await page.getByText('The claim is sent').waitFor();
});

test('an agency that agrees gives all of it back, and the card that the buyer looks at closes', async () => {
  const { buyer, saleId, card } = await bought();
  const { dispute } = await openDispute(site.world, buyer, saleId, { text: CLAIM });
  const buying = await site.visit(buyer, card);
  await buying.getByRole('region', { name: 'Contact' }).waitFor();

  const conceding = await site.visit(await logIn(site.world, agency), `/disputes/${dispute.id}`);
  await conceding.getByRole('button', { name: 'Agree and refund $100.00' }).click();
  const confirm = conceding.getByRole('dialog', { name: 'Agree with the claim?' });
  await confirm.getByText('$100.00 goes back to Savanna Cover now.').waitFor();
  await confirm.getByRole('button', { name: 'Refund $100.00' }).press('Enter');

  await buying.getByText('This card is closed').waitFor();
  await buying.getByRole('region', { name: 'Contact' }).waitFor({ state: 'detached' });
  await moneyShows(buying, 'Back in the wallet$100.00');
  await balanceOf(buying, '$300.00').waitFor();
  await buying.getByRole('list', { name: 'History' }).getByText('Money came back').waitFor();
  await buying.reload();
  await buying.getByText('This card is closed').waitFor();
  await buying.getByRole('link', { name: /^Call / }).waitFor({ state: 'hidden' });
  expect(await wallet(site.world, buyer)).toEqual({ available: 30_000, held: 0 });
});

test('an adjudicator goes from case to case by keys alone, and one who rejects says so once more', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 2; n++) {
    const { buyer, saleId } = await bought();
    const { dispute } = await openDispute(site.world, buyer, saleId, { text: CLAIM });
    await answerDispute(site.world, agency, dispute.id, { text: ANSWER });
    ids.push(dispute.id);
  }
  const page = await site.visit(await site.world.admin('ADJUDICATOR'), '/disputes');
  await page.getByRole('heading', { level: 1, name: 'Dispute queue' }).waitFor();
  await page
    .getByRole('link', { name: /Not as listed|Motor insurance/ })
    .first()
    .waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'Decide' }).waitFor();
  const first = page.url();
  expect(ids.some((id) => first.includes(id))).toBe(true);
  await page.getByLabel('The grounds').fill(GROUNDS);
  await page.keyboard.press('Control+Enter');
  const confirm = page.getByRole('dialog', { name: 'Reject the claim?' });
  await confirm.getByText('Nothing goes back to Savanna Cover.').waitFor();
  await confirm.getByRole('button', { name: 'Reject the claim' }).press('Enter');
  await page.getByText('The decision stands').waitFor();
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.href !== first && ids.some((id) => url.href.includes(id)));
  await page.getByText('Your turn to decide.').waitFor();
});

test('an adjudicator whom a colleague outpaces is told who decided, and keeps what was written', async () => {
  const { buyer, saleId } = await bought();
  const { dispute } = await openDispute(site.world, buyer, saleId, { text: CLAIM });
  await answerDispute(site.world, agency, dispute.id, { text: ANSWER });
  const page = await site.visit(await site.world.admin('ADJUDICATOR'), `/disputes/${dispute.id}`);
  await page.getByText('Your turn to decide.').waitFor();
  await page.keyboard.press('a');
  await page.getByLabel('The grounds').fill(GROUNDS);
  await page.getByLabel('Amount back').fill('50.00');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'Accept the claim?' }).waitFor();

  const colleague = await site.world.admin('ADJUDICATOR');
  await decideDispute(site.world, colleague, dispute.id, { outcome: 'REJECTED' });
  const note = page.getByRole('alert').filter({ hasText: 'Your decision was not made.' });
  await note.getByText(/^Decided by .+ meanwhile$/).waitFor();
  await note.getByText('You were about to accept the claim, with $50.00 back to the buyer.').waitFor();
  expect(await note.getByLabel('The grounds that you wrote').inputValue()).toBe(GROUNDS);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.reload();
  await note.getByRole('button', { name: 'Drop them' }).press('Enter');
  await page.getByText('Rejected: nothing went back to the buyer.').waitFor();
  await page.getByLabel('The grounds that you wrote').waitFor({ state: 'hidden' });
});

// The last: an hour that is over puts the market ahead of the browsers.
test('clicks of a batch: claimed by their sub-ids, answered, given back by one of them, and found from both sides', async () => {
  site.world.app.express.set('trust proxy', 1);
  let business = await site.world.business({ name: 'Rift Cover', funds: '300.00' });
  // Without a record, so that a click has the price of one.
  let sender = await site.world.agency({ name: 'Acacia Leads' });
  const { campaignId } = await billedBatch(site.world, { business, agency: sender }, 10, { name: 'Drivers' });
  [business, sender, agency] = [
    await logIn(site.world, business),
    await logIn(site.world, sender),
    await logIn(site.world, agency),
  ];
  const buying = await site.visit(business, `/campaigns/${campaignId}?view=batches`);
  await buying.getByRole('link', { name: /^Dispute the clicks of .* by Acacia Leads$/ }).press('Enter');
  await buying.getByRole('heading', { level: 1, name: 'Dispute clicks' }).waitFor();
  await buying.getByText('10 of 10 clicks').waitFor();
  await buying.getByRole('radio', { name: /^Robot/ }).check();
  await buying.getByText("Of 10 clicks in this hour the rules billed 10 as people's.").waitFor();
  await buying.getByText(/in \d+ (?:minute|different minutes); the most in one minute/).waitFor();
  const clicks = buying.getByRole('textbox', { name: 'Clicks that you claim' });
  await clicks.fill('11');
  await buying.getByLabel('What happened').fill(ROBOTS);
  await buying.getByRole('button', { name: 'Look over the claim' }).press('Enter');
  await buying.getByText('A whole number from 1 to 10').waitFor();
  await clicks.fill('6');
  await buying.getByText('Of 10 that were billed; worth $12.96').waitFor();
  await buying.getByText('By sub-id', { exact: true }).click();
  await buying.getByRole('button', { name: 'Look over the claim' }).press('Enter');
  await buying.getByText('Choose at least one.').waitFor();
  await buying.getByRole('checkbox', { name: 'mail' }).check();
  await buying.getByText('At exactly what these clicks cost: $10.80').waitFor();
  await buying.getByText(/Looked at are 5 of these, which the claim names/).waitFor();
  await buying.getByRole('checkbox', { name: 'ad' }).check();
  await buying.getByText('At exactly what these clicks cost: $21.60').waitFor();
  await buying.getByRole('button', { name: 'Look over the claim' }).press('Enter');
  const confirm = buying.getByRole('dialog', { name: 'Robot: send this claim?' });
  await confirm.getByText('You claim 10 of 10 billed clicks: $21.60.').waitFor();
  await confirm.getByRole('button', { name: 'Send the claim' }).press('Enter');
  await buying.getByText('The claim is sent').waitFor();
  await moneyShows(buying, 'Held$21.60');
  const path = new URL(buying.url()).pathname;

  const answering = await site.visit(sender, '/disputes?kind=CLICK_BATCH');
  await answering
    .getByRole('row', { name: /10 clicks of .*, Drivers/ })
    .getByRole('link')
    .press('Enter');
  const claim = answering.getByRole('region', { name: 'The claim' });
  await claim.getByText('10 of the 10 clicks that were billed.').waitFor();
  await claim.getByText('Named by sub-id: mail, ad.').waitFor();
  await answering.getByText('The claimed clicks, one by one').click();
  const each = answering.getByRole('table', { name: 'Clicks' }).getByRole('row');
  await each.nth(10).waitFor();
  await each
    .nth(10)
    .getByText(/^click_/)
    .waitFor();
  await answering.getByLabel('Your answer').fill('They read our guide in the newsletter of that hour.');
  await answering.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await buying.getByText('An adjudicator’s turn to decide.').waitFor();

  const deciding = await site.visit(await site.world.admin('ADJUDICATOR'), '/disputes');
  await deciding
    .getByRole('row', { name: /10 clicks of .*, Drivers/ })
    .getByRole('link')
    .press('Enter');
  await deciding.getByRole('radio', { name: /^accepted/ }).check();
  await deciding.getByRole('textbox', { name: 'Clicks back' }).fill('4');
  await deciding.getByRole('row', { name: 'Held for Acacia Leads -$8.64' }).waitFor();
  await deciding.getByText('By sub-id', { exact: true }).click();
  await deciding.getByRole('group', { name: 'Sub-ids whose clicks go back' }).waitFor();
  await deciding.getByLabel('The grounds').fill(GROUNDS);
  await deciding.getByRole('button', { name: 'Look over the decision' }).press('Enter');
  await deciding.getByText('Choose at least one.').waitFor();
  await deciding.getByRole('checkbox', { name: 'mail' }).check();
  await deciding.getByText('At exactly what these clicks cost: $10.80').waitFor();
  await deciding.getByRole('button', { name: 'Look over the decision' }).press('Enter');
  const decision = deciding.getByRole('dialog', { name: 'Accept the claim?' });
  await decision.getByText('$10.80 goes back to Rift Cover now.').waitFor();
  await decision.getByRole('button', { name: 'Accept and refund $10.80' }).press('Enter');
  await deciding.getByText('The decision stands').waitFor();
  await buying.getByText('5 of the 10 claimed clicks were given back.').waitFor();
  await buying.getByText('Named by sub-id: mail.').waitFor();
  await moneyShows(buying, 'Held$10.80', 'Back in the wallet$10.80');

  await buying.getByRole('link', { name: 'Look at the batch' }).click();
  await buying.getByText('$10.80 came back').waitFor();
  await buying.getByRole('button', { name: 'Show all batches' }).press('Enter');
  await buying.getByRole('button', { name: 'Show all batches' }).waitFor({ state: 'detached' });
  await buying.getByRole('link', { name: 'Dispute: Accepted' }).press('Enter');
  await buying.waitForURL(`**${path}`);

  // Either side's statement names the campaign and leads to the very batch.
  await buying.goto(`${site.address}/wallet`);
  await buying.getByRole('button', { name: 'Refund Drivers 10 visits Acacia Leads' }).press('Enter');
  await moneyShows(buying, 'Held$10.80', 'Back in the wallet$10.80');
  await buying.getByRole('link', { name: /^See the visits of / }).press('Enter');
  await buying.getByText('$10.80 came back').waitFor();
  await buying.goBack();
  await buying.getByRole('button', { name: 'Set aside Drivers' }).last().press('Enter');
  await buying.getByRole('link', { name: 'See what its visits cost' }).press('Enter');
  await buying.waitForURL(`**/campaigns/${campaignId}?view=batches`);
  await answering.goto(`${site.address}/earnings`);
  const row = answering.getByRole('button', {
    name: /^Visits or call billed, money held Drivers 10 visits Rift Cover/,
  });
  await row.press('Enter');
  await moneyShows(answering, 'Held$10.80', 'Back in the wallet$10.80');
  const arrives = answering.waitForEvent('download');
  await answering.getByRole('button', { name: 'Download as CSV' }).click();
  expect(await readFile(await (await arrives).path(), 'utf8')).toMatch(
    /^[^\n]*,USAGE,[^\n]*,Rift Cover,,,Drivers,clickbatch_[^\n,]+,\r$/m,
  );
  await answering.getByRole('link', { name: /^See the visits of / }).press('Enter');
  await answering.getByText('$10.80 went back').waitFor();
  const [batch] = new URL(answering.url()).search.match(/clickbatch_\w+/)!;
  for (const list of ['clicks', 'calls']) {
    // One of the other model is as little of this list as one that nobody knows.
    const asked = list === 'clicks' ? 'campaign_none' : campaignId;
    await answering.goto(`${site.address}/campaigns/${list}?campaign=${asked}`);
    await answering.getByText(`This address has a filter we do not know: Campaign “${asked}”`).waitFor();
    await answering.getByRole('button', { name: 'Take it out of the address' }).press('Enter');
    await answering.waitForURL(`${site.address}/campaigns/${list}`);
  }
  await answering.goto(`${site.address}/campaigns/clicks?campaign=${campaignId}&view=batches&batch=${batch}`);
  await answering.getByText('$10.80 went back').waitFor();
  expect(await answering.getByText('a filter we do not know').count()).toBe(0);
});

test('a batch that is billed while its page is open can be disputed there by itself', async () => {
  site.world.app.express.set('trust proxy', 1);
  // Its hour ends before anybody has to log in again.
  const leftMs = HOUR - (site.world.clock.now().getTime() % HOUR);
  await site.world.clock.move(`${Math.ceil((leftMs + HOUR - 4 * MINUTE) / SECOND)}s`);
  const business = await site.world.business({ name: 'Simba Cover', funds: '300.00' });
  const sender = await site.world.agency({ name: 'Tana Media' });
  const { id } = await startCampaign(site.world, business, { name: 'Riders' });
  await takeAgency(site.world, business, sender, id);
  const code = await createLink(site.world, sender, { campaignId: id });
  for (const visitor of [1, 2]) await follow(site.world, code, { address: kenyan(visitor) });
  await judge(site.world);
  const list = await site.visit(business, `/campaigns/${id}?view=batches`);
  await list.getByRole('button', { name: /^Dispute from .* once they are billed$/ }).waitFor();
  const { nodes } = await site.world.ask(business, '{ clickBatches { nodes { id windowOpensAt } } }');
  const [batch] = nodes;
  const page = await site.visit(business, `/disputes/new?batch=${batch.id}`);
  await page.getByRole('heading', { name: 'The clicks of this hour' }).waitFor();
  await page.getByRole('heading', { name: 'Clicks are still added to it' }).waitFor();
  // The browsers' clocks reach the moment first: a batch is billed within a minute of it.
  for (const each of [list, page]) await each.clock.setSystemTime(new Date(Date.parse(batch.windowOpensAt) + 1000));
  await page.getByRole('heading', { name: 'It is billed now' }).waitFor();
  await site.world.clock.move('6m');
  await site.world.runJob('clicks.close');
  await page.getByRole('heading', { name: 'What you were billed for' }).waitFor();
  await page.getByRole('radio', { name: /^Robot/ }).waitFor();
  await list.getByRole('link', { name: /^Dispute the clicks of / }).waitFor();
  await list.getByText('2 of 2', { exact: true }).waitFor();
});
