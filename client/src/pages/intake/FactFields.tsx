import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { LeadType } from '../../generated/intake';
import { FieldGroup } from '../../ui/FieldGroup';
import { CHANNELS, CONTACT_KINDS, TEMPERATURES } from '../../ui/leadFacts';
import type { UploadSettings } from './settings';

const TYPES: readonly LeadType[] = ['SEED', 'NET', 'SPEAR'];

const FIELDS = [
  { name: 'temperature', words: 'temperature', choices: TEMPERATURES },
  { name: 'contactKind', words: 'contactKind', choices: CONTACT_KINDS },
  { name: 'channel', words: 'channel', choices: CHANNELS },
  { name: 'type', words: 'leadType', choices: TYPES },
] as const;

/** Facts that hold for all rows which do not tell them themselves. */
export function FactFields({ form }: { form: UseFormReturnType<UploadSettings> }) {
  const { t } = useTranslation('intake');
  return (
    <FieldGroup title={t('start.defaults')} hint={t('start.defaultsHint')}>
      {FIELDS.map(({ name, words, choices }) => (
        <Select
          key={name}
          label={t(`start.${name}`)}
          placeholder={t('start.notTold')}
          clearable
          data={choices.map((value) => ({ value, label: t(`common:${words}.${value}`) }))}
          {...form.getInputProps(`defaults.${name}`)}
        />
      ))}
    </FieldGroup>
  );
}
