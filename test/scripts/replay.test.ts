import { spawn } from 'node:child_process';
import mongoose from '../../server/platform/mongoose';
import { readOptions, WrongArguments } from '../../scripts/replayRun/options';
import { report } from '../../scripts/replayRun/report';
import { manifests } from '../../server/modules';
import { checkInvariants } from '../../server/platform/invariants';
import { projectRoot } from '../../server/platform/projectRoot';
import { createLink, follow, judge, kenyan, startCampaign, takeAgency } from '../clicks/clicking';
import { createWorld, type World } from '../kit/world';

let world: World;
let campaignId: string;
let price: number;
let clickId: string;
const DAY_MS = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const words = (...more: string[]): string[] => [
  ...['--from', day(Date.now() - DAY_MS), '--to', day(Date.now() + 2 * DAY_MS)],
  ...more,
];

beforeAll(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  const business = await world.business({ funds: '500.00' });
  const agency = await world.agency();
  const campaign = await startCampaign(world, business, { name: 'Worked out anew' });
  campaignId = campaign.id;
  price = await takeAgency(world, business, agency, campaignId);
  const code = await createLink(world, agency, { campaignId });
  await follow(world, code, { address: kenyan(1) });
  await judge(world);
  await follow(world, code, { address: kenyan(1) });
  const answer = await follow(world, code, { address: kenyan(2) });
  clickId = new URL(answer.headers.location!).searchParams.get('lbclick')!;
  await judge(world);
});

afterAll(() => world.close());

/** The command itself, as a process of its own on the market of this test. */
async function run(...more: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/replay.ts', ...words(...more)], {
    cwd: projectRoot,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      MONGODB_URI: process.env.TEST_MONGODB_URI,
      DATABASE_NAME: mongoose.connection.name,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

/** Does something while the market believes that this visit cost another price than it did. */
async function withOtherPrice<T>(work: () => Promise<T>): Promise<T> {
  const clicks = mongoose.connection.collection<{ _id: string; priceMinor: bigint }>('clicks');
  await clicks.updateOne({ _id: clickId }, { $set: { priceMinor: BigInt(price + 1) } });
  try {
    return await work();
  } finally {
    await clicks.updateOne({ _id: clickId }, { $set: { priceMinor: BigInt(price) } });
  }
}

test('the command tells each bill beside what the rules give, and ends with 0 where they are the same', async () => {
  const { code, said } = await run();
  expect(said).toContain(`Worked out anew (${campaignId})`);
  expect(said).toMatch(/ 2 +3 +\$\d+\.\d\d +\$\d+\.\d\d +\$0\.00 +0\n/);
  expect(said).toContain('Every one of 2 judgements is what the rules of its time give, to the cent.');
  expect(code).toBe(0);
});

test('a price that was changed behind the market’s back is found, and the command ends with 1', async () => {
  const { code, said } = await withOtherPrice(() => run('--campaign', campaignId));
  expect(said).toContain(`${clickId} (${campaignId}, judgement 2): was VALID ${price + 1}, is VALID ${price}`);
  expect(said).toContain('ALARM: 1 of 2 judgements');
  expect(code).toBe(1);
});

test('what is billed for visits of a campaign that is none is said, not summed to nothing', async () => {
  await expect(report(readOptions(words('--campaign', 'campaign_none'))!)).rejects.toThrow(WrongArguments);
});

test('by a version that is named it is told what it would have billed', async () => {
  const { lines, isAlarm } = await report(readOptions(words('--rules', '1'))!);
  expect(isAlarm).toBe(false);
  expect(lines.at(-1)).toMatch(/^By version 1 \$\d+\.\d\d would have been billed, where \$\d+\.\d\d was\.$/);
});

test('where it goes on from what was billed before these days, it says so', async () => {
  const judgements = mongoose.connection.collection('click_judgements');
  const { at } = (await judgements.findOne({ campaignId, seq: 2 }))!;
  const { lines } = await report({ ...readOptions(words('--rules', '1'))!, from: at });
  expect(lines.join('\n')).toContain('Of 1 campaign clicks were billed before these days');
  const { lines: whole } = await report(readOptions(words('--rules', '1'))!);
  expect(whole.join('\n')).not.toContain('before these days');
});

test.each([
  [['--to', '2026-12-01'], /--from is missing/],
  [['--from', '2026-02-30', '--to', '2026-12-01'], /--from is a day such as 2026-11-01, not "2026-02-30"/],
  [['--from', 'yesterday', '--to', '2026-12-01'], /not "yesterday"/],
  [['--from', '2026-12-01', '--to', '2026-11-01'], /--from 2026-12-01 is not before --to 2026-11-01/],
  [['--from', '2026-11-01', '--to', '2026-12-01', '--rules', '99'], /no rules of clicks of version "99"/],
  [['--from', '2026-11-01', '--to', '2026-12-01', '--rules', 'new'], /no rules of clicks of version "new"/],
  [['--since', '2026-11-01'], /--since/],
])('%s gets a clear message', (given, message) => {
  expect(() => readOptions(given)).toThrow(WrongArguments);
  expect(() => readOptions(given)).toThrow(message);
});

test('a bill whose raw clicks are forgotten is not called wrong', async () => {
  await world.clock.move('95d');
  const clicks = mongoose.connection.collection('clicks');
  const kept = await clicks.find().toArray();
  await clicks.deleteMany({});
  const invariants = manifests.find(({ name }) => name === 'clicks')!.invariants!;
  const results = await checkInvariants(invariants);
  const rest = report(readOptions(words())!);
  await expect(rest).rejects.toThrow(/Raw clicks are kept for 90 days/);
  await clicks.insertMany(kept);
  expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
});
