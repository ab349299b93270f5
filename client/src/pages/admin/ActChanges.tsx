import { useTranslation } from 'react-i18next';
import { changesIn } from './changesIn';
import { useValueWords } from './useValueWords';

interface Props {
  subject: string;
  before: string | null;
  after: string | null;
}

/** What an act changed, a line for each thing that is another now. */
export function ActChanges({ subject, before, after }: Props) {
  const { t } = useTranslation('admin');
  const tell = useValueWords(subject);
  if (before !== null && before === after) return t('record.asBefore');
  const changes = changesIn(before, after, {
    kind: (kind) => t(`fields.kinds.${kind}`, { defaultValue: kind }),
    isRequired: t('record.isRequired'),
    isCoarse: t('record.isCoarse'),
  });
  if (changes.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 16 }}>
      {changes.map(({ key, was, is, ...change }) => {
        const about = key === 'value' ? `record.factors.${subject.replace(/ .*/, '')}` : `record.parts.${key}`;
        const name = t(about, { defaultValue: change.name });
        if (was !== null && is !== null && was !== is) {
          return <li key={key}>{t('record.wasNow', { name, before: tell(key, was), after: tell(key, is) })}</li>;
        }
        const value = tell(key, is ?? was ?? '');
        return <li key={key}>{t(is === null && after !== null ? 'record.gone' : 'record.value', { name, value })}</li>;
      })}
    </ul>
  );
}
