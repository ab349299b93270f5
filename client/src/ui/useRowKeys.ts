import { useKeys } from './useKeys';

/**
 * Keys of a list: j and k move from row to row, x selects the row that has the focus. `mark` finds what each row is
 * reached by, such as `[data-lead]`; its row is the `tr` or `li` around it, and x presses the box there, if it has one.
 */
export function useRowKeys(mark: string): void {
  useKeys({ j: () => move(mark, 1), k: () => move(mark, -1), x: () => boxOf(rowOfFocus())?.click() });
}

const rowOfFocus = (): Element | null => document.activeElement?.closest('tr, li') ?? null;

const boxOf = (row: Element | null): HTMLElement | null =>
  row?.querySelector<HTMLElement>('input[type="checkbox"]') ?? null;

function move(mark: string, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(mark)];
  const here = rowOfFocus()?.querySelector<HTMLElement>(mark);
  const next = here ? all[all.indexOf(here) + step] : all[0];
  next?.focus();
  next?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
}
