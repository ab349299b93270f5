import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  type AttemptDraft,
  isBetween,
  isLogEnough,
  localMinute,
  MAX_ATTEMPTS,
  type NeededLog,
  RESULTS,
  sumOf,
  WAYS,
} from './claim';
import styles from './claim.module.css';

/** The log of the buyer's own tries to reach the person: rows to add, fill and take out. */
export function AttemptRows({
  attempts,
  onChange,
  heldAt,
  needed,
  error,
  wasTried,
}: {
  attempts: readonly AttemptDraft[];
  onChange: (attempts: AttemptDraft[]) => void;
  heldAt: string;
  /** What the log must show at the least; null where the platform's own proof is enough. */
  needed: NeededLog | null;
  /** What the server says about the log. */
  error: string | undefined;
  wasTried: boolean;
}) {
  const { t } = useTranslation('disputes');
  const add = (): void => {
    const last = attempts.at(-1);
    const id = Math.max(0, ...attempts.map((attempt) => attempt.id)) + 1;
    onChange([...attempts, { id, at: '', way: last?.way ?? 'CALL', result: last?.result ?? 'NO_ANSWER' }]);
  };
  const inWords = (sum: { attempts: number; days: number }) => ({
    attempts: t('log.attempts', { count: sum.attempts }),
    days: t('log.days', { count: sum.days }),
  });
  const sum = sumOf(attempts, heldAt);
  const isMissing = wasTried && needed !== null && !isLogEnough(attempts, heldAt, needed);
  const wrong = error ?? (isMissing ? t('log.notEnough', inWords(needed)) : undefined);
  return (
    <fieldset className={styles.attempts} aria-describedby="log-hint log-wrong">
      <legend>{t('log.title')}</legend>
      <p id="log-hint" className="lb-soft">
        {needed ? t('log.needed', inWords(needed)) : t('log.notNeeded')}
      </p>
      {attempts.map((attempt, place) => (
        <AttemptRow
          key={attempt.id}
          place={place + 1}
          attempt={attempt}
          heldAt={heldAt}
          wasTried={wasTried}
          onChange={(changed) => onChange(attempts.map((other) => (other.id === attempt.id ? changed : other)))}
          onRemove={() => onChange(attempts.filter(({ id }) => id !== attempt.id))}
        />
      ))}
      <div className={styles.logFoot}>
        <Button
          variant="default"
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={add}
          disabled={attempts.length >= MAX_ATTEMPTS}
          data-wrong={isMissing || undefined}
        >
          {t('log.add')}
        </Button>
        {sum.days > 0 && <span className="lb-soft">{t('log.sum', inWords(sum))}</span>}
      </div>
      {wrong && (
        <p id="log-wrong" role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

function AttemptRow({
  place,
  attempt,
  heldAt,
  wasTried,
  onChange,
  onRemove,
}: {
  place: number;
  attempt: AttemptDraft;
  heldAt: string;
  wasTried: boolean;
  onChange: (attempt: AttemptDraft) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('disputes');
  const isWrong = !isBetween(attempt, heldAt) && (attempt.at !== '' || wasTried);
  return (
    <div className={styles.attempt} role="group" aria-label={t('log.row', { place })}>
      <TextInput
        type="datetime-local"
        aria-label={t('log.at')}
        min={localMinute(heldAt)}
        value={attempt.at}
        onChange={({ currentTarget }) => onChange({ ...attempt, at: currentTarget.value })}
        error={isWrong ? t('log.between') : undefined}
      />
      <NativeSelect
        aria-label={t('log.way')}
        value={attempt.way}
        data={WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...attempt, way: WAYS.find((way) => way === currentTarget.value)! })
        }
      />
      <NativeSelect
        aria-label={t('log.result')}
        value={attempt.result}
        data={RESULTS.map((result) => ({ value: result, label: t(`result.${result}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...attempt, result: RESULTS.find((result) => result === currentTarget.value)! })
        }
      />
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('log.remove', { place })} onClick={onRemove}>
        <Trash2 size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
