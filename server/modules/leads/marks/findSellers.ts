import { organisationsByName, organisationsOfMailDomains } from '../../accounts';
import { finding, type Finding } from '../checks/signals';
import { known } from '../known';
import { type MarkRow, Marks } from './model';
import { tradersAmong } from './nicheTraders';

/** A row as organisations of the market are looked for in it. */
export interface SoughtRow {
  row: number;
  nicheId: string;
  phoneHash: string | null;
  /** Of the e-mail's domain, and of the registered one that it is a part of. */
  domainHashes: readonly string[];
  /** The name where it reads like that of a company; else null. */
  companyName: string | null;
}

interface Met {
  organisationId: string;
  by: 'phone number' | 'e-mail domain' | 'company name';
}

/**
 * What tells of each row that it comes from a business or agency of this market: by the e-mail domain of its logins, a
 * domain or phone that it named as its own, or its name. In words that name nobody. The same few look-ups whatever the
 * number of rows; those that have nothing to look for cost none.
 */
export async function findSellers(rows: readonly SoughtRow[], at: Date): Promise<Map<number, Finding>> {
  const met = await meet(rows);
  const pairs = rows.flatMap(({ row, nicheId }) =>
    (met.get(row) ?? []).map(({ organisationId }) => ({ organisationId, nicheId })),
  );
  if (pairs.length === 0) return new Map();
  const trades = await tradersAmong(pairs, at);
  return new Map(
    rows.flatMap(({ row, nicheId }): [number, Finding][] => {
      const [first] = met.get(row) ?? [];
      if (!first) return [];
      const rival = met.get(row)!.find(({ organisationId }) => trades({ organisationId, nicheId }));
      return [[row, finding(rival ? 'COMPETITOR' : 'SELLER_KNOWN', { what: (rival ?? first).by })]];
    }),
  );
}

async function meet(rows: readonly SoughtRow[]): Promise<Map<number, Met[]>> {
  const domains = [...new Set(rows.flatMap(({ domainHashes }) => domainHashes))];
  const phones = known(rows.map(({ phoneHash }) => phoneHash));
  const names = known(rows.map(({ companyName }) => companyName));
  const byLogin = domains.length > 0 ? await organisationsOfMailDomains(domains) : new Map<string, string[]>();
  const marks =
    domains.length + phones.length > 0
      ? await Marks.find({ hash: { $in: [...domains, ...phones] }, owner: 'OWN' }, { organisationId: 1, hash: 1 }).lean<
          Pick<MarkRow, 'organisationId' | 'hash'>[]
        >()
      : [];
  const byName = names.length > 0 ? await organisationsByName(names) : new Map<string, string[]>();
  const marked = (hash: string | null): string[] =>
    marks.filter((mark) => mark.hash === hash).map(({ organisationId }) => organisationId);
  return new Map(
    rows.map(({ row, domainHashes, phoneHash, companyName }): [number, Met[]] => [
      row,
      [
        ...domainHashes.flatMap((hash) => [...(byLogin.get(hash) ?? []), ...marked(hash)]).map(metBy('e-mail domain')),
        ...marked(phoneHash).map(metBy('phone number')),
        ...(byName.get(companyName ?? '') ?? []).map(metBy('company name')),
      ],
    ]),
  );
}

const metBy =
  (by: Met['by']) =>
  (organisationId: string): Met => ({ organisationId, by });
