import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NAMES } from './languageNames';
import styles from './Question.module.css';

/** Who was written to in a language that is not hers finds hers here, by its own name. */
export function LanguageChoice({ value, onChange }: { value: string; onChange: (language: string) => void }) {
  const { t } = useTranslation('confirm');
  return (
    <div className={styles.language}>
      <NativeSelect
        size="xs"
        aria-label={t('language')}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {Object.entries(NAMES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
