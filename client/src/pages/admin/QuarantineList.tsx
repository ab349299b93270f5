import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { QuarantinedFieldsFragment } from '../../generated/admin';
import { Dotted } from '../../ui/Dotted';
import { More } from '../../ui/More';
import { heaviestFirst } from './heaviestFirst';
import styles from './quarantine.module.css';

/** The queue: what each lead is about, whom it came from, how long it waits, and what speaks most against it. */
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
  const queue = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = queue.current?.querySelector<HTMLElement>('[aria-current]');
    if (link) bringIntoSight(queue.current!, link);
  }, [currentId]);
  return (
    <nav ref={queue} className={styles.queue} aria-label={t('quarantine.waiting')}>
      <ol>
        {leads.map(({ id, agency, niche, region, weight, signals, submittedAt }) => (
          <li key={id}>
            <Link to={`?lead=${id}`} replace aria-current={id === currentId ? 'true' : undefined}>
              <span className={styles.line}>
                <strong>{niche.name}</strong>
                <span className={styles.weight}>{t('quarantine.weight', { weight })}</span>
              </span>
              <span className={styles.line}>
                <span>
                  <Dotted>
                    {region.name}
                    {agency.name}
                  </Dotted>
                </span>
                <span className={styles.age}>{relative(submittedAt)}</span>
              </span>
              <span className={styles.why}>{heaviestFirst(signals)[0]?.evidence}</span>
            </Link>
          </li>
        ))}
      </ol>
      {onMore && <More variant="subtle" size="xs" fullWidth load={onMore} />}
    </nav>
  );
}

/** Scrolls the list alone; the page stays at the case. */
function bringIntoSight(list: HTMLElement, row: HTMLElement): void {
  const [around, own] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (own.top < around.top) list.scrollTop -= around.top - own.top;
  if (own.bottom > around.bottom) list.scrollTop += own.bottom - around.bottom;
}
