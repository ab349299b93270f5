import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { download } from '../../app/download';
import { DownloadButton } from '../../ui/DownloadButton';
import type { UploadedBatch } from './batch';

/** The report of the rows as files: those to correct, and all. */
export function Downloads({ batch, hasProblems }: { batch: UploadedBatch; hasProblems: boolean }) {
  const { t } = useTranslation('intake');
  const { reportAddress, file, niche, createdAt } = batch;
  if (!reportAddress) {
    return batch.state === 'IMPORTED' && !file ? (
      <Text size="sm" c="dimmed">
        {t('download.gone')}
      </Text>
    ) : null;
  }
  const choices = hasProblems ? (['problems', 'all'] as const) : (['all'] as const);
  return choices.map((which) => {
    const name = `${niche.slug}-${createdAt.slice(0, 10)}-${which}.csv`;
    const address = which === 'problems' ? `${reportAddress}?rows=problems` : reportAddress;
    return (
      <DownloadButton key={which} label={t(`download.${which}`)} name={name} save={() => download(address, name)} />
    );
  });
}
