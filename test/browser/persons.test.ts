import { NAMES } from '../../client/src/pages/confirm/languageNames';
import { createSite, type Site } from '../kit/site';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { askToConfirm, caughtFor, deny, leadOf, linkFor, linkIn } from '../leads/confirming';
import { fillAndSend, formOf, leadsOf } from '../leads/hostedForms';
import { soldLead } from '../kit/trading';

import { erase, proven } from '../rights/person';
import { until } from '../kit/until';

let site: Site;
beforeAll(async () => {
  site = await createSite();
});
afterAll(() => site.close());
afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

const PHONE = { width: 360, height: 760 };

test('a person is asked by a letter, finds it in the catcher, and says that it was somebody else', async () => {
  const { world } = site;
  const agency = await world.agency({ name: 'Baobab Media' });
  const email = `asked.${process.pid}@mail-of-kamau.co.ke`;
  const leadId = await acceptedLead(world, agency, { email });
  const lead = await site.visit(agency, `/leads/${leadId}`);
  await lead.getByRole('button', { name: 'Ask by e-mail' }).press('Enter');
  await lead.getByText('The message is on its way.').waitFor();
  await until(async () => (await caughtFor(world, email)).length > 0);

  const page = await site.visit(null, '/catcher', PHONE);
  await page.getByText('Nothing here was sent').waitFor();
  const letter = page.getByRole('article', { name: `Letter to ${email}` });
  await letter.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Did you ask for Motor insurance?' }).waitFor();
  await page.getByText('Baobab Media says that you did.').waitFor();
  await page.getByText('I agree that my request is passed on').waitFor();
  await page.getByRole('button', { name: 'This was not me' }).press('Enter');
  await page.getByText('New requests with this e-mail address are refused for 90 days.').waitFor();
  await page.getByRole('button', { name: 'Back' }).press('Enter');
  await page.locator('button:focus', { hasText: 'This was not me' }).press('Enter');
  expect((await leadOf(world, agency, leadId)).state).toBe('ACCEPTED');
  await page.getByRole('button', { name: 'It was not me' }).press('Enter');
  await page.locator('h1:focus', { hasText: 'Thank you for telling us' }).waitFor();
  expect((await leadOf(world, agency, leadId)).state).toBe('REJECTED');
  expect(await page.getByRole('button', { name: 'Yes, it was me' }).count()).toBe(0);
});

test('a phone is confirmed by its code, on a phone', async () => {
  const { world } = site;
  const agency = await world.agency();
  const phone = anotherPhone();
  const leadId = await acceptedLead(world, agency, { phone });
  await askToConfirm(world, agency, [leadId], 'PHONE');
  const to = phone.replace(/\s/g, '');
  await until(async () => (await caughtFor(world, to)).length > 0);
  const [message] = await caughtFor(world, to);
  const [, code] = /^(\d{6})/.exec(message!.text)!;
  const page = await site.visit(null, new URL(/https?:\S+/.exec(message!.text)![0]).pathname, PHONE);
  await page.getByLabel('Code of the text message').fill('12');
  await page.keyboard.press('Enter');
  await page.getByText('Look at it again: 4 tries are left.').waitFor();
  await page.getByLabel('Code of the text message').fill(code!);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Thank you, it is confirmed' }).waitFor();
  await page.getByRole('button', { name: 'Withdraw my consent' }).waitFor();
});

const OVERHANG = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** The languages whose words the page has fetched. */
const FETCHED = `performance.getEntriesByType('resource')
  .flatMap(({ name }) => /\\/(el|hu|hy|sw|uz)-[^/]+\\.js$/.exec(name)?.[1] ?? [])`;

