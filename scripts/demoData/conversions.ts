import { createHmac } from 'node:crypto';
import { type Caller } from '../api/marketClient';
import { Chance } from './random';
import { type Stage } from './stage';
import { type Visitor } from './visitors';

const MINUTE_MS = 60_000;
const NAMES = [
  'Wanjiku Kamau',
  'Otieno Ochieng',
  'Achieng Odhiambo',
  'Mwangi Njoroge',
  'Chebet Kiprono',
  'Halima Yusuf',
];

/** What the servers of a business tell of its visitors. Chance of its own: the rest of the demo data stays as it is. */
export class Told {
  private readonly chance = new Chance(4711);
  private count = 0;

  private constructor(
    private readonly stage: Stage,
    private readonly keyId: string,
    private readonly secret: string,
  ) {}

  static async by(stage: Stage, owner: Caller): Promise<Told> {
    const { secret, setup } = await owner.mutate<{ secret: string; setup: { keyId: string } }>(
      'renewConversionSecret',
      {},
      'secret setup { keyId }',
    );
    return new Told(stage, setup.keyId, secret);
  }

  /** Some people ask for an offer after minutes, and many a program sends the form at once. */
  async mayConvert({ kind }: Visitor, click: string): Promise<void> {
    if (kind === 'server' && this.chance.happens(0.6)) return this.tell({ click, kind: 'request' });
    if (kind !== 'person' || !this.chance.happens(0.15)) return;
    this.stage.moveTo(new Date(this.stage.now().getTime() + this.chance.whole(1, 6) * MINUTE_MS));
    this.count += 1;
    const contact = { name: this.chance.pick(NAMES), email: `visitor-${this.count}@example.com` };
    const isSale = this.chance.happens(0.4);
    const value = { minor: this.chance.whole(40, 220) * 100, currency: 'USD' };
    return this.tell({
      click,
      ...(isSale ? { kind: 'policy', order: `RC-${this.count}`, value } : { kind: 'request', contact }),
    });
  }

  private async tell(said: object): Promise<void> {
    const body = JSON.stringify(said);
    const time = Math.floor(this.stage.now().getTime() / 1000);
    const v1 = createHmac('sha256', this.secret).update(`${time}.${body}`).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'leadbourse-signature': `key=${this.keyId},t=${time},v1=${v1}`,
    };
    const address = new URL('/api/conversions', this.stage.caller().address);
    const response = await fetch(address, { method: 'POST', headers, body });
    if (response.status >= 300)
      throw new Error(`A conversion was answered ${response.status}: ${await response.text()}`);
  }
}
