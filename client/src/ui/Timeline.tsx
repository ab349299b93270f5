import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { When } from './When';
import styles from './Timeline.module.css';

export interface Moment {
  id: string;
  at: string;
  title: ReactNode;
  text?: ReactNode;
  /** Silence decided: drawn as an empty, dashed point. */
  isSilence?: boolean;
}

/** Who did what and when, in the order given. */
export function Timeline({ moments, label }: { moments: readonly Moment[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {moments.map(({ id, at, title, text, isSilence }) => (
        <li key={id} className={isSilence ? styles.silence : styles.moment}>
          <div className={styles.head}>
            <span>{title}</span>
            <Text size="xs" c="dimmed" component="span">
              <When at={at} />
            </Text>
          </div>
          {text && <div className={styles.text}>{text}</div>}
        </li>
      ))}
    </ol>
  );
}
