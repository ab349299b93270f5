import { useTranslation } from 'react-i18next';
import type { CardRowFieldsFragment } from '../../generated/desk';
import { standingOf } from './standing';
import styles from './desk.module.css';

/** The same in a few words, in lists and on the board. */
export function StandingMarks({ card }: { card: CardRowFieldsFragment }) {
  const { t } = useTranslation('desk');
  return standingOf(card).map((standing) => (
    <div key={standing} className={styles.standing}>
      {t(`standing.${standing}.short`)}
    </div>
  ));
}
