import { Alert, Button, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadedBatch } from './batch';
import { downloadReport } from './downloadReport';

type Which = 'problems' | 'all';

/** The report of the rows as files: those to correct, and all. */
export function Downloads({ batch, hasProblems }: { batch: UploadedBatch; hasProblems: boolean }) {
  const { t } = useTranslation('intake');
  const [underWay, setUnderWay] = useState<Which | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { reportAddress, file, niche, createdAt } = batch;
  if (!reportAddress) {
    return batch.state === 'IMPORTED' && !file ? (
      <Text size="sm" c="dimmed">
        {t('download.gone')}
      </Text>
    ) : null;
  }
  const fetchReport = async (which: Which): Promise<void> => {
    setUnderWay(which);
    const name = `${niche.slug}-${createdAt.slice(0, 10)}-${which}.csv`;
    const refusal = await downloadReport(which === 'problems' ? `${reportAddress}?rows=problems` : reportAddress, name);
    setProblem(refusal === null ? null : refusal || t('common:failure.offline'));
    setUnderWay(null);
  };
  const choices: readonly Which[] = hasProblems ? ['problems', 'all'] : ['all'];
  return (
    <>
      {choices.map((which) => (
        <Button
          key={which}
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={underWay === which}
          disabled={underWay !== null && underWay !== which}
          onClick={() => void fetchReport(which)}
        >
          {t(`download.${which}`)}
        </Button>
      ))}
      {problem && (
        <Alert role="alert" color="brick" variant="light" w="100%">
          {problem}
        </Alert>
      )}
    </>
  );
}
