import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import fields from '../../ui/FieldGroup.module.css';
import type { FieldsProps } from './CampaignForm';
import type { UsageModel } from './model';
import { TelephonyNote } from './TelephonyNote';
import { useTelephony } from './useTelephony';

const MODELS: readonly UsageModel[] = ['CLICK', 'CALL'];

/** What a new campaign is paid by; what it is for follows from it. */
export function ModelField({ form, errors, onChange }: FieldsProps) {
  const { t } = useTranslation('campaigns');
  const isSetUp = useTelephony()?.isSetUp ?? true;
  return (
    <>
      <Radio.Group
        className={fields.wide}
        label={t('form.model')}
        value={form.model}
        onChange={(chosen) => {
          const model = MODELS.find((one) => one === chosen);
          // Niches are sold by some models only.
          if (model) onChange({ model, nicheId: '' });
        }}
        error={errors.model}
      >
        <Stack gap="xs" mt={4}>
          {MODELS.map((model) => (
            <Radio
              key={model}
              value={model}
              disabled={model === 'CALL' && !isSetUp}
              label={t(`model.${model}`)}
              description={t(`modelMeans.${model}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {(form.model === 'CALL' || !isSetUp) && (
        <div className={fields.wide}>
          <TelephonyNote />
        </div>
      )}
    </>
  );
}
