import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useMissing } from '../../app/useMissing';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  type ApplicationFieldsFragment,
  ApplicationsDocument,
  ApproveApplicationDocument,
  DeclineApplicationDocument,
  type PricingModel,
} from '../../generated/campaigns';
import { Empty } from '../../ui/Empty';
import { Failure, RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import { Grade } from '../../ui/Grade';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { When } from '../../ui/When';
import styles from './campaigns.module.css';
import { PriceList } from './PriceList';

export const APPLICATION_COLOURS = { PENDING: 'amber', APPROVED: 'bottle', DECLINED: 'gray' } as const;

interface Props {
  campaignId: string;
  model: PricingModel;
  mayDecide: boolean;
}

/** The agencies that want to send visitors or callers to a campaign, and those that do; the business decides. */
export function Applications({ campaignId, model, mayDecide }: Props) {
  const { t } = useTranslation('campaigns');
  const { data, error, refetch, fetchMore } = useQuery(ApplicationsDocument, { variables: { campaignId } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={3} />;
  const { nodes, pageInfo } = data.campaignApplications;
  if (nodes.length === 0)
    return <Empty title={t('application.none')} text={t('application.noneMeans', { context: model })} />;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { campaignApplications } }) => ({
        campaignApplications: {
          ...campaignApplications,
          nodes: [...shown.campaignApplications.nodes, ...campaignApplications.nodes],
        },
      }),
    });
  return (
    <>
      <ul className={styles.cards}>
        {nodes.map((application) => (
          <li key={application.id}>
            <ApplicationCard application={application} model={model} mayDecide={mayDecide} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <More load={more} />}
    </>
  );
}

function ApplicationCard({
  application,
  model,
  mayDecide,
}: { application: ApplicationFieldsFragment } & Omit<Props, 'campaignId'>) {
  const { t } = useTranslation('campaigns');
  const [isDeclining, setIsDeclining] = useState(false);
  const approve = useVerb(ApproveApplicationDocument, 'approveApplication');
  const { id, agency, agencyGrade, note, state, reason, appliedAt, decidedAt, prices } = application;
  return (
    <section className={`lb-panel ${styles.card}`} aria-label={agency.name}>
      <header className={styles.head}>
        <h3>
          {agency.name} <Grade grade={agencyGrade} />
        </h3>
        <Badge variant="light" tt="none" color={APPLICATION_COLOURS[state]}>
          {t(`application.state.${state}`)}
        </Badge>
      </header>
      <Text size="sm" c="dimmed" component="div">
        <Trans t={t} i18nKey="application.asked" components={{ when: <When at={appliedAt} /> }} />
        {decidedAt && (
          <>
            {' · '}
            <Trans t={t} i18nKey="application.decided" components={{ when: <When at={decidedAt} /> }} />
          </>
        )}
      </Text>
      <p className={styles.quote}>{note}</p>
      {reason && <Text size="sm">{t('application.because', { reason })}</Text>}
      {prices.length > 0 && <PriceList model={model} prices={prices} />}
      <RefusalNote refusal={approve.refusal} />
      {mayDecide && (
        <Group gap="xs" mt="sm">
          {state !== 'APPROVED' && (
            <Button
              size="xs"
              loading={approve.isSending}
              aria-label={t('application.approveOf', { name: agency.name })}
              onClick={() => void approve.send({ input: { id } })}
            >
              {t('application.approve')}
            </Button>
          )}
          {state !== 'DECLINED' && (
            <Button
              size="xs"
              variant="default"
              aria-label={t(state === 'APPROVED' ? 'application.takeBackOf' : 'application.declineOf', {
                name: agency.name,
              })}
              onClick={() => setIsDeclining(true)}
            >
              {t(state === 'APPROVED' ? 'application.takeBack' : 'application.decline')}
            </Button>
          )}
        </Group>
      )}
      {isDeclining && <DeclineDialog application={application} onClose={() => setIsDeclining(false)} />}
    </section>
  );
}

/** Refuses an agency's visitors, or does so from now on, with the reason that the agency reads. */
function DeclineDialog({ application, onClose }: { application: ApplicationFieldsFragment; onClose(): void }) {
  const { t } = useTranslation('campaigns');
  const [reason, setReason] = useState('');
  const missing = useMissing();
  const { send, isSending, refusal, mended } = useVerb(DeclineApplicationDocument, 'declineApplication');
  const { id, agency, state } = application;
  const title = t(state === 'APPROVED' ? 'application.takeBackOf' : 'application.declineOf', { name: agency.name });
  const decline = async (): Promise<void> => {
    if (!missing.isGiven(reason)) return;
    const outcome = await send({ input: { id, reason } });
    if (outcome?.payload) onClose();
  };
  return (
    <FormDialog title={title} onClose={onClose} isSending={isSending} isDirty={reason !== ''}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void decline();
        }}
      >
        <Textarea
          data-autofocus
          label={t('application.reason')}
          description={t('application.reasonMeans')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
            missing.forget();
            mended('reason');
          }}
          error={missing.isMissing ? t('application.reasonMissing') : fieldErrors(refusal).reason}
        />
        <RefusalNote refusal={refusal} fields={['reason']} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" disabled={isSending} onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button type="submit" color="brick" loading={isSending}>
            {t(state === 'APPROVED' ? 'application.takeBack' : 'application.decline')}
          </Button>
        </Group>
      </form>
    </FormDialog>
  );
}
