import { entriesOf } from '../../server/modules/ledger';
import { type Actor, type World } from '../kit/world';
import { ledgerTable } from '../kit/ledgerTable';
import { type SoldLead } from '../kit/trading';

const WHOLE_JOURNAL = 1000;

/** The whole journal as a table in the words of the story: organisations, sales, and the money that buyers came with. */
export async function tellLedger(
  actors: Record<string, Actor>,
  sales: Record<string, Pick<SoldLead, 'saleId'> & Partial<SoldLead>>,
): Promise<string> {
  const entries = (await entriesOf(null, { limit: WHOLE_JOURNAL })).reverse();
  const funds = entries.filter(({ id }) => id.startsWith('adj:')).map(({ id }) => [id, 'funds'] as const);
  const names = [
    ...Object.entries(actors).map(([name, { organisationId }]) => [organisationId, name] as const),
    ...Object.entries(sales).map(([name, { saleId }]) => [saleId, name] as const),
  ];
  return `\n${await ledgerTable(Object.fromEntries([...funds, ...names]), entries)}\n`;
}

export const earningsOf = (world: World, agency: Actor) =>
  world.ask(agency, '{ earnings { held { minor } available { minor } refunded { minor } fees { minor } } }');
