import type { MoneyValue } from '../../app/format';
import type { SoldLead } from './reads';

interface Sum {
  name: string;
  money: MoneyValue;
  count: number;
}

/** What sales brought the agency, added up by a name, the most first. */
export function sumsBy(sales: readonly SoldLead[], nameOf: (sale: SoldLead) => string): Sum[] {
  const sums = new Map<string, Sum>();
  for (const sale of sales) {
    const net = sale.net ?? { ...sale.gross, minor: 0 };
    const name = nameOf(sale);
    const { money, count } = sums.get(name) ?? { money: { ...net, minor: 0 }, count: 0 };
    sums.set(name, { name, money: { ...money, minor: Number(money.minor) + Number(net.minor) }, count: count + 1 });
  }
  return [...sums.values()].sort((first, second) => Number(second.money.minor) - Number(first.money.minor));
}
