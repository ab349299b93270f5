import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { download } from '../../app/download';
import { DownloadButton } from '../../ui/DownloadButton';
import type { UploadedBatch } from './batch';

/** The report of the rows as files: those to correct, those that were accepted with a note, and all. */
export function Downloads({ batch, hasProblems }: { batch: UploadedBatch; hasProblems: boolean }) {
  const { t } = useTranslation('intake');
  const { reportAddress, file, niche, createdAt, counts } = batch;
  if (!reportAddress) {
    return batch.state === 'IMPORTED' && !file ? (
      <Text size="sm" c="dimmed">
        {t('download.gone')}
      </Text>
    ) : null;
  }
  const isThere = { problems: hasProblems, noted: counts.noted > 0, all: true };
  const choices = (['problems', 'noted', 'all'] as const).filter((which) => isThere[which]);
  return choices.map((which) => {
    const name = `${niche.slug}-${createdAt.slice(0, 10)}-${which}.csv`;
    const address = which === 'all' ? reportAddress : `${reportAddress}?rows=${which}`;
    return (
      <DownloadButton key={which} label={t(`download.${which}`)} name={name} save={() => download(address, name)} />
    );
  });
}
