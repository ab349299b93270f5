import { createSite, type Site } from '../kit/site';

let site: Site;
beforeAll(async () => {
  site = await createSite();
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

test('a visitor sees what the market is and how it stands, and signs up as a business by keyboard alone', async () => {
  const page = await site.visit(null, '/');
  await page.getByRole('heading', { level: 1, name: 'Pay only for people who really asked.' }).waitFor();
  await page.getByText('listings on sale now', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Buy leads' }).press('Enter');
  await page.getByRole('button', { name: 'Sign up' }).press('Enter');
  for (const missing of ['Give the name of the organisation.', 'Give your name.', 'Give an e-mail address']) {
    await page.getByText(missing).waitFor();
  }
  await page.getByLabel('Name of the organisation').fill('Savanna Cover');
  await page.getByRole('combobox', { name: 'Country' }).fill('Keny');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Your name').fill('Grace Kilonzo');
  await page.getByLabel('E-mail').fill('grace@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('password123');
  await page.keyboard.press('Enter');
  await page.getByText('This password is among the first that others would try.').waitFor();
  expect(await page.getByLabel('Name of the organisation').inputValue()).toBe('Savanna Cover');
  await page.getByRole('textbox', { name: 'Password' }).fill('a-long-pass-phrase-of-grace');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/market/);
  await page.getByRole('button', { name: 'Savanna Cover: account of Grace Kilonzo' }).waitFor();
});

test('a wrong password is told at once, and the right one leads to where one wanted to be', async () => {
  const business = await site.world.business();
  const page = await site.visit(null, '/profile');
  await page.waitForURL(/\/log-in\?to=%2Fprofile/);
  await page.getByLabel('E-mail').fill(business.email);
  await page.getByRole('textbox', { name: 'Password' }).fill('not-the-password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  await page.getByRole('textbox', { name: 'Password' }).fill(business.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/profile$/);
});

test('a link of an invitation makes a member; its token is taken out of the address', async () => {
  const owner = await site.world.business();
  const { link } = await site.world.ask(
    owner,
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberPayload { link } } }',
    { input: { email: 'amina@example.com', role: 'MANAGER' } },
  );
  const page = await site.visit(null, link.slice(site.address.length));
  await page.getByRole('heading', { name: /^Join / }).waitFor();
  expect(page.url()).not.toContain('token');
  await page.reload();
  await page.getByRole('heading', { name: /^Join / }).waitFor();
  await page.getByLabel('Your name').fill('Amina Yusuf');
  await page.getByRole('textbox', { name: 'Password' }).fill('a-long-pass-phrase-of-amina');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /account of Amina Yusuf/ }).waitFor();
});

test('an address with nonsense, and a used invitation, show a way on', async () => {
  const page = await site.visit(null, '/no/such/page');
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await page.goto(`${site.address}/join#token=nonsense`);
  await page.getByRole('heading', { name: 'This invitation is no longer open' }).waitFor();
});

test('staff begin at their own work', async () => {
  const page = await site.visit(await site.world.admin('ADJUDICATOR'), '/');
  await page.waitForURL(/\/disputes$/);
  await page.getByRole('heading', { level: 1, name: 'Dispute queue' }).waitFor();
});

test('a page that one goes back to is where it was left', async () => {
  const page = await site.visit(null, '/', { width: 390, height: 600 });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate('new Promise((seen) => (addEventListener("scroll", seen, { once: true }), scrollTo(0, 300)))');
  await page.getByRole('banner').getByRole('link', { name: 'Log in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor();
  await page.waitForFunction('scrollY === 0');
  await page.goBack();
  await page.waitForFunction('scrollY === 300');
});

test('who prefers the dark gets it before the first script of the page has come', async () => {
  const page = await site.visit(null, '/no-page-yet', { scheme: 'dark' });
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(20, 23, 27)');
  site.complaints();
});
