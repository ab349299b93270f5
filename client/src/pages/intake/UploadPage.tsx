import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useSession, useViewer } from '../../app/session';
import { EarlierBatchDocument, UploadedBatchesDocument } from '../../generated/intake';
import { Page, PageSkeleton } from '../../ui/Page';
import { RowKeys } from '../../ui/RowKeys';
import { BatchList } from './BatchList';
import { draftOf, emptySettings, settingsOf } from './settings';
import { StartForm } from './StartForm';

/** Sends a file of leads, and shows the files sent before. */
export function UploadPage() {
  return useViewer().organisation.kind === 'AGENCY' ? <Upload /> : <Missing />;
}

function Upload() {
  const { t } = useTranslation('intake');
  const { may } = useSession();
  const [params] = useSearchParams();
  const corrects = params.get('corrects');
  const like = corrects ?? params.get('like');
  return (
    <Page title={t('title')} lead={t('lead')} actions={<RowKeys mark="[data-batch]" canSelect={false} />}>
      {may('UPLOAD_LEADS') && (like ? <StartLike batchId={like} isCorrection={corrects !== null} /> : <Start />)}
      <BatchList />
    </Page>
  );
}

function Start() {
  const { person, organisation } = useViewer();
  const { data, loading } = useQuery(UploadedBatchesDocument, { variables: {} });
  if (!data && loading) return <PageSkeleton rows={5} />;
  const last = data?.batches.nodes[0];
  const draft = { personId: person.id, organisationId: organisation.id };
  const initial = draftOf(draft) ?? emptySettings(organisation.country);
  return <StartForm initial={initial} draft={draft} last={last && settingsOf(last)} />;
}

/** Begins with the settings of an earlier batch, to correct it or not; an unknown id is as if none was given. */
function StartLike({ batchId, isCorrection }: { batchId: string; isCorrection: boolean }) {
  const { person, organisation } = useViewer();
  const { data, loading } = useQuery(EarlierBatchDocument, { variables: { id: batchId } });
  if (!data && loading) return <PageSkeleton rows={5} />;
  const batch = data?.batch;
  if (!batch) return <Start />;
  const draft = { personId: person.id, organisationId: organisation.id, like: batch.id };
  return (
    <>
      {isCorrection && <CorrectionNote createdAt={batch.createdAt} />}
      <StartForm
        key={batch.id}
        initial={draftOf(draft) ?? settingsOf(batch)}
        draft={draft}
        correctsBatchId={isCorrection ? batch.id : undefined}
      />
    </>
  );
}

function CorrectionNote({ createdAt }: { createdAt: string }) {
  const { t } = useTranslation('intake');
  const { moment } = useFormats();
  return (
    <Alert variant="light" color="bottle" title={t('corrects.title', { moment: moment(createdAt) })}>
      <Group justify="space-between" gap="xs">
        {t('corrects.text')}
        <Button component={Link} to="/upload" size="compact-sm" variant="default">
          {t('corrects.drop')}
        </Button>
      </Group>
    </Alert>
  );
}
