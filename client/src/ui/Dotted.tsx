import { Children, type ReactNode } from 'react';
import styles from './Dotted.module.css';

/** Facts in a line with dots between them. Where the line wraps, no dot hangs at its end or begins the next one. */
export function Dotted({ children }: { children: ReactNode }) {
  return (
    <span className={styles.dotted}>
      {Children.toArray(children).map((fact, place) => (
        // The facts of a line keep their order, and have no name of their own.
        <span key={place}>{fact} </span>
      ))}
    </span>
  );
}
