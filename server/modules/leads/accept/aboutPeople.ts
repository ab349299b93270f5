import { DAY } from '../../../platform/clock';
import { likenessInWords } from '../alike/likeness';
import { isPlayedWith, type PhoneNames } from '../alike/phoneNames';
import { type CandidateBatch } from '../candidate';
import { finding, type Finding } from '../checks/signals';
import { findSellers, type SoughtRow } from '../marks/findSellers';
import { DUPLICATE_DAYS } from '../rules';
import { suppressedAmong } from '../suppress/suppressions';
import { type JudgedRow } from '../judgeRow';
import { hashDomainsOf, hashIdentity } from '../vault/sealContact';
import { type KnownPeople } from './knownPeople';
import { isRefused, withDoubts, withRefusal, type WorkedRow } from './workedRow';

const BESIDE_DENIED = { PHONE: 'PHONE_OF_DENIED', EMAIL: 'EMAIL_OF_DENIED' } as const;

/**
 * The rows with those of people who asked not to be contacted refused, and those whose consent was taken back since; held
 * those whose other channel somebody answered on that it was not them, and noted who asks anew after a withdrawal. One
 * command.
 */
export async function withSuppressed(rows: readonly WorkedRow[]): Promise<WorkedRow[]> {
  const open = rows.filter((row) => !isRefused(row));
  const beside = open.flatMap(({ judged }) => besideOf(judged));
  const places = await suppressedAmong([...open.map(({ hashes }) => hashes), ...beside.map(hashIdentity)]);
  const suppressed = new Map([...places].map(([place, found]) => [open[place], found]));
  const leftOut = new Set(
    beside.filter((_, place) => places.has(open.length + place)).map(({ phone, email }) => phone ?? email),
  );
  return rows.map((whole) => {
    const row = leftOut.size > 0 ? withoutBeside(whole, leftOut) : whole;
    const found = suppressed.get(whole);
    if (!found) return row;
    if (found.isKeptOut) return withRefusal(row, finding('SUPPRESSED'));
    if (found.withdrawnAt && isEarlier(row, found.withdrawnAt)) return withRefusal(row, finding('CONSENT_WITHDRAWN'));
    return withDoubts(row, [
      ...found.besideDenied.map((channel) => finding(BESIDE_DENIED[channel])),
      ...(found.withdrawnAt || found.isBesideWithdrawn ? [afterWithdrawal(row)] : []),
    ]);
  });
}

const besideOf = ({ beside: { phones, emails } }: JudgedRow): JudgedRow['identity'][] => [
  ...phones.map((phone) => ({ phone, email: null })),
  ...emails.map((email) => ({ phone: null, email })),
];

/** The row without what stands beside its own contact and is of somebody who asked not to be contacted. */
function withoutBeside(row: WorkedRow, leftOut: ReadonlySet<string | null>): WorkedRow {
  const { phones, emails } = row.judged.beside;
  const isKept = (value: string): boolean => !leftOut.has(value);
  return {
    ...row,
    judged: { ...row.judged, beside: { phones: phones.filter(isKept), emails: emails.filter(isKept) } },
  };
}

/** Whether a consent was given before it was taken back. A day alone may be its end as well. */
function isEarlier({ judged }: WorkedRow, withdrawnAt: Date): boolean {
  const at = judged.consent?.at.getTime() ?? 0;
  // A program writes a day as its midnight.
  const latest = judged.consent?.dayEndsAt?.getTime() ?? (at % DAY === 0 ? at + DAY : at);
  return latest <= withdrawnAt.getTime();
}

/** What an own form brought was sent here, and is noted; of all else the agency says that it came after. */
const afterWithdrawal = ({ request }: WorkedRow): Finding => ({
  ...finding('AFTER_WITHDRAWAL'),
  ...(request === null ? {} : { weight: NOTED }),
});

const NOTED = 15;

/** The rows with the finding that they come from an organisation of the market: never enough to refuse one. */
export async function withSellers(rows: readonly WorkedRow[], batch: CandidateBatch): Promise<WorkedRow[]> {
  const sellers = await findSellers(rows.filter((row) => !isRefused(row)).map(soughtIn), batch);
  return rows.map((row) => {
    const found = sellers.get(row.row);
    return found ? withDoubts(row, [found]) : row;
  });
}

const soughtIn = ({ row, hashes, judged }: WorkedRow): SoughtRow => ({
  row,
  nicheId: judged.facts.nicheId,
  phoneHash: hashes.phoneHash,
  domainHashes: hashDomainsOf(judged.identity.email),
  name: judged.contact.name,
  isCompany: judged.findings.some(({ code }) => code === 'NAME_COMPANY'),
});

/** The row with what was found about its person among those who are known. */
export function withPeople(row: WorkedRow, people: KnownPeople, batch: CandidateBatch): WorkedRow {
  const seen = withSuspicion(row, people, batch);
  const names = people.names.get(row.row);
  const isPlayed = names !== undefined && isPlayedWith(names) && !people.standing.has(row.row);
  return isPlayed ? withDoubts(seen, [manyNames(names)]) : seen;
}

/** That a phone is left under many names. */
export const manyNames = ({ count }: PhoneNames): Finding =>
  finding('PHONE_MANY_NAMES', { count: String(count), days: String(DUPLICATE_DAYS) });

/** The row with the finding that its person may be a known one: for a moderator to see, never enough to refuse it. */
function withSuspicion(row: WorkedRow, { suspected }: KnownPeople, { agencyId }: CandidateBatch): WorkedRow {
  const suspect = suspected.get(row.row);
  if (!suspect) return row;
  // What is like another agency's person is for the moderator alone.
  const how = suspect.agencyId === agencyId ? likenessInWords(suspect.alike) : 'the market knows somebody much alike';
  return withDoubts(row, [finding('PERSON_MAY_BE_KNOWN', { how })]);
}
