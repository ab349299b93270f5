import { ActionIcon, Button, Checkbox, Group, Select, Stack, TagsInput, Text, TextInput, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FormFieldValues, NicheValues } from './nicheValues';
import styles from './admin.module.css';

const KINDS: readonly FormFieldValues['kind'][] = ['TEXT', 'NUMBER', 'CHOICE', 'BOOLEAN', 'DATE', 'MONEY'];
const MOST = 40;
const NEW_FIELD: FormFieldValues = {
  key: '',
  label: '',
  kind: 'TEXT',
  choices: [],
  isRequired: false,
  isCoarse: false,
  isKept: false,
};

/** The questions of a niche's form in their order. */
export function FieldsEditor({ form }: { form: UseFormReturnType<NicheValues> }) {
  const { t } = useTranslation('admin');
  const { fields } = form.getValues();
  return (
    <section>
      <Group justify="space-between" mt="xs" mb={4}>
        <Title order={3} size="h6">
          {t('fields.title', { count: fields.length })}
        </Title>
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          disabled={fields.length >= MOST}
          onClick={() => form.insertListItem('fields', { ...NEW_FIELD })}
        >
          {t('fields.add')}
        </Button>
      </Group>
      {fields.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('fields.none')}
        </Text>
      )}
      <Stack gap="xs" component="ol" className={styles.fields}>
        {fields.map((field, place) => (
          <FieldRow key={place} form={form} place={place} count={fields.length} field={field} />
        ))}
      </Stack>
    </section>
  );
}

interface RowProps {
  form: UseFormReturnType<NicheValues>;
  field: FormFieldValues;
  place: number;
  count: number;
}

function FieldRow({ form, field, place, count }: RowProps) {
  const { t } = useTranslation('admin');
  const at = (name: keyof FormFieldValues) => form.getInputProps(`fields.${place}.${name}`);
  const check = (name: 'isRequired' | 'isCoarse') =>
    form.getInputProps(`fields.${place}.${name}`, { type: 'checkbox' });
  return (
    <li className={styles.field}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput style={{ flex: 1 }} size="xs" label={t('fields.label')} required {...at('label')} />
        <RowActs form={form} place={place} count={count} label={field.label || field.key} />
      </Group>
      <Group gap="xs" grow align="flex-start">
        <TextInput
          size="xs"
          label={t('fields.key')}
          required
          readOnly={field.isKept}
          variant={field.isKept ? 'filled' : 'default'}
          {...at('key')}
        />
        <Select
          size="xs"
          label={t('fields.kind')}
          data={KINDS.map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
          allowDeselect={false}
          disabled={field.isKept}
          {...at('kind')}
        />
      </Group>
      {field.kind === 'CHOICE' && (
        <TagsInput size="xs" label={t('fields.choices')} description={t('fields.choicesMean')} {...at('choices')} />
      )}
      <Group gap="md" mt={8}>
        <Checkbox size="xs" label={t('fields.required')} {...check('isRequired')} />
        <Checkbox size="xs" label={t('fields.coarse')} {...check('isCoarse')} />
      </Group>
    </li>
  );
}

function RowActs({ form, place, count, label }: Omit<RowProps, 'field'> & { label: string }) {
  const { t } = useTranslation('admin');
  const acts = [
    {
      name: 'up',
      icon: ArrowUp,
      isOff: place === 0,
      run: () => form.reorderListItem('fields', { from: place, to: place - 1 }),
    },
    {
      name: 'down',
      icon: ArrowDown,
      isOff: place === count - 1,
      run: () => form.reorderListItem('fields', { from: place, to: place + 1 }),
    },
    { name: 'remove', icon: Trash2, isOff: false, run: () => form.removeListItem('fields', place) },
  ] as const;
  return (
    <Group gap={2} wrap="nowrap" mt={22}>
      {acts.map(({ name, icon: Icon, isOff, run }) => (
        <ActionIcon
          key={name}
          variant="subtle"
          color="gray"
          disabled={isOff}
          aria-label={t(`fields.${name}`, { label })}
          onClick={run}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </Group>
  );
}
