import { organisationsNamed, organisationsOfMailDomains } from '../../accounts';
import { type CandidateBatch } from '../candidate';
import { finding, type Finding } from '../checks/signals';
import { known } from '../known';
import { isPersonsName } from '../matching/commonNames';
import { latinWords, soundOf } from '../matching/latin';
import { type MarkRow, Marks } from './model';
import { tradersAmong } from './nicheTraders';

/** A row as organisations of the market are looked for in it. */
export interface SoughtRow {
  row: number;
  nicheId: string;
  phoneHash: string | null;
  /** Of the e-mail's domain, and of the registered one that it is a part of. */
  domainHashes: readonly string[];
  name: string;
  /** Whether the name reads like that of a company. */
  isCompany: boolean;
}

interface Met {
  organisationId: string;
  by: 'phone number' | 'e-mail domain' | 'company name' | 'name';
}

/**
 * What tells of each row that it comes from a business or agency of this market: by the e-mail domain of its logins, a
 * domain or phone that it named as its own, or its name, which the agency's own is too. In words that name nobody. The same
 * few look-ups whatever the number of rows; those that have nothing to look for cost none.
 */
export async function findSellers(
  rows: readonly SoughtRow[],
  { agencyId, at }: Pick<CandidateBatch, 'agencyId' | 'at'>,
): Promise<Map<number, Finding>> {
  const met = await meet(rows);
  const pairs = rows.flatMap(({ row, nicheId }) =>
    (met.get(row) ?? []).map(({ organisationId }) => ({ organisationId, nicheId })),
  );
  if (pairs.length === 0) return new Map();
  const trades = await tradersAmong(pairs, at);
  return new Map(
    rows.flatMap(({ row, nicheId, name }): [number, Finding][] => {
      const [first] = met.get(row) ?? [];
      if (!first) return [];
      const rivals = met.get(row)!.filter(({ organisationId, by }) => {
        // Whoever brings a lead under its own name trades in its branch.
        return trades({ organisationId, nicheId }) || (organisationId === agencyId && isByName(by));
      });
      const rival = rivals.find(({ by }) => !isByName(by)) ?? rivals[0];
      const found = finding(rival ? 'COMPETITOR' : 'SELLER_KNOWN', { what: (rival ?? first).by });
      return [[row, rival?.by === 'name' && isLikeAPersons(name) ? { ...found, weight: NAMESAKE } : found]];
    }),
  );
}

/** What a trader's name weighs that may be anybody's: a note. */
const NAMESAKE = 15;

const isByName = (by: Met['by']): boolean => by === 'name' || by === 'company name';

/** Who trades under a name of names (Rose Kimani) has namesakes, who must not wait for it. */
const isLikeAPersons = (name: string): boolean => latinWords(name).every((word) => isPersonsName(soundOf(word)));

async function meet(rows: readonly SoughtRow[]): Promise<Map<number, Met[]>> {
  const domains = [...new Set(rows.flatMap(({ domainHashes }) => domainHashes))];
  const phones = known(rows.map(({ phoneHash }) => phoneHash));
  const byLogin = domains.length > 0 ? await organisationsOfMailDomains(domains) : new Map<string, string[]>();
  const marks =
    domains.length + phones.length > 0
      ? await Marks.find({ hash: { $in: [...domains, ...phones] }, owner: 'OWN' }, { organisationId: 1, hash: 1 }).lean<
          Pick<MarkRow, 'organisationId' | 'hash'>[]
        >()
      : [];
  const marked = (hash: string | null): string[] =>
    marks.filter((mark) => mark.hash === hash).map(({ organisationId }) => organisationId);
  return new Map(
    rows.map(({ row, domainHashes, phoneHash, name, isCompany }): [number, Met[]] => [
      row,
      [
        ...domainHashes.flatMap((hash) => [...(byLogin.get(hash) ?? []), ...marked(hash)]).map(metBy('e-mail domain')),
        ...marked(phoneHash).map(metBy('phone number')),
        ...organisationsNamed(name).map(metBy(isCompany ? 'company name' : 'name')),
      ],
    ]),
  );
}

const metBy =
  (by: Met['by']) =>
  (organisationId: string): Met => ({ organisationId, by });
