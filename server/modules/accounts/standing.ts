import { type OrganisationRow, type MemberRow, Members, Organisations, Sessions } from './model';
import { after, now } from '../../platform/clock';
import { onChange, onGap } from '../../platform/changes';
import { idFrom } from '../../platform/ids';
import { publish, subscribeTo } from '../../platform/pubsub';
import { isInTransaction } from '../../platform/transaction';
import { LIFETIME } from './rules';

/** A row is read anew after so long even when no change was heard. */
const TRUSTED_MS = 30_000;
const MOST_KEPT = 20_000;

/** Rows by id, read once and forgotten at each change, whichever process made it. */
class FollowedRows<Row extends { _id: string }> {
  private readonly kept = new Map<string, { row: Row | null; readAt: number }>();
  private changes = 0;

  constructor(private readonly load: (ids: string[]) => Promise<Row[]>) {}

  forget(id: string): void {
    this.changes++;
    this.kept.delete(id);
  }

  forgetAll(): void {
    this.changes++;
    this.kept.clear();
  }

  /** Those of the ids that exist. Inside a transaction it reads what the transaction sees, and keeps nothing of it. */
  async byIds(ids: readonly string[]): Promise<Map<string, Row>> {
    const wanted = [...new Set(ids)];
    const isApart = isInTransaction();
    const missing = isApart ? wanted : wanted.filter((id) => !this.isFresh(id));
    const changesBefore = this.changes;
    const rows = missing.length > 0 ? await this.load(missing) : [];
    const found = new Map(rows.map((row) => [row._id, row]));
    // A change heard while reading may be newer than what was read.
    if (!isApart && this.changes === changesBefore) for (const id of missing) this.keep(id, found.get(id) ?? null);
    for (const id of wanted) {
      const row = found.get(id) ?? (missing.includes(id) ? null : this.kept.get(id)?.row);
      if (row) found.set(id, row);
    }
    return found;
  }

  private isFresh(id: string): boolean {
    const entry = this.kept.get(id);
    return entry !== undefined && performance.now() - entry.readAt < TRUSTED_MS;
  }

  private keep(id: string, row: Row | null): void {
    this.kept.delete(id);
    this.kept.set(id, { row, readAt: performance.now() });
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
  }
}

/** Marks the reads of this memory in the database's log: they depend on what changed lately, not on who asks what. */
const COMMENT = 'standing';

export const organisations = new FollowedRows<OrganisationRow>((ids) =>
  Organisations.find({ _id: { $in: ids } })
    .comment(COMMENT)
    .lean<OrganisationRow[]>(),
);

export const members = new FollowedRows<MemberRow>((ids) =>
  Members.find({ _id: { $in: ids } })
    .comment(COMMENT)
    .lean<MemberRow[]>(),
);

/** The one membership that a person can have in an organisation. */
export const memberIdOf = (organisationId: string, personId: string): string =>
  idFrom('member', organisationId, personId);

/** Sessions that were ended while access tokens of theirs may still be in use, with when this process heard of it. */
const endedSessions = new Map<string, number>();

export const isKnownAsEnded = (sessionId: string): boolean => endedSessions.has(sessionId);

function rememberEnded(sessionId: string): void {
  endedSessions.set(sessionId, performance.now());
  const forgetBefore = performance.now() - LIFETIME.accessTokenMs;
  for (const [id, heardAt] of endedSessions) {
    if (heardAt >= forgetBefore) break;
    endedSessions.delete(id);
  }
}

const standingChannel = (organisationId: string): string => `standing:${organisationId}`;

/** An organisation after each change of it, whichever process made it. */
export const organisationChanges = (organisationId: string): AsyncIterable<OrganisationRow> =>
  subscribeTo(standingChannel(organisationId));

let stopFollowing: (() => void)[] = [];

/** Fills the list of ended sessions and follows the changes of all processes. */
export async function followStanding(): Promise<void> {
  stopFollowing = [
    onChange<OrganisationRow>('organisations', ({ id, document }) => {
      organisations.forget(id);
      if (document) publish(standingChannel(id), document);
    }),
    onChange('members', ({ id }) => members.forget(id)),
    onChange<{ endedAt: Date | null }>('sessions', ({ id, document }) => {
      if (document?.endedAt) rememberEnded(id);
    }),
    onGap(async () => {
      organisations.forgetAll();
      members.forgetAll();
      await readEndedSessions();
    }),
  ];
  await readEndedSessions();
}

async function readEndedSessions(): Promise<void> {
  const since = after(now(), -LIFETIME.accessTokenMs);
  const rows = await Sessions.find({ endedAt: { $gt: since } }, { _id: 1 })
    .sort({ endedAt: 1 })
    .lean();
  for (const { _id } of rows) rememberEnded(_id);
}

export async function unfollowStanding(): Promise<void> {
  for (const stop of stopFollowing) stop();
  stopFollowing = [];
  organisations.forgetAll();
  members.forgetAll();
  endedSessions.clear();
}
