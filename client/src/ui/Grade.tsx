import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Grade.module.css';

/** An agency's record as a letter in a ring, with why on focus; in the rows of a long list it is no stop of the Tab key. */
export function Grade({ grade, isStop = true }: { grade: string; isStop?: boolean }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`grade.${grade}`)} events={{ hover: true, focus: true, touch: true }}>
      <span
        className={styles[grade] ?? styles.C}
        tabIndex={isStop ? 0 : undefined}
        role="img"
        aria-label={t('grade.label', { grade })}
      >
        {grade}
      </span>
    </Tooltip>
  );
}
