import { type Page } from 'playwright-core';
import { addNote, cardIdOf, setCardStatus } from '../desk/cards';
import { createSite, type Site } from '../kit/site';
import { soldLead } from '../kit/trading';
import { type Actor } from '../kit/world';
import { database } from '../../server/platform/database';
import { isOperation } from './market';
import { holdBack, loseAnswers } from './network';

/** The buyer's work with what it bought: the board, the steps of a card, its notes, and what is copied from it. */

let site: Site;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
});
afterAll(() => site.close());
// A browser tells its console of each answer that did not come; anything else is a fault of the page.
afterEach(() => expect(site.complaints().filter((text) => !text.includes('Failed to load resource'))).toEqual([]));

const NAMES = ['Akinyi Otieno', 'Nafula Barasa'];

/** A business with so many cards; gives their ids, bought first at first. */
async function withCards(count: number): Promise<{ buyer: Actor; cardIds: string[] }> {
  const buyer = await site.world.business({ funds: '1000.00' });
  const cardIds: string[] = [];
  for (let n = 0; n < count; n++) {
    const { saleId } = await soldLead(site.world, { agency, buyer }, { name: NAMES[n] });
    cardIds.push(cardIdOf(saleId));
  }
  return { buyer, cardIds };
}

/** How often the contact of a card was looked at so far. */
async function looksAt(cardId: string): Promise<number> {
  const card = await database().collection<{ _id: string; leadId: string }>('cards').findOne({ _id: cardId });
  return database().collection('disclosures').countDocuments({ leadId: card!.leadId });
}

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** The cards that stand in a column. */
const standsIn = (page: Page, name: string, cardId: string) =>
  column(page, name).locator(`li:has(a[href="/cards/${cardId}"])`);

const moveTo = async (page: Page, from: string, cardId: string, to: string): Promise<void> => {
  await standsIn(page, from, cardId)
    .getByRole('button', { name: /^Move / })
    .click();
  await page.getByRole('menuitem', { name: to }).click();
};

const keyboardAt = async (page: Page, selector: string): Promise<void> => page.locator(`${selector}:focus`).waitFor();

test('on the board cards move by menu and by dragging, the second while the first is still on its way', async () => {
  const { buyer, cardIds } = await withCards(2);
  const [first, second] = cardIds as [string, string];
  const page = await site.visit(buyer, '/cards?view=board');
  await standsIn(page, 'New', second).waitFor();
  const answer = await holdBack(page, 'SetCardStatus');
  await moveTo(page, 'New', first, 'Contacted');
  await standsIn(page, 'Contacted', first).waitFor();
  await standsIn(page, 'New', second).dragTo(column(page, 'Contacted'));
  await standsIn(page, 'Contacted', second).waitFor();
  expect(await column(page, 'New').getByRole('listitem').count()).toBe(0);
  answer();
  await page.getByText('is now in “Contacted”.').nth(1).waitFor();
  await page.reload();
  await standsIn(page, 'Contacted', first).waitFor();
  await standsIn(page, 'Contacted', second).waitFor();
});

test('a move that is refused goes back and says why; one that may be undone is', async () => {
  const { buyer, cardIds } = await withCards(1);
  const [card] = cardIds as [string];
  await setCardStatus(site.world, buyer, card, { status: 'CONTACTED' });
  const page = await site.visit(buyer, '/cards?view=board');
  await standsIn(page, 'Contacted', card).waitFor();
  await moveTo(page, 'Contacted', card, 'Rejected');
  await standsIn(page, 'Rejected', card).waitFor();
  await keyboardAt(page, `a[href="/cards/${card}"]`);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await standsIn(page, 'Contacted', card).waitFor();
  await keyboardAt(page, `a[href="/cards/${card}"]`);

  // Once its move is answered it can be taken again.
  const menu = standsIn(page, 'Contacted', card).getByRole('button', { name: /^Move / });
  await menu.waitFor();
  await standsIn(page, 'Contacted', card).dragTo(column(page, 'New'));
  await page.getByRole('alert').getByText('does not go from “Contacted” to “New”. From there it goes to:').waitFor();
  await moveTo(page, 'Contacted', card, 'Lost');
  const lost = page.getByRole('dialog', { name: 'Move to “Lost”' });
  await lost.getByRole('combobox', { name: 'Why was it lost?' }).click();
  await page.getByRole('option', { name: 'Not now' }).click();
  await lost.getByRole('button', { name: 'Move to “Lost”' }).press('Enter');
  await standsIn(page, 'Lost', card).waitFor();
  await keyboardAt(page, `a[href="/cards/${card}"]`);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await standsIn(page, 'Contacted', card).waitFor();

  await page.route('**/graphql', (route, request) =>
    isOperation(request, 'SetCardStatus') ? route.abort() : route.continue(),
  );
  await standsIn(page, 'Contacted', card)
    .getByRole('button', { name: /^Move / })
    .waitFor();
  await moveTo(page, 'Contacted', card, 'Rejected');
  await page.getByRole('alert').getByText('The server did not answer.').waitFor();
  await standsIn(page, 'Contacted', card).waitFor();
});

