/** Ping and post of the benchmark: an agency's program, and businesses that buy by themselves whatever it offers. */
import { randomUUID } from 'node:crypto';
import { type Caller } from '../api/marketClient';
import { ContactBook } from '../demoData/contacts';
import { makePerson } from '../demoData/people';
import { Chance } from '../demoData/random';

const FACTS = {
  niche: 'motor-insurance',
  country: 'GB',
  temperature: 'HOT',
  contactKind: 'QUICK',
  channel: 'SEARCH',
};
const usd = (dollars: number): object => ({ minor: dollars * 100, currency: 'USD' });

/** Asks for bids by a key of its own; every business has a wish that bids. */
export class PingCaller {
  private readonly chance = new Chance(Date.now() >>> 0);
  private readonly contacts = new ContactBook(this.chance);

  private constructor(
    private readonly address: string,
    private readonly secret: string,
  ) {}

  static async open(agency: Caller, buyers: readonly Caller[]): Promise<PingCaller> {
    const asked = { name: 'Benchmark', scopes: ['PING_POST'] };
    const { secret } = await agency.mutate<{ secret: string }>('createApiKey', asked, 'secret');
    const filter = { nicheIds: ['niche_insurance'], regionIds: ['region_GB'] };
    const dailyBudget = usd(100_000);
    for (const buyer of buyers) {
      const terms = { name: 'Benchmark', filter, maxPrice: usd(1000), dailyCount: 1000, dailyBudget };
      await buyer.mutate('makeBuyingWish', { terms, agreedPerDay: dailyBudget });
    }
    return new PingCaller(agency.address, secret);
  }

  /** Pings what somebody bids for; the id to post by. */
  async ping(): Promise<string> {
    const { pingId } = (await this.send('/api/ping', FACTS)) as { pingId: string | null };
    if (!pingId) throw new Error('Nobody bids');
    return pingId;
  }

  /** What posts the lead of somebody new. */
  async preparePost(): Promise<() => Promise<void>> {
    const { fullName, email } = makePerson('GB', this.chance, this.contacts);
    const consent = {
      text: 'Insurers may call me about my request.',
      page: 'https://forms.example.com/car',
      at: new Date().toISOString(),
      ip: '203.0.113.7',
      method: 'WEB_FORM',
    };
    const [name, domain] = email.split('@');
    const lead = { name: fullName, email: `${name}.${randomUUID().slice(0, 8)}@${domain}`, consent };
    const body = { pingId: await this.ping(), ...lead, contactKind: 'QUICK' };
    return async () => {
      const { sale, outcome } = (await this.send('/api/post', body)) as { sale: object | null; outcome: string };
      if (!sale && outcome === 'ACCEPTED') throw new Error('The lead was not sold');
    };
  }

  private async send(door: string, body: object): Promise<unknown> {
    const response = await fetch(new URL(door, this.address), {
      method: 'POST',
      headers: { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status >= 400) throw new Error(`${door}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
