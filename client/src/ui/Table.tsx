import type { ReactNode } from 'react';

interface Column {
  name: string;
  /** Figures stand to the right. */
  isNumber?: boolean;
  /** Named for ears only, as a column of buttons is. */
  isHidden?: boolean;
  className?: string | undefined;
}

export type Columns = readonly (string | Column)[];

/** Each column of figures by its name. */
export const figures = (names: readonly string[]): Column[] => names.map((name) => ({ name, isNumber: true }));

interface Props {
  /** What it is a table of, for ears. */
  caption: string;
  columns: Columns;
  className?: string | undefined;
  /** Wider than a narrow screen, with nothing in it that takes the keyboard: so what scrolls takes it. */
  isScrolled?: boolean;
  /** A cell of the head that has no name, in front of the others. */
  before?: ReactNode;
  /** Its body, and its foot where it has one. */
  children: ReactNode;
}

/** A table under the names of its columns; what is too wide for the page scrolls. */
export function Table({ caption, columns, className, isScrolled = false, before, children }: Props) {
  return (
    <div className="lb-scroll" {...(isScrolled ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}>
      <table className={['lb-table', className].filter(Boolean).join(' ')}>
        <caption className="lb-visually-hidden">{caption}</caption>
        <TableHead columns={columns}>{before}</TableHead>
        {children}
      </table>
    </div>
  );
}

/** The names of a table's columns, behind a cell that has none, where there is one. */
export function TableHead({ columns, children }: { columns: Columns; children?: ReactNode }) {
  return (
    <thead>
      <tr>
        {children}
        {columns.map((column) => (
          <Heading key={typeof column === 'string' ? column : column.name} column={column} />
        ))}
      </tr>
    </thead>
  );
}

function Heading({ column }: { column: string | Column }) {
  if (typeof column === 'string') return <th scope="col">{column}</th>;
  const { name, isNumber, isHidden, className } = column;
  return (
    <th scope="col" className={[isNumber && 'lb-number', className].filter(Boolean).join(' ') || undefined}>
      {isHidden ? <span className="lb-visually-hidden">{name}</span> : name}
    </th>
  );
}
