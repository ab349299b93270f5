import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Grade.module.css';

/** An agency's record as a letter in a ring, with why on focus. */
export function Grade({ grade }: { grade: string }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`grade.${grade}`)} events={{ hover: true, focus: true, touch: true }}>
      <span className={styles[grade] ?? styles.C} tabIndex={0} role="img" aria-label={t('grade.label', { grade })}>
        {grade}
      </span>
    </Tooltip>
  );
}
