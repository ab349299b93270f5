import { useTranslation } from 'react-i18next';
import type { CardStatus } from '../../generated/desk';
import styles from './desk.module.css';

/** How far the work has come, in a word in a frame. */
export function StatusMark({ status }: { status: CardStatus }) {
  const { t } = useTranslation('desk');
  return (
    <span className={styles.status} data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
}
