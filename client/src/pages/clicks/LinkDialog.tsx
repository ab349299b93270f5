import { useQuery } from '@apollo/client/react';
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyedVerb } from '../../app/repeatKey';
import { useMissing } from '../../app/useMissing';
import { fieldErrors } from '../../app/useVerb';
import { type Channel, CreateTrackedLinkDocument, LinkNichesDocument } from '../../generated/clicks';
import { Failure, RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import { CHANNELS } from '../../ui/leadFacts';
import { withScheme } from '../campaigns/campaignForm';
import { nichesSoldBy } from '../campaigns/niches';
import { useTakenBy } from '../campaigns/usage/useTakenBy';
import { type KnownRegion, RegionField } from '../wishes/RegionsField';

/** What is chosen where no campaign is. */
const MARKET = 'market';
const FIELDS = ['name', 'campaignId', 'regionId', 'channel', 'fallbackUrl'];

interface Form extends Record<'name' | 'campaignId' | 'nicheId' | 'regionId' | 'fallbackUrl', string> {
  channel: Channel | null;
}

const EMPTY: Form = { name: '', campaignId: '', nicheId: '', regionId: '', channel: null, fallbackUrl: '' };

interface Props {
  /** The campaign that it is made for, where it is one. */
  campaignId: string | null;
  onClose(): void;
  onMade(): void;
}

/** Makes a tracked link: to one campaign, or to whichever of a niche the market chooses. */
export function LinkDialog({ campaignId, onClose, onMade }: Props) {
  const { t } = useTranslation('clicks');
  const empty = { ...EMPTY, campaignId: campaignId ?? '' };
  const [form, setForm] = useState(empty);
  const [region, setRegion] = useState<KnownRegion | null>(null);
  const { send, isSending, refusal, mended } = useKeyedVerb(CreateTrackedLinkDocument, 'createTrackedLink');
  const taken = useTakenBy('CLICK');
  const guide = useQuery(LinkNichesDocument, { fetchPolicy: 'cache-first' });
  const errors = fieldErrors(refusal);
  const regions = taken.campaigns.find(({ id }) => id === form.campaignId)?.regions;
  const change = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    Object.keys(part).forEach(mended);
  };
  const isMarket = form.campaignId === MARKET;
  const missing = useMissing();
  const make = async (): Promise<void> => {
    if (!missing.isGiven(form.campaignId)) return;
    const outcome = await send({
      input: {
        name: form.name,
        regionId: form.regionId,
        channel: form.channel,
        campaignId: isMarket ? null : form.campaignId,
        nicheId: isMarket ? form.nicheId : null,
        fallbackUrl: withScheme(form.fallbackUrl) || null,
      },
    });
    if (outcome?.payload) onMade();
  };
  const choice = { selectFirstOptionOnChange: true, openOnFocus: false, allowDeselect: false, searchable: true };
  return (
    <FormDialog
      title={t('links.make')}
      size="lg"
      onClose={onClose}
      isSending={isSending}
      isDirty={JSON.stringify(form) !== JSON.stringify(empty)}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Stack gap="sm">
          {taken.error && <Failure error={taken.error} onRetry={() => void taken.refetch()} />}
          <TextInput
            data-autofocus
            label={t('links.name')}
            description={t('links.nameMeans')}
            required
            maxLength={80}
            autoComplete="off"
            value={form.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            error={errors.name}
          />
          <Select
            label={t('links.campaign')}
            description={t('links.campaignMeans')}
            required
            {...choice}
            data={[
              ...taken.campaigns.map(({ id, name, niche }) => ({ value: id, label: `${name} · ${niche.name}` })),
              { value: MARKET, label: t('links.marketChooses') },
            ]}
            value={form.campaignId || null}
            onChange={(id) => {
              missing.forget();
              setRegion(null);
              change({ campaignId: id ?? '', regionId: '', nicheId: '' });
            }}
            error={missing.isMissing ? t('links.campaignMissing') : errors.campaignId}
          />
          {isMarket && (
            <Select
              label={t('links.niche')}
              required
              {...choice}
              data={nichesSoldBy(['CLICK'], guide.data)}
              nothingFoundMessage={t('links.noNiche')}
              value={form.nicheId || null}
              onChange={(nicheId) => change({ nicheId: nicheId ?? '' })}
              error={errors.nicheId}
            />
          )}
          {isMarket || !regions ? (
            <RegionField
              label={t('links.region')}
              description={t('links.regionMeans')}
              value={region}
              required
              onChange={(chosen) => {
                setRegion(chosen);
                change({ regionId: chosen?.id ?? '' });
              }}
              error={errors.regionId}
            />
          ) : (
            <Select
              label={t('links.region')}
              description={t('links.regionMeans')}
              required
              {...choice}
              data={regions.map(({ id, name }) => ({ value: id, label: name }))}
              value={form.regionId || null}
              onChange={(regionId) => change({ regionId: regionId ?? '' })}
              error={errors.regionId}
            />
          )}
          <Select
            label={t('links.channel')}
            description={t('links.channelMeans')}
            clearable
            data={CHANNELS.map((value) => ({ value, label: t(`common:channel.${value}`) }))}
            value={form.channel}
            onChange={(channel) => change({ channel: CHANNELS.find((one) => one === channel) ?? null })}
            error={errors.channel}
          />
          <TextInput
            label={t('links.fallbackUrl')}
            description={t('links.fallbackUrlMeans')}
            placeholder="https://"
            inputMode="url"
            autoComplete="off"
            value={form.fallbackUrl}
            onChange={({ currentTarget }) => change({ fallbackUrl: currentTarget.value })}
            error={errors.fallbackUrl}
          />
        </Stack>
        <RefusalNote refusal={refusal} fields={isMarket ? [...FIELDS, 'nicheId'] : FIELDS} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" disabled={isSending} onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button type="submit" loading={isSending}>
            {t('links.create')}
          </Button>
        </Group>
      </form>
    </FormDialog>
  );
}
