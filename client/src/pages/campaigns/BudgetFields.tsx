import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../ui/FieldGroup';
import fields from '../../ui/FieldGroup.module.css';
import { MARKET_CURRENCY } from '../../ui/floor';
import type { FieldsProps } from './CampaignForm';
import { PriceHint } from './PriceHint';

const currency = MARKET_CURRENCY;

/** The most for one visit or call, beside what the market asks, and the budgets. */
export function BudgetFields({ form, errors, onChange }: FieldsProps) {
  const { t } = useTranslation('campaigns');
  const context = form.model;
  return (
    <FieldGroup title={t('group.money')}>
      <TextInput
        label={t('form.maxPrice', { currency, context })}
        description={t('form.maxPriceMeans')}
        inputMode="decimal"
        required
        value={form.maxPrice}
        onChange={({ currentTarget }) => onChange({ maxPrice: currentTarget.value })}
        error={errors.maxPrice}
      />
      <PriceHint form={form} />
      <TextInput
        label={t('form.dayBudget', { currency })}
        description={t('form.dayBudgetMeans')}
        inputMode="decimal"
        required
        value={form.dayBudget}
        onChange={({ currentTarget }) => onChange({ dayBudget: currentTarget.value })}
        error={errors.dayBudget}
      />
      <TextInput
        label={t('form.weekBudget', { currency })}
        description={t('form.unlimitedMeans')}
        inputMode="decimal"
        value={form.weekBudget}
        onChange={({ currentTarget }) => onChange({ weekBudget: currentTarget.value })}
        error={errors.weekBudget}
      />
      <TextInput
        label={t('form.totalBudget', { currency })}
        description={t('form.unlimitedMeans')}
        inputMode="decimal"
        value={form.totalBudget}
        onChange={({ currentTarget }) => onChange({ totalBudget: currentTarget.value })}
        error={errors.totalBudget}
      />
      <Checkbox
        className={fields.wide}
        label={t('form.isSpread')}
        description={t('form.isSpreadMeans', { context })}
        checked={form.isSpread}
        onChange={({ currentTarget }) => onChange({ isSpread: currentTarget.checked })}
      />
    </FieldGroup>
  );
}
