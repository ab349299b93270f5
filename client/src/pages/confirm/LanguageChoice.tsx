import { NativeSelect } from '@mantine/core';
import { NAMES } from './languageNames';
import styles from './Question.module.css';

interface Properties {
  label: string;
  value: string;
  onChange(language: string): void;
}

/** Who reads a page in a language that is not hers finds hers here, by its own name. */
export function LanguageChoice({ label, value, onChange }: Properties) {
  return (
    <div className={styles.language}>
      <NativeSelect
        size="xs"
        aria-label={label}
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
