import { ActionIcon, Button, Checkbox, Text, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import fields from '../../ui/FieldGroup.module.css';
import type { FieldsProps } from './CampaignForm';
import styles from './campaigns.module.css';
import { isOverNight, OFFICE, type TypedSpan, WEEKDAYS } from './hours';

/** When the campaign is open: spans of days and times; none is always. */
export function HoursFields({ form: { model, hours }, errors, onChange }: FieldsProps) {
  const { t } = useTranslation('campaigns');
  const set = (place: number, part: Partial<TypedSpan>): void =>
    onChange({ hours: hours.map((span, at) => (at === place ? { ...span, ...part } : span)) });
  return (
    <div className={fields.wide}>
      <Text size="sm" fw={500} mb={4}>
        {t('form.hours')}
      </Text>
      {hours.length === 0 && (
        <Text size="sm" c="dimmed" mb={8}>
          {t('form.always', { context: model })}
        </Text>
      )}
      <ul className={styles.spans}>
        {hours.map((span, place) => (
          <li key={place}>
            <Span
              span={span}
              number={place + 1}
              onSet={(part) => set(place, part)}
              onRemove={() => onChange({ hours: hours.filter((_, at) => at !== place) })}
            />
          </li>
        ))}
      </ul>
      {errors.hours && (
        <Text size="sm" c="var(--lb-brick)" role="alert" mt={4}>
          {errors.hours}
        </Text>
      )}
      <Button
        mt="xs"
        size="xs"
        variant="default"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => onChange({ hours: [...hours, OFFICE] })}
      >
        {t(hours.length === 0 ? 'form.firstSpan' : 'form.anotherSpan')}
      </Button>
    </div>
  );
}

function Span({
  span,
  number,
  onSet,
  onRemove,
}: {
  span: TypedSpan;
  number: number;
  onSet(part: Partial<TypedSpan>): void;
  onRemove(): void;
}) {
  const { t } = useTranslation('campaigns');
  return (
    <fieldset className={styles.span}>
      <legend className="lb-visually-hidden">{t('form.span', { number })}</legend>
      <Checkbox.Group
        className={styles.week}
        value={span.days}
        onChange={(days) => onSet({ days: WEEKDAYS.filter((day) => days.includes(day)) })}
      >
        <div className={styles.days}>
          {WEEKDAYS.map((day) => (
            <Checkbox key={day} size="xs" value={day} label={t(`weekday.${day}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        type="time"
        label={t('form.from')}
        value={span.from}
        onChange={({ currentTarget }) => onSet({ from: currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('form.to')}
        value={span.to}
        onChange={({ currentTarget }) => onSet({ to: currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('form.removeSpan', { number })}
        onClick={onRemove}
      >
        <X size={16} aria-hidden />
      </ActionIcon>
      {isOverNight(span) && (
        <Text size="sm" c="dimmed">
          {t('form.overNight')}
        </Text>
      )}
    </fieldset>
  );
}
