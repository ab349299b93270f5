/**
 * `npm run demo [-- --url http://localhost:4000]`: the main job by plain HTTP requests, told step by step. Without an
 * address it runs on a market of its own, which is thrown away afterwards.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../server/platform/projectRoot';
import { ADDRESS_OPTIONS } from './api/marketAddress';
import { Caller } from './api/marketClient';
import { randomWord } from './api/randomWord';
import { demoLogins } from './demoData/logins';
import { metaExport } from './demoData/metaExport';
import { describeBatch, importBatch, listAll, sendFile } from './demoRun/agencySide';
import { browse, buy, cardOf, quote, topUp, type Sale } from './demoRun/buyerSide';
import { callStory } from './demoRun/callStory';
import { clickStory } from './demoRun/clickStory';
import { ledgerOf } from './demoRun/ledger';
import { startOwnServer } from './demoRun/ownServer';
import { disputeAndDecide } from './demoRun/story';

const PASSWORD = 'a long pass phrase for the demo';
/** Tells the runs apart on a market that lives on: the same people again would be duplicates. */
const RUN = randomWord();

let steps = 0;

function tell(title: string, ...lines: string[]): void {
  steps += 1;
  console.log([`\n${steps}. ${title}`, ...lines.map((line) => `   ${line}`)].join('\n'));
}

async function demo(): Promise<void> {
  const { values } = parseArgs({ options: ADDRESS_OPTIONS });
  const given = values.url ?? values.address;
  const own = given ? null : await startOwnServer();
  const address = given ?? own?.address ?? '';
  try {
    await mainJob(address, own?.passHours ?? null);
    console.log('\nThe main job is done.');
  } finally {
    await own?.stop();
  }
}

async function mainJob(address: string, passHours: ((hours: number) => void) | null): Promise<void> {
  const people = await enter(address);
  await uploadGreekFile(people.agency);
  await uploadMetaExport(people.agency);
  tell('The agency lists what was accepted', `${await listAll(people.agency)} leads are on sale, each to one buyer`);
  const sales = await shop(people);
  await disputeSales(people, sales);
  await showMoney(people, sales);
  const story = { ...people, tell, passHours };
  const batchId = await clickStory(story);
  await callStory(story, [batchId]);
  await checkLedger(people);
}

interface People {
  agency: Caller;
  agencyId: string;
  buyer: Caller;
  buyerId: string;
  admin: Caller;
}

async function enter(address: string): Promise<People> {
  const [agency, buyer, admin] = [new Caller(address), new Caller(address), new Caller(address)];
  const organisation = (kind: string, name: string): object => ({ kind, name: `${name} ${RUN}`, country: 'GR' });
  const person = (name: string, login: string) => ({ name, email: `${login}-${RUN}@example.com`, password: PASSWORD });
  const agencyId = await agency.signUp(person('Ελένη Μακρή', 'agency'), organisation('AGENCY', 'Meltemi Leads'));
  const buyerId = await buyer.signUp(person('Πέτρος Ρήγας', 'buyer'), organisation('BUSINESS', 'Rigas Kitchens'));
  const login = demoLogins.find(({ role }) => role === 'admin');
  await admin.logIn(login?.email ?? '', login?.password ?? '');
  await admin.mutate('approveAgency', { organisationId: agencyId });
  tell('An agency and a business sign up', 'Meltemi Leads (agency), approved by an admin', 'Rigas Kitchens (business)');
  return { agency, agencyId, buyer, buyerId, admin };
}

const fixture = (name: string): Buffer => readFileSync(path.join(projectRoot, 'test/fixtures/intake', name));

/** A file in a Greek encoding without a time of consent: it is refused with reasons, corrected, and sent again. */
async function uploadGreekFile(agency: Caller): Promise<void> {
  const bytes = Buffer.from(
    fixture('el_cp1253_semicolon.csv').toString('latin1').replaceAll('@example.com', `@${RUN}.example`),
    'latin1',
  );
  const consentText = 'Συμφωνώ να επικοινωνήσουν μαζί μου εταιρείες για το αίτημά μου.';
  const defaults = {
    consentText,
    consentPage: 'https://meltemi.example/kouzines',
    consentMethod: 'WEB_FORM',
    temperature: 'WARM',
  };
  const wish = { nicheSlug: 'kitchens', country: 'GR', defaults };
  const sent = await sendFile(agency, wish, bytes);
  tell(
    'The agency uploads a file as its old program wrote it',
    `found: ${sent.file?.encoding}, cells separated by "${sent.file?.delimiter}"`,
    `columns: ${sent.columns.map(({ heading, field }) => `${heading} = ${field}`).join(', ')}`,
  );
  const first = await importBatch(agency, sent.id);
  tell('It is imported', ...describeBatch(first));
  if (first.counts.accepted > 0) return;
  const lines = bytes.toString('latin1').split(/\r?\n/).filter(Boolean);
  const when = new Date(Date.now() - 86_400_000).toISOString();
  const corrected = lines.map((line, row) => `${line};${row === 0 ? 'consent time' : when}`).join('\r\n');
  const again = await sendFile(agency, { ...wish, correctsBatchId: first.id }, Buffer.from(corrected, 'latin1'));
  tell(
    'The agency adds the column that was missing and sends the file again',
    ...describeBatch(await importBatch(agency, again.id)),
  );
}

