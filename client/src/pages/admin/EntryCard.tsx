import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { JournalEntryFieldsFragment } from '../../generated/admin';
import { Money } from '../../ui/Money';
import { EntryLegs } from './EntryLegs';
import { sidesOf } from './entrySides';
import styles from './ledger.module.css';
import { useAccountNames } from '../../ui/useAccountNames';

type Entry = JournalEntryFieldsFragment;

/** What the entry did to the account; without one, how much it moved. */
function figureOf({ legs }: Entry, account: string | null): Entry['legs'][number]['amount'] {
  const counted = legs.filter((leg) => (account === null ? Number(leg.amount.minor) > 0 : leg.account === account));
  const minor = counted.reduce((sum, { amount }) => sum + Number(amount.minor), 0);
  return { minor, currency: legs[0]?.amount.currency ?? 'USD' };
}

/** One entry of the journal as a line; open, it shows its legs with their sum, and what explains it. */
export function EntryCard({
  entry,
  account,
  isOpen = false,
}: {
  entry: Entry;
  /** Whose side of the entry the line shows. */
  account: string | null;
  isOpen?: boolean;
}) {
  const { t } = useTranslation('admin');
  const { moment } = useFormats();
  const namesOf = useAccountNames();
  return (
    <details className={styles.entry} open={isOpen}>
      <summary>
        <ChevronRight size={16} aria-hidden className={styles.turn} />
        <span className={styles.kind}>{t(`common:entryKind.${entry.kind}`)}</span>
        <span className={styles.from}>{sidesOf(entry.legs, namesOf)}</span>
        <time dateTime={entry.at}>{moment(entry.at)}</time>
        <span className={styles.amount}>
          <Money value={figureOf(entry, account)} sign={account !== null} />
        </span>
      </summary>
      <div className={styles.inside}>
        <EntryLegs legs={entry.legs} />
        <dl className={styles.refs}>
          <dt>{t('entries.id')}</dt>
          <dd>{entry.id}</dd>
          <dt>{t('entries.actor')}</dt>
          <dd>{entry.causedBy?.name ?? (entry.actor === 'system' ? t('entries.system') : entry.actor)}</dd>
          {entry.refs.map(({ role, id }) => (
            <div key={role}>
              <dt>{t(`entries.refs.${role}`, { defaultValue: role })}</dt>
              <dd>{isCause(entry.id, id) ? <Link to={`?about=${encodeURIComponent(id)}`}>{id}</Link> : id}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

/** The thing that the entry was posted for: all entries about it can be found by its id. */
const isCause = (entryId: string, id: string): boolean => entryId.split(':')[1] === id;
