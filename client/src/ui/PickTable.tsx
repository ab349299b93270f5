import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './PickTable.module.css';
import { type Columns, Table } from './Table';

interface Props<Row> {
  caption: string;
  columns: Columns;
  /** Those that can be picked. */
  rows: readonly Row[];
  pickAll: string;
  isPicked(id: string): boolean;
  /** Absent for people who may pick none. */
  onPick?: ((rows: readonly Row[], isPicked: boolean) => void) | undefined;
  children: ReactNode;
}

/**
 * A table whose rows can be picked, all at once too. In a narrow window each row is a card, whose cells say by `data-label`
 * what they are; those of the classes `first` and `wide` of the same styles take a line of their own.
 */
export function PickTable<Row extends { id: string }>(props: Props<Row>) {
  const { caption, columns, rows, pickAll, isPicked, onPick, children } = props;
  const picked = rows.filter(({ id }) => isPicked(id)).length;
  const box = onPick && (
    <th scope="col" className={styles.check}>
      <Checkbox
        size="xs"
        aria-label={pickAll}
        disabled={rows.length === 0}
        checked={picked > 0 && picked === rows.length}
        indeterminate={picked > 0 && picked < rows.length}
        onChange={({ currentTarget }) => onPick(rows, currentTarget.checked)}
      />
    </th>
  );
  return (
    <Table caption={caption} columns={columns} className={styles.table} before={box}>
      <tbody>{children}</tbody>
    </Table>
  );
}

interface CellProps {
  label: string;
  isPicked: boolean;
  /** False for a row that cannot be picked: its cell is empty. */
  canPick: boolean;
  onPick(isPicked: boolean): void;
}

/** The first cell of a row that can be picked. */
export function PickCell({ label, isPicked, canPick, onPick }: CellProps) {
  return (
    <td className={styles.check}>
      {canPick && (
        <Checkbox
          size="xs"
          aria-label={label}
          checked={isPicked}
          onChange={({ currentTarget }) => onPick(currentTarget.checked)}
        />
      )}
    </td>
  );
}
