import { NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { type GuideSettingsFragment, SetFactorDocument } from '../../generated/admin';
import { ValueEditor } from './ValueEditor';

interface Props {
  factor: GuideSettingsFragment['factors'][number]['code'];
  /** With COUNTRY only. */
  country?: string;
  label: string;
  unit: 'BPS' | 'DAYS';
  value: number;
  least: number;
  most: number;
  shown: ReactNode;
  /** The value is not its own yet. */
  isSoft?: boolean;
  onChanged(): Promise<void>;
}

/** Sets one number of the formula. People type percent or days; the server keeps hundredths of a percent. */
export function FactorEditor({ factor, country, label, unit, value, least, most, shown, isSoft, onChanged }: Props) {
  const { t } = useTranslation('admin');
  const { percent } = useFormats();
  const size = unit === 'BPS' ? 100 : 1;
  const [typed, setTyped] = useState<number | string>(value / size);
  const [slip, setSlip] = useState<string | null>(null);
  const verb = useVerb(SetFactorDocument, 'setFactor');
  const words = (count: number): string => (unit === 'BPS' ? percent(count / 10_000) : t('prices.days', { count }));
  const limits = t('prices.limits', { least: words(least), most: words(most) });

  const next = typeof typed === 'number' ? Math.round(typed * size) : null;
  const isFit = (): boolean => {
    const isWithin = next !== null && next >= least && next <= most;
    setSlip(isWithin ? null : limits);
    return isWithin;
  };
  const save = async (reason: string): Promise<boolean> => {
    if (next === null) return false;
    const outcome = await verb.send({ input: { factor, country: country ?? null, value: next, reason } });
    if (!outcome?.payload) return false;
    await onChanged();
    notifications.show({ message: t('prices.set', { label, value: words(next) }) });
    return true;
  };
  return (
    <ValueEditor
      label={label}
      shown={shown}
      isSoft={isSoft}
      verb={verb}
      fields={['value']}
      isDirty={typed !== value / size}
      onOpen={() => {
        verb.forget();
        setSlip(null);
        setTyped(value / size);
      }}
      isFit={isFit}
      onSave={save}
    >
      <NumberInput
        size="sm"
        label={t(`prices.typed.${unit}`, { label })}
        description={limits}
        data-autofocus
        decimalScale={unit === 'BPS' ? 2 : 0}
        clampBehavior="none"
        value={typed}
        error={slip ?? fieldErrors(verb.refusal).value}
        onChange={(now) => {
          setTyped(now);
          setSlip(null);
          verb.mended('value');
        }}
      />
    </ValueEditor>
  );
}
