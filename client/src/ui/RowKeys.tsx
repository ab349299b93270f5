import { useTranslation } from 'react-i18next';
import { KeysHelp } from './KeysHelp';
import { useKeys } from './useKeys';
import { useRowKeys } from './useRowKeys';

const KEYS = { j: 'next', k: 'before', Enter: 'open', x: 'select' } as const;

interface Properties {
  mark: string;
  /** False where rows have no box to select them by. */
  canSelect?: boolean;
  /** The first field that narrows the list, which the key `/` leads to, and what that does. */
  filter?: { id: string; does: string };
}

/** The keys of a list that can be moved in and selected from, and the button that tells them. */
export function RowKeys({ mark, canSelect = true, filter }: Properties) {
  const { t } = useTranslation();
  useRowKeys(mark);
  useKeys({ '/': filter && (() => document.getElementById(filter.id)?.focus()) });
  const keys = Object.entries(KEYS)
    .filter(([, what]) => canSelect || what !== 'select')
    .map(([name, what]) => ({ name, does: t(`keys.${what}`) }));
  return <KeysHelp keys={filter ? [{ name: '/', does: filter.does }, ...keys] : keys} />;
}
