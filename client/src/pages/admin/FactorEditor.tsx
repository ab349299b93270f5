import { NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  onChanged(): Promise<void>;
}

/** Sets one number of the formula. People type percent or days; the server keeps hundredths of a percent. */
export function FactorEditor({ factor, country, label, unit, value, least, most, shown, onChanged }: Props) {
  const { t } = useTranslation('admin');
  const size = unit === 'BPS' ? 100 : 1;
  const [typed, setTyped] = useState<number | string>(value / size);
  const [slip, setSlip] = useState<string | null>(null);
  const { send, isSending, refusal, forget } = useVerb(SetFactorDocument, 'setFactor');
  const atValue = slip ?? fieldErrors(refusal).value;
  const suffix = t(`prices.units.${unit}`);
  const limits = t('prices.limits', { least: least / size, most: most / size, unit: suffix });

  const save = async (reason: string): Promise<boolean> => {
    const next = typeof typed === 'number' ? Math.round(typed * size) : null;
    const isFit = next !== null && next >= least && next <= most;
    setSlip(isFit ? null : limits);
    if (!isFit) return false;
    const outcome = await send({ input: { factor, country: country ?? null, value: next, reason } });
    if (!outcome?.payload) return false;
    await onChanged();
    notifications.show({ message: t('prices.set', { label, value: `${next / size} ${suffix}` }) });
    return true;
  };
  return (
    <ValueEditor
      label={label}
      shown={shown}
      isSending={isSending}
      refusal={refusal}
      isRefusalAtField={Boolean(atValue)}
      onOpen={() => {
        forget();
        setSlip(null);
        setTyped(value / size);
      }}
      onSave={save}
    >
      <NumberInput
        size="sm"
        label={label}
        description={limits}
        data-autofocus
        decimalScale={unit === 'BPS' ? 2 : 0}
        suffix={` ${suffix}`}
        clampBehavior="none"
        value={typed}
        error={atValue}
        onChange={setTyped}
      />
    </ValueEditor>
  );
}
