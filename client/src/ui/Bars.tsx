import type { ReactNode } from 'react';
import styles from './Bars.module.css';

export interface Bar {
  label: string;
  /** Its length against the longest. */
  size: number;
  /** The figure at its end; what is `small` in it goes under it where there is little room. */
  figure: ReactNode;
}

/** A small chart of sizes: a table with a bar in each row, so that it reads the same without eyes. */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const longest = Math.max(1, ...bars.map(({ size }) => size));
  return (
    <table className={styles.bars}>
      <caption className="lb-visually-hidden">{label}</caption>
      <tbody>
        {bars.map(({ label: name, size, figure }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.track} aria-hidden="true">
              <span style={{ width: `${(size / longest) * 100}%` }} />
            </td>
            <td className={styles.figure}>{figure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
