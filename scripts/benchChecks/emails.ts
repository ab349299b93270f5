import { readEmail } from '../../server/modules/leads/checks/emailSyntax';
import { type Bench, cellsOf, jsonRows, share, Tally } from './rows';

const VALID = new Set(['valid', 'ISEMAIL_VALID_CATEGORY']);
const ERRORS = new Set(['invalid', 'ISEMAIL_ERR']);

async function* rowsOf(file: string, tell: (rows: number) => void) {
  const listed = await jsonRows(file);
  for (const { address, category } of listed ?? []) {
    if (typeof address === 'string') yield { address, category: typeof category === 'string' ? category : 'valid' };
  }
  if (listed) return;
  for await (const [address = '', category = 'valid'] of cellsOf(file, tell)) yield { address, category };
}

export const emails: Bench = {
  help: `FILE is a list in JSON of { "address": ..., "category": ... }, or a text with a line each: address, tab, category.
Of the categories, valid and ISEMAIL_VALID_CATEGORY are expected to be read, invalid and ISEMAIL_ERR to be refused; of others
it is only told how many were read. What an intake takes off before (spaces around an address, mailto:) is left on here.`,
  wrongAre: 'Judged otherwise than the file says',
  async measure(file, tell) {
    const read = new Tally();
    const wrong: string[] = [];
    for await (const { address, category } of rowsOf(file, tell)) {
      const isRead = readEmail(address).why === undefined;
      read.add(category, isRead);
      if (isRead ? ERRORS.has(category) : VALID.has(category)) wrong.push(`${JSON.stringify(address)}: ${category}`);
    }
    const lines = read.names().map((name) => {
      const { all, some } = read.of(name);
      return [name, String(all), String(some), share(some, all)];
    });
    const rows = read.names().reduce((sum, name) => sum + read.of(name).all, 0);
    return { rows, figures: [['category', 'rows', 'read', 'share'], ...lines], wrong };
  },
};
