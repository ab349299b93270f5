import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CountedCheckbox } from './FilterTree';
import styles from './Rail.module.css';

/** Filters that belong together, under their name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{title}</legend>
      {children}
    </fieldset>
  );
}

interface Choice<Value> {
  value: Value;
  label: string;
  count: number;
}

/** Choices of which several may be on; those that would show nothing are left out unless they are on. */
export function ChoiceGroup<Value extends string>({
  title,
  choices,
  chosen,
  onChoose,
  foldAfter = Number.POSITIVE_INFINITY,
}: {
  title: string;
  choices: readonly Choice<Value>[];
  chosen: readonly Value[];
  onChoose(chosen: Value[]): void;
  /** How many are shown before one asks for all. */
  foldAfter?: number;
}) {
  const { t } = useTranslation('market');
  const [isWhole, setIsWhole] = useState(false);
  const useful = choices.filter(({ value, count }) => count > 0 || chosen.includes(value));
  const shown = isWhole ? useful : useful.filter(({ value }, place) => place < foldAfter || chosen.includes(value));
  if (useful.length === 0) return null;
  return (
    <Group title={title}>
      {shown.map(({ value, label, count }) => (
        <CountedCheckbox
          key={value}
          label={label}
          count={count}
          isChosen={chosen.includes(value)}
          onToggle={() =>
            onChoose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
          }
        />
      ))}
      {useful.length > foldAfter && (
        <button type="button" className={styles.fold} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('rail.fewer') : t('rail.all', { count: useful.length })}
        </button>
      )}
    </Group>
  );
}

/** A yes, a no, or either. */
export function FlagGroup({
  title,
  labels,
  counts,
  chosen,
  onChoose,
}: {
  title: string;
  labels: { yes: string; no: string };
  counts: readonly { value: boolean; count: number }[];
  chosen: boolean | null;
  onChoose(chosen: boolean | null): void;
}) {
  const countOf = (value: boolean): number => counts.find((one) => one.value === value)?.count ?? 0;
  return (
    <ChoiceGroup
      title={title}
      choices={[
        { value: 'yes', label: labels.yes, count: countOf(true) },
        { value: 'no', label: labels.no, count: countOf(false) },
      ]}
      chosen={chosen === null ? [] : [chosen ? 'yes' : 'no']}
      onChoose={(next) => onChoose(next.length === 0 ? null : next.at(-1) === 'yes')}
    />
  );
}
