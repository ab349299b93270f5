import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judgeWaiting } from '../../server/modules/clicks/judge/judgeWaiting';
import { lineOf, storeFile } from '../../server/modules/clicks/log/storeVisits';
import { type RawClick } from '../../server/modules/clicks/model';
import { newId } from '../../server/platform/ids';
import { Chance } from '../demoData/random';
import { type Stage } from '../demoData/stage';
import { table } from '../print/table';
import { type ClickMarket, REGION } from './clickMarket';
import { type Meter, type Reading } from './meter';

const A_FILE = 10_000;
/** So many wait at most, as of a day on which the job stood still for hours. */
const MOST_WAITING = 100_000;
const DAY_MS = 86_400_000;
const AGENTS = {
  'Mozilla/5.0 (Linux; Android 14; TECNO KJ5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36': 60,
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36': 30,
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)': 10,
};

/** Stores and judges so many raw visits of a day, as the log and the job do it: of people, some again, and of robots. */
export async function benchBilling(
  stage: Stage,
  { campaign, link }: ClickMarket,
  meter: Meter,
  events: number,
): Promise<void> {
  console.log(`\nbilling: ${events.toLocaleString('en')} raw events of one campaign ...`);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-billing-'));
  const chance = new Chance(7);
  const from = stage.now().getTime() - DAY_MS;
  const [stored, judged] = [new Phase(meter), new Phase(meter)];
  try {
    for (let done = 0; done < events; done += A_FILE) {
      const visits = Array.from({ length: Math.min(A_FILE, events - done) }, (_, at): RawClick => {
        const visitor = chance.whole(1, events);
        return {
          _id: newId('click'),
          at: new Date(from + Math.floor(((done + at) / events) * DAY_MS)),
          linkId: link._id,
          agencyId: link.agencyId,
          campaignId: campaign._id,
          regionId: REGION,
          subId: `mail-${visitor % 20}`,
          net: `41.90.${visitor % 200}.0`,
          visitor: `visitor-${visitor}`,
          agent: chance.weighted(AGENTS),
          isHead: false,
          isPrefetch: chance.happens(0.02),
          isSent: true,
        };
      });
      const file = path.join(folder, 'visits.log');
      await writeFile(file, visits.map((visit) => `${lineOf(visit)}\n`).join(''));
      await stored.run(() => storeFile(file));
      const behind = done + visits.length;
      if (behind % MOST_WAITING !== 0 && behind < events) continue;
      await judged.run(judgeWaiting);
      console.log(`  ${behind.toLocaleString('en')} after ${judged.seconds} s of judging`);
    }
    console.log(
      table([
        ['', 'events a second', 'commands per 1,000'],
        stored.row('stored', events),
        judged.row('judged and billed', events),
      ]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Time and commands of some work, without what is done in between. */
class Phase {
  private ms = 0;
  private commands = 0;

  constructor(private readonly meter: Meter) {}

  async run(work: () => Promise<unknown>): Promise<void> {
    const before: Reading = this.meter.read();
    const startedAt = performance.now();
    await work();
    this.ms += performance.now() - startedAt;
    this.commands += this.meter.read().commands - before.commands;
  }

  get seconds(): number {
    return Math.round(this.ms / 1000);
  }

  row(title: string, events: number): string[] {
    const perSecond = Math.round((events * 1000) / this.ms).toLocaleString('en');
    return [title, perSecond, ((this.commands * 1000) / events).toFixed(1)];
  }
}
