import { useApolloClient } from '@apollo/client/react';
import { NumberInput, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  AddRegionDocument,
  type CatalogueRegionFragment,
  CatalogueRegionsDocument,
  ChangeRegionDocument,
} from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { type FormState, useTellForm } from '../../ui/FormDialog';
import { SaveRow } from './SaveRow';

const TIERS: readonly CatalogueRegionFragment['tier'][] = ['ORDINARY', 'LARGE', 'CAPITAL'];
/** The whole numbers of the API end a little above. */
const MOST_PEOPLE = 2_000_000_000;
const FIELDS = ['code', 'name', 'names', 'population', 'tier', 'reason'];
const EXAMPLES = { COUNTRY: 'KE', REGION: 'KE-30', CITY: 'KE-30-nairobi' } as const;

interface Values {
  code: string;
  name: string;
  names: string[];
  population: number | '';
  /** Null: as the population says. */
  tier: CatalogueRegionFragment['tier'] | null;
  reason: string;
}

interface Props {
  /** Left out: a new region is added under the parent. */
  region: CatalogueRegionFragment | undefined;
  parent: Pick<CatalogueRegionFragment, 'id' | 'code' | 'kind'> | null;
  /** How the form is, for what is around it. */
  onState(state: FormState): void;
  onDone(): void;
}

const kindUnder = (parent: Props['parent']): CatalogueRegionFragment['kind'] =>
  parent === null ? 'COUNTRY' : parent.kind === 'COUNTRY' ? 'REGION' : 'CITY';

/** A region's names, population and, for a city, what the price guide calls it. */
export function RegionForm({ region, parent, onState, onDone }: Props) {
  const { t } = useTranslation('admin');
  const kind = region?.kind ?? kindUnder(parent);
  const form = useForm<Values>({
    initialValues: {
      code: region?.code ?? (parent ? `${parent.code}-` : ''),
      name: region?.name ?? '',
      names: [...(region?.names ?? [])],
      population: region?.population ?? '',
      tier: region?.tier ?? null,
      reason: '',
    },
  });
  const isUnchanged = Boolean(region) && !form.isDirty();
  const { save, isSending, refusal } = useSaving({ region, parent, onDone }, form);
  useTellForm(onState, { isSending, isDirty: form.isDirty() });
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="sm">
        {!region && (
          <TextInput
            label={t('regions.code')}
            description={t('regions.codeMeans', { example: EXAMPLES[kind] })}
            required
            {...form.getInputProps('code')}
          />
        )}
        <TextInput label={t('regions.name')} required {...form.getInputProps('name')} />
        <TagsInput label={t('regions.names')} description={t('regions.namesMean')} {...form.getInputProps('names')} />
        <NumberInput
          label={t('regions.population')}
          min={0}
          max={MOST_PEOPLE}
          clampBehavior="strict"
          allowDecimal={false}
          thousandSeparator
          {...form.getInputProps('population')}
        />
        {kind === 'CITY' && (
          <Select
            label={t('regions.tier')}
            description={t('regions.tierMeans')}
            data={TIERS.map((value) => ({ value, label: t(`regions.tiers.${value}`) }))}
            placeholder={t('regions.tierByPopulation')}
            allowDeselect={!region}
            {...form.getInputProps('tier')}
          />
        )}
        {region && (
          <TextInput label={t('reason.label')} description={t('reason.audit')} {...form.getInputProps('reason')} />
        )}
        <RefusalNote refusal={refusal} fields={FIELDS} />
        <SaveRow says={t(region ? 'common:act.save' : 'regions.add')} isSending={isSending} isUnchanged={isUnchanged} />
      </Stack>
    </form>
  );
}

/** Sends what was changed only, so that what another admin changed meanwhile stays. */
function useSaving({ region, parent, onDone }: Omit<Props, 'onState'>, form: ReturnType<typeof useForm<Values>>) {
  const { t } = useTranslation('admin');
  const client = useApolloClient();
  const add = useVerb(AddRegionDocument, 'addRegion');
  const change = useVerb(ChangeRegionDocument, 'changeRegion');
  const send = ({ code, reason, ...values }: Values) => {
    const facts = { ...values, population: values.population === '' ? null : values.population };
    if (!region) return add.send({ input: { code, parentId: parent?.id ?? null, ...facts } });
    const changed = Object.entries(facts).filter(([name]) => form.isDirty(name));
    return change.send({
      input: { regionId: region.id, reason: reason.trim() || null, ...Object.fromEntries(changed) },
    });
  };
  const save = async (values: Values): Promise<void> => {
    const outcome = await send(values);
    if (!outcome) return;
    if (outcome.refusal) return form.setErrors(fieldErrors(outcome.refusal));
    notifications.show({ message: t(region ? 'regions.changed' : 'regions.added', { name: values.name }) });
    onDone();
    await client.refetchQueries({ include: [CatalogueRegionsDocument] });
  };
  return { save, isSending: add.isSending || change.isSending, refusal: add.refusal ?? change.refusal };
}
