import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export type Tone = 'plain' | 'good' | 'waits' | 'bad';

/** A word in a frame; its colour is a signal and never the only one. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.badge} ${styles[tone] ?? ''}`}>{children}</span>;
}
