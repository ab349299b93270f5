import { Button, Checkbox, Group, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseMinor, useFormats } from '../../app/format';
import { fieldErrors, type Verb } from '../../app/useVerb';
import type { CampaignFieldsFragment } from '../../generated/campaigns';
import { RefusalNote } from '../../ui/Failure';
import { FieldGroup } from '../../ui/FieldGroup';
import fields from '../../ui/FieldGroup.module.css';
import { MARKET_CURRENCY } from '../../ui/floor';
import { BudgetFields } from './BudgetFields';
import type { TypedCampaign } from './campaignForm';
import styles from './campaigns.module.css';
import { HoursFields } from './HoursFields';
import { ModelField } from './ModelField';
import { TargetFields } from './TargetFields';
import { WhereFields } from './WhereFields';
import { ZoneField } from './ZoneField';

export interface FieldsProps {
  form: TypedCampaign;
  errors: Record<string, string>;
  onChange(part: Partial<TypedCampaign>): void;
}

interface Props {
  initial: TypedCampaign;
  /** Of a campaign that there is: its niche, model and time zone stay. */
  kept?: Pick<CampaignFieldsFragment, 'niche' | 'regions'>;
  verb: Pick<Verb<never, never>, 'isSending' | 'refusal' | 'mended'>;
  onSend(form: TypedCampaign, isAgreed: boolean): Promise<void>;
}

const TERMS: readonly (keyof TypedCampaign)[] = [
  'name',
  'description',
  'nicheId',
  'regionIds',
  'model',
  'targetUrl',
  'phone',
  'minSeconds',
  'maxPrice',
  'timeZone',
  'hours',
  'dayBudget',
  'weekBudget',
  'totalBudget',
];
const FIELDS = TERMS.map((field) => `terms.${field}`);

/** All terms of a campaign. It takes visitors or calls only once the person has ticked the amount that is at stake. */
export function CampaignForm({ initial, kept, verb: { isSending, refusal, mended }, onSend }: Props) {
  const { t } = useTranslation('campaigns');
  const [form, setForm] = useState(initial);
  const [isAgreed, setIsAgreed] = useState(false);
  const told = fieldErrors(refusal);
  const errors = Object.fromEntries(Object.entries(told).map(([path, text]) => [path.replace(/^terms\./, ''), text]));
  const change = (part: Partial<TypedCampaign>): void => {
    setForm((before) => ({ ...before, ...part }));
    for (const field of Object.keys(part)) mended(`terms.${field}`);
    // Another amount is another consent.
    if ('dayBudget' in part || 'maxPrice' in part) setIsAgreed(false);
  };
  const shared = { form, errors, onChange: change };
  const context = form.model;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(form, isAgreed);
      }}
    >
      <FieldGroup title={t('group.what')}>
        {!kept && <ModelField {...shared} />}
        <TextInput
          className={fields.wide}
          label={t('form.name')}
          required
          maxLength={80}
          autoComplete="off"
          value={form.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={errors.name}
        />
        <WhereFields {...shared} kept={kept} />
        <TargetFields {...shared} isKept={Boolean(kept)} />
        <Textarea
          className={fields.wide}
          label={t('form.description')}
          description={t('form.descriptionMeans', { context })}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          value={form.description}
          onChange={({ currentTarget }) => change({ description: currentTarget.value })}
          error={errors.description}
        />
      </FieldGroup>
      <BudgetFields {...shared} />
      <FieldGroup title={t('group.when')} hint={t('group.whenHint')}>
        <ZoneField {...shared} isKept={Boolean(kept)} />
        <HoursFields {...shared} />
      </FieldGroup>
      <Stake form={form} isAgreed={isAgreed} onAgree={setIsAgreed} />
      <RefusalNote refusal={refusal} fields={FIELDS} />
      <Group justify="flex-end">
        <Button type="submit" loading={isSending}>
          {t(isAgreed ? 'form.saveRunning' : 'form.savePaused', { context })}
        </Button>
      </Group>
    </form>
  );
}

/** The consent to automatic spending, with the amount at stake. */
function Stake({
  form: { model, dayBudget, maxPrice },
  isAgreed,
  onAgree,
}: {
  form: TypedCampaign;
  isAgreed: boolean;
  onAgree(isAgreed: boolean): void;
}) {
  const { t } = useTranslation('campaigns');
  const { money } = useFormats();
  const [budget, price] = [dayBudget, maxPrice].map((text) => parseMinor(text, MARKET_CURRENCY));
  if (!budget || !price)
    return (
      <Text size="sm" c="dimmed">
        {t('form.stakeFirst', { context: model })}
      </Text>
    );
  const said = (minor: number): string => money({ minor, currency: MARKET_CURRENCY });
  return (
    <div className={styles.stake}>
      <Checkbox
        checked={isAgreed}
        onChange={({ currentTarget }) => onAgree(currentTarget.checked)}
        label={t('form.agree', { budget: said(budget), context: model })}
        description={t('stake', { budget: said(budget), price: said(price), context: model })}
        styles={{ description: { color: 'var(--lb-ink)' } }}
      />
    </div>
  );
}
