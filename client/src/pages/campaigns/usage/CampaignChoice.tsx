import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAddressChange } from '../../../app/address';
import styles from './usage.module.css';
import type { UsageCampaign } from './useUsageCampaigns';

/** Narrows all that a page tells to one campaign; the address says which. */
export function CampaignChoice({ campaigns, value }: { campaigns: readonly UsageCampaign[]; value: string | null }) {
  const { t } = useTranslation('campaigns');
  const changeAddress = useAddressChange();
  const choose = (id: string | null): void =>
    changeAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (id === null) after.delete('campaign');
        else after.set('campaign', id);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Select
      className={styles.campaign}
      size="xs"
      aria-label={t('usage.campaign')}
      placeholder={t('usage.allCampaigns')}
      clearable
      searchable
      data={campaigns.map(({ id, name, isOver }) => ({ value: id, label: isOver ? t('usage.over', { name }) : name }))}
      nothingFoundMessage={t('usage.noCampaign')}
      value={value}
      onChange={choose}
    />
  );
}
