import { type Agency, type AgencyWork } from './agencyWork';
import { type Chance } from './random';

interface Stock {
  agency: Agency;
  batchId: string;
  /** About how many of its leads are not on sale yet. */
  left: number;
}

interface Part {
  agency: Agency;
  batchId: string;
  first: number;
  maxSales: number;
}

/** Files that were sent and are put on sale, at once or bit by bit. */
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

  /** Lists all that lies here: files side by side, each in two halves. Answers with how many leads that were. */
  async listAll(): Promise<number> {
    const halves = this.stocks.splice(0).map(({ agency, batchId, left }) => [
      { agency, batchId, first: Math.ceil(left / 2), maxSales: this.agencyWork.drawMaxSales(agency) },
      { agency, batchId, first: left, maxSales: this.agencyWork.drawMaxSales(agency) },
    ]);
    const counts = await Promise.all(halves.map((file) => this.listInTurn(file)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private async listInTurn(parts: readonly Part[]): Promise<number> {
    let listed = 0;
    for (const { agency, batchId, first, maxSales } of parts)
      listed += await this.agencyWork.listSome(agency, batchId, first, maxSales);
    return listed;
  }

  /** Lists a few leads of one file, of another agency than the time before, so that neighbours on the market differ. Answers with how many. */
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
