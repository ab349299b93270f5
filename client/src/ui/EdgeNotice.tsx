import type { ReactNode } from 'react';
import styles from './EdgeNotice.module.css';

/** Told at the edge of the window, with what can be done. It needs no code that comes later. */
export function EdgeNotice({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className={`lb-panel ${styles.notice}`} role="alert">
      {text}
      <div className={styles.acts}>{children}</div>
    </div>
  );
}