async function uploadMetaExport(agency: Caller): Promise<void> {
  const consentText = 'I agree that companies offering this service may contact me about my request.';
  const wish = { nicheSlug: 'motor-insurance', country: 'KE', defaults: { consentText, consentMethod: 'SOCIAL_FORM' } };
  const sent = await sendFile(agency, wish, metaExport());
  const batch = await importBatch(agency, sent.id);
  tell(
    "The export of a social network's lead form goes in as it is",
    `found: ${sent.file?.encoding}, tabs`,
    ...describeBatch(batch),
  );
}

async function shop({ buyer, agencyId }: People): Promise<Sale[]> {
  tell('The business tops up by card at the payment stand-in', `available: ${await topUp(buyer, 500)}`);
  const { totalCount, nodes } = await browse(
    buyer,
    { nicheIds: ['niche_home-services'], regionIds: ['region_GR'] },
    agencyId,
  );
  tell(
    'It looks for home services in Greece',
    `${totalCount} on sale, the newest:`,
    ...nodes.map(({ previews, price }) => `${previews[0]?.text}: ${price.text}`),
  );
  const offer = await quote(
    buyer,
    nodes.slice(0, 2).map(({ id }) => id),
  );
  tell(
    'It asks for a quote of two',
    ...offer.lines.map(({ label, amount }) => `${label}: ${amount.text}`),
    `to pay: ${offer.total.text}`,
  );
  const clientKey = randomUUID();
  const sales = await buy(buyer, offer.id, clientKey);
  const again = await buy(buyer, offer.id, clientKey);
  const isSame = again.map(({ id }) => id).join() === sales.map(({ id }) => id).join();
  tell(
    'It buys, and sends the same request twice',
    `${sales.length} sales, held until ${sales[0]?.windowEndsAt}`,
    `the second answer is ${isSame ? 'the same, nothing more was charged' : 'ANOTHER'}`,
  );
  if (!isSame) throw new Error('A repeated purchase answered otherwise');
  for (const { id } of sales) {
    const { contact } = await cardOf(buyer, id);
    tell('The card shows the contact', `${contact?.name}, ${contact?.phone ?? 'no phone'}, ${contact?.email}`);
  }
  return sales;
}

/** The first sale is refunded in full, the second in half. */
async function disputeSales(people: People, sales: readonly Sale[]): Promise<void> {
  const answer = 'The request came by our form; see the consent record.';
  for (const [index, { id: saleId }] of sales.entries()) {
    const claim =
      index === 0
        ? { saleId, reason: 'PRANK', text: 'The person never asked and says a friend left the name.' }
        : { saleId, reason: 'NOT_AS_LISTED', text: 'Listed as warm; the person only wanted a brochure.' };
    const refund = index === 0 ? {} : { refund: { shareBps: 5000 } };
    await disputeAndDecide({ ...people, tell }, claim, answer, { refund });
  }
}

async function showMoney({ agencyId, buyer, buyerId, admin }: People, sales: readonly Sale[]): Promise<void> {
  const first = sales[0];
  if (first) {
    const { contact } = await cardOf(buyer, first.id);
    tell(
      'After the full refund the contact is closed',
      contact === null ? 'the card shows no contact any more' : 'THE CONTACT IS STILL OPEN',
    );
  }
  const about = { walletOf: buyerId, saleIds: sales.map(({ id }) => id) };
  const ledger = await ledgerOf(admin, about, { [agencyId]: 'agency', [buyerId]: 'buyer' });
  tell('The ledger of it all, in dollars', ...ledger.split('\n'));
}

async function checkLedger({ admin }: People): Promise<void> {
  const { checks } = await admin.ask<{ checks: { code: string; title: string; violations: string[] }[] }>(
    'query { ledgerHealth { checks { code title violations } } }',
  );
  const violations = checks.flatMap(({ violations: found }) => found);
  tell(
    'The checks of the ledger',
    ...checks.map(
      ({ code, title, violations: found }) => `${code} ${found.length === 0 ? 'holds' : 'IS BROKEN'}: ${title}`,
    ),
    ...violations,
  );
  if (violations.length > 0) throw new Error('The ledger does not hold');
}

demo().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
