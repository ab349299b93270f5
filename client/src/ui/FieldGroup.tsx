import type { ReactNode } from 'react';
import styles from './FieldGroup.module.css';

/** Fields that belong together, with what they are for: two in a row, or one with the class `wide` of the same styles. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={styles.pair}>{children}</div>
    </fieldset>
  );
}