test('a move may be undone before the column that it went to was read anew, and the keyboard stays with the card', async () => {
  const { buyer, cardIds } = await withCards(1);
  const [card] = cardIds as [string];
  await setCardStatus(site.world, buyer, card, { status: 'CONTACTED' });
  const page = await site.visit(buyer, '/cards?view=board');
  await standsIn(page, 'Contacted', card).waitFor();
  const read = await holdBack(page, 'BoardColumn');
  await moveTo(page, 'Contacted', card, 'Rejected');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  const answer = await holdBack(page, 'SetCardStatus');
  await undo.press('Enter');
  await standsIn(page, 'Contacted', card).waitFor();
  // The column of the move that was undone comes first, then the answer of the way back.
  const columnRead = page.waitForResponse((response) => isOperation(response.request(), 'BoardColumn'));
  read();
  await columnRead;
  answer();
  await page.getByText('is now in “Contacted”.').waitFor();
  await standsIn(page, 'Contacted', card)
    .getByRole('button', { name: /^Move / })
    .waitFor();
  await keyboardAt(page, `a[href="/cards/${card}"]`);
  expect(await column(page, 'Rejected').getByRole('listitem').count()).toBe(0);
});

test('an empty board says what to do first', async () => {
  const page = await site.visit(await site.world.business(), '/cards?view=board');
  await page.getByText('No leads bought yet').waitFor();
  expect(await page.getByText('No cards', { exact: true }).filter({ visible: true }).count()).toBe(0);
});

test('a card goes on by its steps; it is lost only for a reason, and a click beside the question loses nothing', async () => {
  const { buyer, cardIds } = await withCards(1);
  const page = await site.visit(buyer, `/cards/${cardIds[0]}`);
  const steps = page.getByRole('region', { name: 'Status' });
  await steps.getByRole('button', { name: 'Contacted' }).click();
  await steps.getByText('The person was reached.').waitFor();
  await steps.getByRole('button', { name: 'Lost…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move to “Lost”' });
  await dialog.getByLabel('Note, if you like').fill('Wants it next year.');
  await page.mouse.click(5, 300);
  await dialog.getByRole('button', { name: 'Move to “Lost”' }).click();
  await dialog.getByText('Choose a reason.').waitFor();
  await dialog.getByRole('combobox', { name: 'Why was it lost?' }).click();
  await page.getByRole('option', { name: 'Not now' }).click();
  await dialog.getByRole('button', { name: 'Move to “Lost”' }).click();
  await steps.getByText('Reason: Not now.').waitFor();
  await page.getByRole('list', { name: 'History' }).getByText('Wants it next year.').waitFor();

  // A colleague moves it: the steps follow by themselves, and no look at the contact is recorded for that.
  const [cardId] = cardIds as [string];
  const lookedAt = await looksAt(cardId);
  await setCardStatus(site.world, buyer, cardId, { status: 'CONTACTED' });
  await steps.getByText('The person was reached.').waitFor();
  await steps.getByRole('button', { name: 'Qualified' }).waitFor();

  // One whose news did not come yet: the refusal speaks the words of the page, and the steps are those of now.
  let isMoved = false;
  await page.route('**/graphql', async (route, request) => {
    if (isOperation(request, 'SetCardStatus') && !isMoved) {
      isMoved = true;
      await setCardStatus(site.world, buyer, cardId, { status: 'REJECTED' });
    }
    await route.continue();
  });
  await steps.getByRole('button', { name: 'Qualified' }).click();
  await steps.getByRole('alert').getByText('it can only be taken up again as “Contacted”.').waitFor();
  await steps.getByText('Not a real lead').waitFor();
  expect(await steps.getByRole('group').getByRole('button').allInnerTexts()).toEqual(['Contacted']);
  expect(await looksAt(cardId)).toBe(lookedAt);
});

