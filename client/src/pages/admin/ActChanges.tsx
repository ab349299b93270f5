import { useTranslation } from 'react-i18next';
import { changesIn } from './changesIn';

/** What an act changed, a line for each thing that is another now. */
export function ActChanges({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTranslation('admin');
  const changes = changesIn(before, after);
  if (changes.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 16 }}>
      {changes.map(({ name, was, is }) => (
        <li key={name}>
          {was === null || is === null
            ? t('record.value', { name, value: is ?? was })
            : t('record.wasNow', { name, before: was, after: is })}
        </li>
      ))}
    </ul>
  );
}
