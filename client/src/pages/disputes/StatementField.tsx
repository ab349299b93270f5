import { Textarea } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { isStatement, MAX_CHARACTERS } from './statement';

/** A field for what a side says: counts its characters, and says what is wrong once sending was tried. */
export function StatementField({
  label,
  fault,
  value,
  onChange,
  wasTried,
  error,
  isOptional = false,
  field,
}: {
  label: string;
  /** What is told when too little or too much was written. */
  fault: string;
  value: string;
  onChange: (text: string) => void;
  wasTried: boolean;
  /** The server's words about it. */
  error?: string | undefined;
  isOptional?: boolean;
  field?: RefObject<HTMLTextAreaElement | null>;
}) {
  const { t } = useTranslation('disputes');
  const { number } = useFormats();
  const { length } = value.trim();
  const isWrong = !isStatement(value) && !(isOptional && length === 0);
  return (
    <Textarea
      ref={field}
      label={label}
      description={
        <>
          <span>{t('statement.hint')}</span>
          <span className="lb-figures" style={{ whiteSpace: 'nowrap' }}>
            {t('statement.count', { count: length, shown: number(length), max: number(MAX_CHARACTERS) })}
          </span>
        </>
      }
      required={!isOptional}
      autosize
      minRows={3}
      maxRows={14}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error ?? (isWrong && (wasTried || length > MAX_CHARACTERS) ? fault : undefined)}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      withAsterisk={false}
      styles={{ description: { display: 'flex', justifyContent: 'space-between', gap: 12 } }}
    />
  );
}