test('a note in writing outlives a reload; further notes that do not come are told, and come at another press', async () => {
  const { buyer, cardIds } = await withCards(1);
  const [card] = cardIds as [string];
  for (let n = 1; n <= 6; n++) await addNote(site.world, buyer, card, `Note of call ${n}.`);
  const page = await site.visit(buyer, `/cards/${card}`);
  const notes = page.getByRole('region', { name: 'Notes' });
  const field = notes.getByRole('textbox');
  await field.fill('Call again on Friday.');
  await page.reload();
  await notes.getByRole('button', { name: 'Add the note' }).waitFor();
  expect(await field.inputValue()).toBe('Call again on Friday.');
  await notes.getByRole('button', { name: 'Add the note' }).click();
  await notes.getByRole('listitem').getByText('Call again on Friday.').waitFor();
  expect(await field.inputValue()).toBe('');

  await page.route('**/graphql', (route, request) =>
    isOperation(request, 'CardNotes') ? route.abort() : route.continue(),
  );
  await notes.getByRole('button', { name: 'Show more' }).click();
  await notes.getByRole('alert').getByText('The server did not answer.').waitFor();
  await page.unroute('**/graphql');
  await notes.getByRole('button', { name: 'Show more' }).click();
  await notes.getByText('Note of call 1.', { exact: true }).waitFor();
});

test('a note whose answer was lost is not written twice, be it changed meanwhile; what was typed goes with a logout', async () => {
  const { buyer, cardIds } = await withCards(1);
  const page = await site.visit(buyer, `/cards/${cardIds[0]}`);
  const notes = page.getByRole('region', { name: 'Notes' });
  const field = notes.getByRole('textbox');
  const add = notes.getByRole('button', { name: 'Add the note' });
  await loseAnswers(page, 'AddNote');
  await field.fill('Call on Friday.');
  await add.click();
  await notes.getByRole('alert').getByText('nothing is done twice').waitFor();
  await page.unroute('**/graphql');
  await field.fill('Call again on Friday.');
  await add.click();
  await notes.getByRole('alert').getByText('Your first try arrived and was done').waitFor();
  const written = await database().collection('card_events').find({ cardId: cardIds[0], kind: 'NOTE_ADDED' }).toArray();
  expect(written).toHaveLength(1);
  // Whoever was told means it, if they press once more.
  await add.click();
  await notes.getByRole('listitem').getByText('Call again on Friday.').waitFor();

  await field.fill('She is in debt.');
  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.getByRole('link', { name: 'Log in' }).first().waitFor();
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('in debt');
});

test('what was shown coarsely before the purchase stands with the contact alone; its number is copied by one press', async () => {
  const buyer = await site.world.business({ funds: '200.00' });
  const answers = [
    { key: 'vehicleYear', value: '2006' },
    { key: 'isInsuredNow', value: 'true' },
  ];
  const { saleId } = await soldLead(site.world, { agency, buyer }, { answers });
  const page = await site.visit(buyer, `/cards/${cardIdOf(saleId)}`);
  await page.getByText('Is insured now').first().waitFor();
  expect(await page.getByText('Year of make', { exact: true }).count()).toBe(1);
  expect(await page.getByText('2006', { exact: true }).count()).toBe(1);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const contact = page.getByRole('region', { name: 'Contact' });
  await contact.getByRole('button', { name: /^Copy \+254/ }).click();
  await contact.getByText('Copied').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^\+254/);
});

test('on a narrow screen cards come first, their filters in a sheet; the keys move and open', async () => {
  const { buyer, cardIds } = await withCards(2);
  const page = await site.visit(buyer, '/cards', { width: 390, height: 844 });
  const link = page.getByRole('row').getByRole('link');
  await link.first().waitFor();
  expect((await link.first().boundingBox())!.y).toBeLessThan(422);
  await page.keyboard.press('/');
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'New' }).click();
  await page.waitForURL(/status=NEW/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^New\s*: lift this filter$/ }).click();
  await page.waitForURL((url) => !url.search.includes('status'));
  await link.nth(1).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.address}/cards/${cardIds[0]}`);
});
