import { useTranslation } from 'react-i18next';
import { KeysHelp } from './KeysHelp';
import { useRowKeys } from './useRowKeys';

const KEYS = { j: 'next', k: 'before', Enter: 'open', x: 'select' } as const;

/** The keys of a list that can be moved in and selected from, and the button that tells them. */
export function RowKeys({ mark }: { mark: string }) {
  const { t } = useTranslation();
  useRowKeys(mark);
  return <KeysHelp keys={Object.entries(KEYS).map(([name, what]) => ({ name, does: t(`keys.${what}`) }))} />;
}
