import { type Agency, type AgencyWork } from './agencyWork';
import { type Chance } from './random';

interface Stock {
  agency: Agency;
  batchId: string;
  /** About how many of its leads are not on sale yet. */
  left: number;
}

/** Files that were sent and are put on sale bit by bit, so that neighbours on the market differ. */
export class Shelf {
  private stocks: Stock[] = [];
  private last: Stock | null = null;

  constructor(
    private readonly agencyWork: AgencyWork,
    private readonly chance: Chance,
  ) {}

  add(agency: Agency, batchId: string, rows: number): void {
    this.stocks.push({ agency, batchId, left: rows });
  }

  /** Lists a share of every file that lies here. Answers with how many leads that were. */
  async listShare(share: number): Promise<number> {
    let listed = 0;
    for (const stock of [...this.stocks]) listed += await this.list(stock, Math.ceil(stock.left * share));
    return listed;
  }

  /** Lists a few leads of one file, of another agency than the time before. Answers with how many. */
  async listFew(): Promise<number> {
    const others = this.stocks.filter(({ agency }) => agency !== this.last?.agency);
    if (others.length === 0) return 0;
    this.last = this.chance.pick(others);
    return this.list(this.last, this.chance.pick([1, 1, 2, 2, 3]));
  }

  private async list(stock: Stock, count: number): Promise<number> {
    const listed = await this.agencyWork.listSome(stock.agency, stock.batchId, Math.max(1, count));
    stock.left -= count;
    if (stock.left <= 0 || listed === 0) this.stocks.splice(this.stocks.indexOf(stock), 1);
    return listed;
  }
}
