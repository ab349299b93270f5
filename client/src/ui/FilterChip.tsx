import { X } from 'lucide-react';
import styles from './FilterChip.module.css';

interface FilterChipProps {
  label: string;
  /** What a press does, for those who do not see the cross. */
  hint: string;
  onLift(): void;
}

/** A filter that is on; a press lifts it. */
export function FilterChip({ label, hint, onLift }: FilterChipProps) {
  return (
    <button type="button" className={styles.chip} onClick={onLift}>
      {label}
      <X size={13} aria-hidden />
      <span className="lb-visually-hidden">{hint}</span>
    </button>
  );
}
