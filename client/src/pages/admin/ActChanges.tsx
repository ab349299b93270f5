import { useTranslation } from 'react-i18next';
import { changesIn } from './changesIn';
import { useValueWords } from './useValueWords';

/** What an act changed, a line for each thing that is another now. */
export function ActChanges({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTranslation('admin');
  const tell = useValueWords();
  const changes = changesIn(before, after);
  if (changes.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 16 }}>
      {changes.map(({ key, name, was, is }) => (
        <li key={key}>
          {was === null || is === null
            ? t('record.value', { name, value: tell(key, is ?? was ?? '') })
            : t('record.wasNow', { name, before: tell(key, was), after: tell(key, is) })}
        </li>
      ))}
    </ul>
  );
}
