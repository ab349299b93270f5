import { Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { AddNicheDocument, type CatalogueNicheFragment, ChangeNicheDocument } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { type FormState, useTellForm } from '../../ui/FormDialog';
import { FieldsEditor } from './FieldsEditor';
import { additionOf, changeOf, emptyValues, type NicheValues, valuesOf } from './nicheValues';
import { NicheWords } from './NicheWords';
import { RetireNiche } from './RetireNiche';
import { SaveRow } from './SaveRow';
import { branchOf, depthsOf } from './tree';

interface Props {
  /** Left out: a new niche is added. */
  niche: CatalogueNicheFragment | undefined;
  /** Where a new niche is added. */
  under: string | null;
  niches: readonly CatalogueNicheFragment[];
  /** How the form is, for what is around it. */
  onState(state: FormState): void;
  /** The same of what it is called in other languages. */
  onWordsState(state: FormState): void;
  onDone(): void;
}

/** Everything that a niche settles, with its own questions. The server's refusals stand at their fields. */
export function NicheForm({ niche, under, niches, onState, onWordsState, onDone }: Props) {
  const { t } = useTranslation('admin');
  const add = useVerb(AddNicheDocument, 'addNiche');
  const change = useVerb(ChangeNicheDocument, 'changeNiche');
  const form = useForm<NicheValues>({
    initialValues: niche ? valuesOf(niche) : emptyValues(under),
    // No input is of all questions together, so none takes back what was said of them.
    onValuesChange: (now, before) => now.fields !== before.fields && form.clearFieldError('fields'),
  });
  useTellForm(onState, { isSending: add.isSending || change.isSending, isDirty: form.isDirty() });
  const save = async (values: NicheValues): Promise<void> => {
    const outcome = niche
      ? await change.send({ input: changeOf(niche.id, values, (name) => form.isDirty(name)) })
      : await add.send({ input: additionOf(values) });
    if (!outcome) return;
    if (outcome.refusal) return form.setErrors(withNames(fieldErrors(outcome.refusal)));
    notifications.show({ message: t(niche ? 'niches.changed' : 'niches.added', { name: values.name }) });
    onDone();
  };
  const refusal = add.refusal ?? change.refusal;
  const mended = Object.keys(fieldErrors(refusal)).filter((field) => !(field in form.errors));
  const isUnchanged = Boolean(niche) && !form.isDirty();
  return (
    <Stack gap="md">
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack gap="sm">
          <NicheBasics form={form} niche={niche} niches={niches} />
          <FieldsEditor form={form} />
          {niche && (
            <TextInput label={t('reason.label')} description={t('reason.audit')} {...form.getInputProps('reason')} />
          )}
          <RefusalNote refusal={refusal} fields={[...IN_SIGHT, ...mended]} />
          <SaveRow
            says={t(niche ? 'common:act.save' : 'niches.add')}
            isSending={add.isSending || change.isSending}
            isUnchanged={isUnchanged}
          />
        </Stack>
      </form>
      {niche && <NicheWords niche={niche} onState={onWordsState} />}
      {niche && !niche.isRetired && <RetireNiche niche={niche} onDone={onDone} />}
    </Stack>
  );
}

/** The fee is typed in percent under a name of its own. */
const withNames = ({ feeBps, ...errors }: Record<string, string>): Record<string, string> =>
  feeBps === undefined ? errors : { ...errors, feePercent: feeBps };

/** What is wrong stands at its field; in the questions, which may be out of sight, it is said at the button as well. */
const IN_SIGHT = ['slug', 'name', 'parentId', 'windowHours', 'retentionDays', 'feeBps', 'reason'];

function NicheBasics({
  form,
  niche,
  niches,
}: Pick<Props, 'niche' | 'niches'> & { form: UseFormReturnType<NicheValues> }) {
  const { t } = useTranslation('admin');
  const depths = depthsOf(niches);
  const own = niche ? branchOf(niches, niche.id) : new Set<string>();
  const parents = niches
    .filter(({ id, isRetired }) => !own.has(id) && !isRetired)
    .map(({ id, name }) => ({ value: id, label: '\u2003'.repeat(depths.get(id) ?? 0) + name }));
  return (
    <>
      <TextInput label={t('niches.name')} required {...form.getInputProps('name')} />
      {!niche && (
        <TextInput
          label={t('niches.slug')}
          description={t('niches.slugMeans')}
          required
          {...form.getInputProps('slug')}
        />
      )}
      <Select
        label={t('niches.parent')}
        placeholder={t('niches.top')}
        clearable
        searchable
        data={parents}
        {...form.getInputProps('parentId')}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <NumberInput
          label={t('niches.windowHours')}
          description={niche ? undefined : t('niches.emptyWindow')}
          min={1}
          max={2160}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps('windowHours')}
        />
        <NumberInput
          label={t('niches.retentionDays')}
          description={niche ? undefined : t('niches.emptyRetention')}
          min={1}
          max={3650}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps('retentionDays')}
        />
      </Group>
      <NumberInput
        label={t('niches.feePercent')}
        description={t('niches.feeMeans')}
        min={0}
        max={50}
        decimalScale={2}
        clampBehavior="none"
        {...form.getInputProps('feePercent')}
      />
    </>
  );
}
