import { Check, CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { BatchColumnFieldsFragment } from '../../generated/intake';
import styles from './Columns.module.css';

const SURE = 0.9;
const LIKELY = 0.7;

/** How sure the meaning of a column is: said by a person, sure, likely, or a guess to look at. */
export function Sureness({ column: { field, confidence } }: { column: BatchColumnFieldsFragment }) {
  const { t } = useTranslation('intake');
  const { percent } = useFormats();
  if (field === 'IGNORE' && confidence < 1) return null;
  const level = confidence === 1 ? 'SAID' : confidence >= SURE ? 'SURE' : confidence >= LIKELY ? 'LIKELY' : 'GUESS';
  const isGuess = level === 'LIKELY' || level === 'GUESS';
  const Icon = isGuess ? CircleHelp : Check;
  return (
    <span className={styles.sureness} data-level={level}>
      <Icon size={16} aria-hidden />
      {t(`sureness.${level}`, { share: percent(confidence) })}
    </span>
  );
}
