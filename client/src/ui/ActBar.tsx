import type { ReactNode } from 'react';
import styles from './ActBar.module.css';

interface Props {
  /** How many rows are picked; with any, the bar stays in sight of a narrow window. */
  count: number;
  words: ReactNode;
  children: ReactNode;
}

/** What can be done with the rows that are picked: in words, and by buttons. */
export function ActBar({ count, words, children }: Props) {
  return (
    <div className={styles.bar} data-raised={count > 0}>
      <span className={styles.words} role="status">
        {words}
      </span>
      {children}
    </div>
  );
}
