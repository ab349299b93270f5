import type { ReactNode } from 'react';
import styles from './Forms.module.css';

/** Fields that belong together, with what they are for. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={styles.pair}>{children}</div>
    </fieldset>
  );
}