test('who filled a Hungarian form answers in Hungarian, with its words alone, and can turn to English', async () => {
  const { world } = site;
  const agency = await world.agency({ name: 'Baobab Media' });
  const form = await formOf(world, agency, { language: 'hu', confirms: 'PHONE' });
  const phone = anotherPhone();
  await fillAndSend(world, form, { phone });
  const to = phone.replace(/\s/g, '');
  await until(async () => (await caughtFor(world, to)).length > 0);
  const [message] = await caughtFor(world, to);
  const page = await site.visit(null, `/v/${linkIn(message!)}`, PHONE);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await heading('Ön küldte ezt a kérést: „Gépjármű-biztosítás”?').waitFor();
  await page.getByRole('link', { name: 'Belépés' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('hu');
  await page.getByLabel('Az SMS-ben kapott kód').fill('12');
  await page.keyboard.press('Enter');
  await page.getByText('Nézze meg újra: még 4 próbálkozása van.').waitFor();
  await page.getByRole('combobox', { name: 'Nyelv' }).selectOption('English');
  await heading('Did you ask for Gépjármű-biztosítás?').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Magyar');
  await page.getByRole('button', { name: 'Nem én voltam' }).press('Enter');
  await page.getByText('Az ezzel a telefonszámmal érkező új kéréseket 90 napig elutasítjuk.').waitFor();
  await page.getByRole('button', { name: 'Biztosan nem én voltam' }).press('Enter');
  await heading('Köszönjük, hogy szólt').waitFor();
  expect((await leadsOf(form))[0]).toMatchObject({ state: 'REJECTED' });
  expect(await page.evaluate(FETCHED)).toEqual(['hu']);
  for (const [language, name] of Object.entries(NAMES)) {
    await page.getByRole('combobox').selectOption(name);
    await page.locator(`html[lang="${language}"]`).waitFor();
    expect(`${name} ${await page.evaluate<number>(OVERHANG)}`).toBe(`${name} 0`);
  }
  await page.getByRole('link', { name: 'bu bozordagi maʼlumotlaringiz' }).click();
  await page.getByLabel('Your e-mail address or phone number').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

test('a person sees what is held, corrects it, and has it erased with a receipt', async () => {
  const { world } = site;
  const agency = await world.agency({ name: 'Baobab Media' });
  const email = `mine.${process.pid}@mail-of-kamau.co.ke`;
  const leadId = await acceptedLead(world, agency, { email });
  const page = await site.visit(null, '/me', PHONE);
  await page.getByLabel('Your e-mail address or phone number').fill('nobody');
  await page.keyboard.press('Enter');
  await page.getByText('Give an e-mail address, or a phone number').waitFor();
  await page.getByLabel('Your e-mail address or phone number').fill(email);
  await page.keyboard.press('Enter');
  await page.getByText(`If ${email} is right, a code arrives there now.`).waitFor();
  await until(async () => (await caughtFor(world, email)).length > 0);
  const [, code] = /^(\d{6})/.exec((await caughtFor(world, email))[0]!.text)!;
  await page.getByLabel('Digits of the message').fill(code!);
  await page.keyboard.press('Enter');
  await page.getByText(`One request is held under ${email}.`).waitFor();
  await page.getByText('nothing is kept in this browser').waitFor();
  await page.getByText('Baobab Media: the agency that brought it').waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Keep it as a file' }).click();
  expect((await saving).suggestedFilename()).toBe('my-data.json');
  await page.getByRole('button', { name: 'Correct name or town' }).click();
  await page.getByLabel('Name').fill('Grace Wambui');
  await page.keyboard.press('Enter');
  await page.getByText('Grace Wambui').waitFor();
  await page.getByRole('button', { name: 'Erase everything' }).press('Enter');
  await page.getByText('Sales stay in the books').waitFor();
  await page.getByText(/^•••\d{3} is not proven and will not be kept out/).waitFor();
  await page.getByRole('button', { name: 'Erase everything now' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Your data is erased' }).waitFor();
  await page.getByText(/^erasure_/).waitFor();
  expect((await leadOf(world, agency, leadId)).state).toBe('ERASED');
});

test('a person reads what is held in any of the languages, and is written to in the one that was chosen', async () => {
  const { world } = site;
  const agency = await world.agency({ name: 'Baobab Media' });
  const email = `sajat.${process.pid}@mail-of-kamau.co.ke`;
  await acceptedLead(world, agency, { email });
  const page = await site.visit(null, '/me', PHONE);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Magyar');
  await page.getByRole('heading', { level: 1, name: 'Az Ön adatai ezen a piactéren' }).waitFor();
  await page.getByLabel('Az Ön e-mail címe vagy telefonszáma').fill('senki');
  await page.keyboard.press('Enter');
  await page.getByText('Adjon meg egy e-mail címet vagy egy telefonszámot').waitFor();
  await page.getByLabel('Az Ön e-mail címe vagy telefonszáma').fill(email);
  await page.keyboard.press('Enter');
  await until(async () => (await caughtFor(world, email)).length > 0);
  const [letter] = await caughtFor(world, email);
  expect(letter!.subject).toBe('Kód, amellyel megnézheti, mit tárolunk Önről');
  await page.getByLabel('Az üzenet számjegyei').fill(/\d{6}/.exec(letter!.text)![0]);
  await page.keyboard.press('Enter');
  await page.getByText(`Egy kérést tárolunk ehhez: ${email}.`).waitFor();
  await page.getByRole('heading', { name: 'Gépjármű-biztosítás, közvetítette: Baobab Media' }).waitFor();
  await page.getByText('Település', { exact: true }).waitFor();
  for (const [language, name] of Object.entries(NAMES)) {
    await page.getByRole('combobox').selectOption(name);
    await page.locator(`html[lang="${language}"]`).waitFor();
    await page.getByText('Baobab Media:').waitFor();
    expect(`${name} ${await page.evaluate<number>(OVERHANG)}`).toBe(`${name} 0`);
  }
});

test('whoever bought a lead reads on the open card what its person says, and may no longer call', async () => {
  const { world } = site;
  const agency = await world.agency();
  const buyer = await world.business({ funds: '1000.00' });
  const email = `denies.${process.pid}@mail-of-kamau.co.ke`;
  const { saleId, leadId } = await soldLead(world, { agency, buyer }, { email });
  const token = await linkFor(world, agency, leadId, email);
  const page = await site.visit(buyer, `/cards/${saleId.replace('sale_', 'card_')}`);
  await page.getByRole('link', { name: /^Write / }).waitFor();
  await deny(world, token);
  await page.getByRole('alert').getByText('The person says that it was not them').waitFor();
  await page.getByText(email).first().waitFor();
  expect(await page.locator('a[href^="tel:"], a[href^="mailto:"]').count()).toBe(0);
  await page.getByRole('link', { name: 'Dispute as a prank' }).click();
  expect(await page.getByRole('radio', { name: /^Prank/ }).isChecked()).toBe(true);

  await page.goto(`${site.address}/cards`);
  await page.getByRole('row').getByText('Not them: do not contact').waitFor();
  await page.getByRole('row').getByRole('link').first().click();
  await page.getByRole('alert').waitFor();
  await erase(world, await proven(world, email));
  await page.getByRole('heading', { level: 1, name: 'Erased person' }).waitFor();
  await page.getByRole('alert').getByText('This card is closed: the person had their data erased').waitFor();
  await page.goto(`${site.address}/cards`);
  await page.getByRole('row').getByRole('link', { name: 'Erased person' }).click();
  await page.getByRole('link', { name: 'Dispute this lead' }).waitFor();
});
