import { config } from '../../server/config';
import { latestMail, signUp } from '../accounts/flows';
import { until } from '../kit/until';
import { createSite, type Site } from '../kit/site';

let site: Site;
beforeAll(async () => {
  site = await createSite();
});
afterAll(() => site.close());
afterEach(() => {
  config.mailer = null;
  expect(site.complaints()).toEqual([]);
});

test('a visitor sees what the market is and how it stands, and signs up as a business by keyboard alone', async () => {
  const page = await site.visit(null, '/');
  await page.getByRole('heading', { level: 1, name: 'Pay only for people who really asked.' }).waitFor();
  await page.getByText('Nothing is on sale at this moment.').waitFor();
  await page.getByRole('link', { name: 'Buy leads' }).press('Enter');
  await page.getByRole('button', { name: 'Sign up' }).press('Enter');
  for (const missing of ['Give the name of the organisation.', 'Give your name.', 'Give an e-mail address']) {
    await page.getByText(missing).waitFor();
  }
  await page.getByLabel('Name of the organisation').fill('Savanna Cover');
  const country = page.getByRole('combobox', { name: 'Country' });
  await country.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ugan');
  await page.locator('[data-combobox-selected]', { hasText: 'Uganda' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await country.inputValue()).toBe('Uganda');
  await page.getByLabel('Your name').fill('Grace Kilonzo');
  // What is typed after a click stands for what was chosen.
  await country.click();
  await page.keyboard.type('Keny');
  await page.locator('[data-combobox-selected]', { hasText: 'Kenya' }).waitFor();
  await page.keyboard.press('Enter');
  // What is typed outlives a reload, until it is sent.
  await page.reload();
  await page.getByLabel('E-mail').fill('grace@example.com');
  expect(await page.getByLabel('Your name').inputValue()).toBe('Grace Kilonzo');
  expect(await page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('Kenya');
  await page.keyboard.press('Enter');
  await page.getByText('By the link for grace@example.com you choose a password. It is good for 24 hours.').waitFor();
  await page.getByText('No mail server is set up here').waitFor();
  await page.getByRole('button', { name: 'Change what I entered' }).press('Enter');
  expect(await page.getByLabel('Name of the organisation').inputValue()).toBe('Savanna Cover');
  await page.getByRole('button', { name: 'Sign up' }).press('Enter');
  await page.getByRole('link', { name: 'open the link' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Confirm Savanna Cover' }).waitFor();
  expect(page.url()).not.toContain('token');
  await page.getByRole('textbox', { name: 'Password' }).fill('password123');
  await page.keyboard.press('Enter');
  const weak = page.getByText('This password is among the first that others would try.');
  await weak.waitFor();
  await page.getByRole('textbox', { name: 'Password' }).fill('a-long-pass-phrase-of-grace');
  await weak.waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/market/);
  await page.getByRole('button', { name: 'Savanna Cover: account of Grace Kilonzo' }).waitFor();
});

test('the link of a sign-up is told to the mail alone where there is a mail server', async () => {
  config.mailer = { url: 'smtp://127.0.0.1:1', from: 'market@example.com' };
  const page = await site.visit(null, '/sign-up?kind=agency');
  await page.getByLabel('Name of the organisation').fill('Baobab Media');
  await page.getByRole('combobox', { name: 'Country' }).fill('Keny');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Your name').fill('Juma Otieno');
  await page.getByLabel('E-mail').fill('juma@example.com');
  await page.keyboard.press('Enter');
  await page.getByText('A link is on its way to juma@example.com. Open it to choose a password; it is good').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Check your mail' }).waitFor();
  expect(await page.getByText('No mail server').count()).toBe(0);
  // It was sent, so a reload begins anew; as what one signs up stands in the address.
  await page.getByRole('button', { name: 'Send it again' }).press('Enter');
  await page.getByRole('status').getByText('Asked for again.').waitFor();
  await page.getByRole('button', { name: 'Change what I entered' }).press('Enter');
  expect(await page.getByLabel('E-mail').inputValue()).toBe('juma@example.com');
  await page.reload();
  await page.getByRole('radio', { name: 'I sell leads' }).and(page.locator(':checked')).waitFor({ state: 'attached' });
  expect(await page.getByLabel('E-mail').inputValue()).toBe('');
});

test('an address with a login confirms with its own password, also from another login; the used link leads on', async () => {
  const [known, other] = [await site.world.business(), await site.world.business()];
  const house = { kind: 'AGENCY', name: 'Second House', country: 'KE' };
  const token = await signUp(site.world, { name: 'Known', email: known.email }, house);
  const page = await site.visit(other, `/confirm#token=${token}`);
  await page.getByText(`You are logged in as ${other.email}.`).waitFor();
  await page.getByText(`${known.email} already has a login.`).waitFor();
  await page.getByRole('textbox', { name: 'Password' }).fill('a password of somebody else');
  await page.keyboard.press('Enter');
  await page.getByText('This address already has a login: give its password.').waitFor();
  await page.getByRole('textbox', { name: 'Password' }).fill(known.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Second House: account of / }).waitFor();
  await page.goto(`${site.address}/confirm#token=${token}`);
  await page.getByRole('heading', { name: 'This link is no longer open' }).waitFor();
  await page.getByRole('link', { name: 'Go to Second House' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('a further link opened in the same tab is taken instead of the one before; a name that is taken is given anew there', async () => {
  await site.world.business({ name: 'Third House Ltd' });
  const page = await site.visit(null, '/confirm#token=nonsense');
  await page.getByRole('heading', { name: 'This link is no longer open' }).waitFor();
  await page.getByRole('link', { name: 'Sign up again' }).waitFor();
  const house = { kind: 'BUSINESS', name: 'Third House', country: 'KE' };
  const token = await signUp(site.world, { name: 'New', email: 'third@example.com' }, house);
  await page.evaluate(`location.hash = 'token=${token}'`);
  await page.getByRole('heading', { level: 1, name: 'Confirm Third House' }).waitFor();
  expect(page.url()).not.toContain('token');
  await page.getByRole('textbox', { name: 'Password' }).fill('a good long password');
  await page.keyboard.press('Enter');
  await page.getByText('Another organisation bears this name here.').waitFor();
  await page.getByLabel('Name of the organisation').fill('Third House Kisumu');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Third House Kisumu: account of / }).waitFor();
});

test('a wrong password is told at once, and the right one leads to where one wanted to be', async () => {
  const business = await site.world.business();
  const page = await site.visit(null, '/profile');
  await page.waitForURL(/\/log-in\?to=%2Fprofile/);
  await page.getByLabel('E-mail').fill(business.email);
  await page.getByRole('textbox', { name: 'Password' }).fill('not-the-password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  // Where one is stays to be seen, also where what stands there is wrong.
  const password = page.getByRole('textbox', { name: 'Password' });
  await password.focus();
  const ring = (field: typeof password): Promise<string> =>
    field.evaluate((input) => {
      const box = (input as unknown as { closest(of: string): unknown }).closest('.mantine-Input-input');
      return (globalThis as unknown as { getComputedStyle(of: unknown): { outline: string } }).getComputedStyle(box)
        .outline;
    });
  expect(await ring(password)).toContain('solid 2px');
  await page.getByRole('button', { name: 'Show password' }).click();
  await page.getByRole('button', { name: 'Hide password' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill(business.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/profile$/);
  // A session that ended while nobody looked is told where one has to log in again.
  await page.context().clearCookies();
  await page.goto(`${site.address}/profile`);
  await page.getByRole('status').getByText('Your session here has ended').waitFor();
});

test('who forgot the password sets a new one by the link of a letter, once', async () => {
  const { email } = await site.world.business({ name: 'Rift Valley Homes' });
  const page = await site.visit(null, '/log-in');
  await page.getByRole('link', { name: 'Forgot the password?' }).click();
  await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('button', { name: 'Send the link' }).press('Enter');
  await page.getByText('If this address has a login, a link is on its way.').waitFor();
  await site.world.settle();
  const { link } = (await latestMail('passwordReset'))!;
  await page.goto(link);
  await page.getByLabel('New password').fill('another-long-pass-phrase');
  await page.getByRole('button', { name: 'Set it and log in' }).press('Enter');
  await page.waitForURL(/\/market/);
  expect(page.url()).not.toContain('token');
  // Typed before it is known that somebody is logged in here.
  await page.goto(link, { waitUntil: 'commit' });
  await page.getByLabel('New password').fill('a-third-long-pass-phrase');
  await page.getByRole('button', { name: 'Set it and log in' }).press('Enter');
  await page.getByRole('link', { name: 'Ask for a new link' }).waitFor();
  await page.context().close();
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
  // Both faults of a new login are told at once.
  await page.getByRole('textbox', { name: 'Password' }).fill('short');
  await page.keyboard.press('Enter');
  const nameless = page.getByText('This address has no login yet, so a name is needed: give 1 to 100 characters.');
  const tooShort = page.getByText('A password has at least 10 characters.', { exact: true });
  await nameless.waitFor();
  await tooShort.waitFor();
  // What is said of a field goes when it is written in; what is said of the other stays.
  await page.getByLabel('Your name').fill('Amina Yusuf');
  await nameless.waitFor({ state: 'detached' });
  await tooShort.waitFor();
  await page.getByRole('textbox', { name: 'Password' }).fill('a-long-pass-phrase-of-amina');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /account of Amina Yusuf/ }).waitFor();
});

test('an address with nonsense, and a used invitation, show a way on', async () => {
  const page = await site.visit(null, '/no/such/page');
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await page.goto(`${site.address}/%E0%A4%A`);
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
  await until(async () => (await page.evaluate('scrollY')) === 0);
  await page.goBack();
  await until(async () => (await page.evaluate('scrollY')) === 300);
});

test('who prefers the dark gets it before the first script of the page has come', async () => {
  const page = await site.visit(null, '/no-page-yet', { scheme: 'dark' });
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(20, 23, 27)');
  site.complaints();
});
