import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseMinor, useFormats } from '../../app/format';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  type BuyingWishFieldsFragment,
  ChangeBuyingWishDocument,
  MakeBuyingWishDocument,
} from '../../generated/wishes';
import { RefusalNote } from '../../ui/Failure';
import { MARKET_CURRENCY } from '../../ui/floor';
import { FormDialog, type FormState, useTellForm } from '../../ui/FormDialog';
import { WhatFields } from './WhatFields';
import { amountOf, EMPTY, formOf, termsOf, type WishForm } from './wishForm';

interface Props {
  /** Null for a new one. */
  wish: BuyingWishFieldsFragment | null;
  onClose(): void;
  onSaved(): void;
}

/** What a wish buys and up to where. It buys only once the person has ticked the amount that is at stake. */
export function WishDialog(props: Props) {
  const { t } = useTranslation('wishes');
  const [state, setState] = useState<FormState>({ isSending: false, isDirty: false });
  const title = props.wish ? t('changeOf', { name: props.wish.name }) : t('makeTitle');
  return (
    <FormDialog onClose={props.onClose} title={title} size="lg" {...state}>
      <Form {...props} onState={setState} />
    </FormDialog>
  );
}

const FIELDS = ['name', 'filter.nicheIds', 'filter.regionIds', 'maxPrice', 'dailyCount', 'dailyBudget'].map(
  (field) => `terms.${field}`,
);

function Form({ wish, onClose, onSaved, onState }: Props & { onState(state: FormState): void }) {
  const { t } = useTranslation('wishes');
  const [form, setForm] = useState<WishForm>(() => (wish ? formOf(wish) : EMPTY));
  const [isDirty, setIsDirty] = useState(false);
  const [isAgreed, setIsAgreed] = useState(false);
  const { save, isSending, refusal, mended } = useSave(wish);
  useTellForm(onState, { isSending, isDirty });
  const told = fieldErrors(refusal);
  const errors = Object.fromEntries(Object.entries(told).map(([path, text]) => [path.replace(/^terms\./, ''), text]));
  const change = (part: Partial<WishForm>): void => {
    setForm({ ...form, ...part });
    setIsDirty(true);
    for (const field of Object.keys(part)) {
      mended(`terms.${field}`);
      mended(`terms.filter.${field}`);
    }
    // Another amount is another consent.
    if ('dailyBudget' in part || 'maxPrice' in part || 'dailyCount' in part) setIsAgreed(false);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(form, isAgreed).then((isSaved) => isSaved && onSaved());
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('form.name')}
          required
          maxLength={80}
          autoComplete="off"
          value={form.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={errors.name}
        />
        <WhatFields form={form} errors={errors} known={wish?.filter.regions ?? []} onChange={change} />
        <AmountFields form={form} errors={errors} onChange={change} />
        <Checkbox
          label={t('form.isNamed')}
          description={t('form.isNamedMeans')}
          checked={form.isNamed}
          onChange={({ currentTarget }) => change({ isNamed: currentTarget.checked })}
        />
        <Stake form={form} isAgreed={isAgreed} onAgree={setIsAgreed} />
      </Stack>
      <RefusalNote refusal={refusal} fields={FIELDS} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isSending} onClick={onClose}>
          {t('common:act.cancel')}
        </Button>
        <Button type="submit" loading={isSending}>
          {t(isAgreed ? 'form.saveActive' : 'form.savePaused')}
        </Button>
      </Group>
    </form>
  );
}

/** Makes a wish or changes one; answers whether it is kept. */
function useSave(wish: Props['wish']) {
  const making = useVerb(MakeBuyingWishDocument, 'makeBuyingWish');
  const changing = useVerb(ChangeBuyingWishDocument, 'changeBuyingWish');
  const { isSending, refusal, mended } = wish ? changing : making;
  const save = async (form: WishForm, isAgreed: boolean): Promise<boolean> => {
    const terms = termsOf(form, wish?.filter.grades ?? []);
    const agreedPerDay = isAgreed ? amountOf(form.dailyBudget) : null;
    const outcome = wish
      ? await changing.send({ input: { id: wish.id, terms, agreedPerDay } })
      : await making.send({ input: { terms, agreedPerDay } });
    return outcome?.payload !== undefined;
  };
  return { save, isSending, refusal, mended };
}

interface FieldsProps {
  form: WishForm;
  errors: Record<string, string>;
  onChange(part: Partial<WishForm>): void;
}

function AmountFields({ form, errors, onChange }: FieldsProps) {
  const { t } = useTranslation('wishes');
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <TextInput
        miw={150}
        label={t('form.maxPrice', { currency: MARKET_CURRENCY })}
        description={t('form.maxPriceMeans')}
        inputMode="decimal"
        required
        value={form.maxPrice}
        onChange={({ currentTarget }) => onChange({ maxPrice: currentTarget.value })}
        error={errors.maxPrice}
      />
      <TextInput
        miw={150}
        label={t('form.dailyCount')}
        description={t('form.dailyCountMeans')}
        inputMode="numeric"
        required
        value={form.dailyCount}
        onChange={({ currentTarget }) => onChange({ dailyCount: currentTarget.value })}
        error={errors.dailyCount}
      />
      <TextInput
        miw={150}
        label={t('form.dailyBudget', { currency: MARKET_CURRENCY })}
        description={t('form.dailyBudgetMeans')}
        inputMode="decimal"
        required
        value={form.dailyBudget}
        onChange={({ currentTarget }) => onChange({ dailyBudget: currentTarget.value })}
        error={errors.dailyBudget}
      />
    </Group>
  );
}

/** The consent to automatic buying, with the amount at stake. */
function Stake({ form, isAgreed, onAgree }: { form: WishForm; isAgreed: boolean; onAgree(isAgreed: boolean): void }) {
  const { t } = useTranslation('wishes');
  const { money } = useFormats();
  const [budget, price] = [form.dailyBudget, form.maxPrice].map((text) => parseMinor(text, MARKET_CURRENCY));
  const count = Math.trunc(Number(form.dailyCount)) || 0;
  if (!budget || !price || count < 1)
    return (
      <Text size="sm" c="dimmed">
        {t('form.stakeFirst')}
      </Text>
    );
  const said = (minor: number): string => money({ minor, currency: MARKET_CURRENCY });
  return (
    <Checkbox
      checked={isAgreed}
      onChange={({ currentTarget }) => onAgree(currentTarget.checked)}
      label={t('form.agree', { budget: said(budget) })}
      description={t('stake', { budget: said(budget), count, price: said(price) })}
    />
  );
}
