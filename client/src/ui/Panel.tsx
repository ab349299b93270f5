import type { ReactNode } from 'react';
import styles from './Panel.module.css';

/** A part of a page under its heading. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={`lb-panel ${styles.panel}`} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Names and values under each other; a value that is not there leaves its name out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value], place) => (
          <div key={place}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
