import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { QuarantinedFieldsFragment } from '../../generated/admin';
import { More } from '../../ui/More';
import styles from './quarantine.module.css';

/** The queue: whom each lead came from, what it is about, how much speaks against it, how long it waits. */
export function QuarantineList({
  leads,
  currentId,
  onMore,
}: {
  leads: readonly QuarantinedFieldsFragment[];
  currentId: string;
  onMore?: () => Promise<unknown>;
}) {
  const { t } = useTranslation('admin');
  const { relative } = useFormats();
  return (
    <nav className={styles.queue} aria-label={t('quarantine.waiting')}>
      <ol>
        {leads.map(({ id, agency, niche, region, weight, submittedAt }) => (
          <li key={id}>
            <Link to={`?lead=${id}`} replace aria-current={id === currentId ? 'true' : undefined}>
              <span className={styles.line}>
                <strong>{niche.name}</strong>
                <span className={styles.weight}>{t('quarantine.weight', { weight })}</span>
              </span>
              <span className={styles.line}>
                <span>
                  {region.name} · {agency.name}
                </span>
                <span className={styles.age}>{relative(submittedAt)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {onMore && <More variant="subtle" size="xs" fullWidth load={onMore} />}
    </nav>
  );
}
