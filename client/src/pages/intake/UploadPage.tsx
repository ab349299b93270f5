import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormats } from '../../app/format';
import { useSession, useViewer } from '../../app/session';
import { CorrectedBatchDocument, UploadedBatchesDocument } from '../../generated/intake';
import { Page, PageSkeleton } from '../../ui/Page';
import { BatchList } from './BatchList';
import { draftOf, emptySettings, settingsOf } from './settings';
import { StartForm } from './StartForm';

/** Sends a file of leads, and shows the files sent before. */
export function UploadPage() {
  const { t } = useTranslation('intake');
  const { may } = useSession();
  const [params] = useSearchParams();
  const corrects = params.get('corrects');
  return (
    <Page title={t('title')} lead={t('lead')}>
      {may('UPLOAD_LEADS') && (corrects ? <Correction batchId={corrects} /> : <Start />)}
      <BatchList />
    </Page>
  );
}

function Start() {
  const { organisation } = useViewer();
  const { data, loading } = useQuery(UploadedBatchesDocument, { variables: {} });
  if (!data && loading) return <PageSkeleton rows={5} />;
  const last = data?.batches.nodes[0];
  const initial = draftOf(organisation.id) ?? emptySettings(organisation.country);
  return <StartForm initial={initial} last={last && settingsOf(last)} />;
}

/** A file that corrects an earlier one begins with the settings of that; an unknown id is as if none was given. */
function Correction({ batchId }: { batchId: string }) {
  const { t } = useTranslation('intake');
  const { moment } = useFormats();
  const { data, loading } = useQuery(CorrectedBatchDocument, { variables: { id: batchId } });
  if (!data && loading) return <PageSkeleton rows={5} />;
  const batch = data?.batch;
  if (!batch) return <Start />;
  return (
    <>
      <Alert variant="light" color="bottle" title={t('corrects.title', { moment: moment(batch.createdAt) })}>
        <Group justify="space-between" gap="xs">
          {t('corrects.text')}
          <Button component={Link} to="/upload" size="compact-sm" variant="default">
            {t('corrects.drop')}
          </Button>
        </Group>
      </Alert>
      <StartForm key={batch.id} initial={settingsOf(batch)} correctsBatchId={batch.id} />
    </>
  );
}
