import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { download } from '../../app/download';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import {
  CertificateDocument,
  type CertificateQuery,
  CertificateSealedPartDocument,
  CheckCertificateDocument,
} from '../../generated/certificates';
import { DownloadButton } from '../../ui/DownloadButton';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { Facts, Panel } from '../../ui/Panel';
import { Verdict } from './Verdict';
import styles from './certificates.module.css';

type Certificate = NonNullable<CertificateQuery['certificate']>;

/** One certificate: in full for the sides of its sale, for everybody else only whether it is as issued. */
export function CertificatePage() {
  const { id = '' } = useParams();
  const { viewer } = useSession();
  const { data, error, refetch } = useQuery(CertificateDocument, { variables: { id }, skip: !viewer });
  if (viewer === undefined) return <PageSkeleton rows={4} />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (viewer && !data) return <PageSkeleton rows={4} />;
  return <CertificateView id={id} certificate={data?.certificate ?? null} />;
}

function CertificateView({ id, certificate }: { id: string; certificate: Certificate | null }) {
  const { t } = useTranslation('certificates');
  return (
    <div className={styles.page}>
      <Page
        title={t('title')}
        lead={certificate ? t('lead', { niche: certificate.nicheName }) : t('leadForOthers')}
        actions={certificate && <Downloads certificate={certificate} />}
      >
        <Standing id={id} />
        {certificate && <Content certificate={certificate} />}
        <Group>
          <Button component={Link} to="/check-certificate" variant="default">
            {t('check.open')}
          </Button>
        </Group>
      </Page>
    </div>
  );
}

function Downloads({ certificate: { id, fileAddress } }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  return (
    <>
      <DownloadButton
        label={t('download.page')}
        name={`${id}.html`}
        size="sm"
        save={() => download(fileAddress, `${id}.html`)}
      />
      <DownloadButton
        label={t('download.json')}
        name={`${id}.json`}
        size="sm"
        save={() => download(`${fileAddress}?form=json`, `${id}.json`)}
      />
    </>
  );
}

/** Whether what the market keeps is as it was issued: told to anybody. */
function Standing({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(CheckCertificateDocument, { variables: { input: { id } } });
  const answer = data?.checkCertificate;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!answer) return <PageSkeleton rows={1} />;
  if (answer.__typename !== 'CheckCertificatePayload') return <Failure message={answer.message} />;
  return <Verdict check={answer} />;
}

function Content({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const { moment } = useFormats();
  const none = t('notRecorded');
  return (
    <>
      <Panel title={t('part.TEXT')}>
        <blockquote className={styles.quote}>{certificate.text}</blockquote>
        <Facts
          facts={[
            [t('part.METHOD'), t(`method.${certificate.method}`)],
            [t('part.SEEN_BY'), certificate.seenBy ? t(`seenBy.${certificate.seenBy}`) : null],
            [t('part.GIVEN_AT'), moment(certificate.givenAt)],
            [t('part.PAGE'), certificate.page ?? none],
            [t('part.USER_AGENT'), certificate.userAgent ?? none],
            [t('part.HAS_IP'), t(wordsOfIp(certificate))],
            [t('part.RECIPIENTS'), certificate.recipientNames.join('; ')],
            [t('part.NAMED_RECIPIENTS'), certificate.namedRecipients.join('; ') || null],
            [t('part.NICHE'), certificate.nicheName],
          ]}
        />
      </Panel>
      <SealedPart certificate={certificate} />
      <Panel title={t('identity')}>
        <Facts
          facts={[
            [t('part.ISSUED_AT'), moment(certificate.issuedAt)],
            [t('part.ID'), certificate.id],
            [t('part.SALE'), certificate.saleId],
            [t('part.LEAD'), certificate.leadId],
            [t('part.TEXT_HASH'), <code key="hash">{certificate.textHash}</code>],
            [t('part.SEAL'), <code key="seal">{certificate.seal}</code>],
          ]}
        />
      </Panel>
    </>
  );
}

/** That it was recorded stays as it was issued; it is not said to be there once it was erased. */
function wordsOfIp({ hasIp, isSealedPartKept }: Certificate) {
  if (!hasIp) return 'notRecorded';
  return isSealedPartKept ? 'ipSealed' : 'ipErased';
}

/** What lies sealed with the contact, asked for by a press: each look is recorded. */
function SealedPart({ certificate: { id, hasIp, isSealedPartKept } }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const { viewer } = useSession();
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, refetch } = useQuery(CertificateSealedPartDocument, {
    variables: { id },
    skip: !isAsked,
    fetchPolicy: 'no-cache',
  });
  // Staff ask for contacts with a reason, elsewhere.
  if (!hasIp || !isSealedPartKept || viewer?.organisation.kind === 'PLATFORM') return null;
  const part = data?.certificate?.sealedPart;
  return (
    <Panel title={t('sealed.title')}>
      <Stack gap="xs" align="flex-start">
        <p className="lb-soft" style={{ margin: 0 }}>
          {t('sealed.recorded')}
        </p>
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {part && (
          <Facts
            facts={[
              [t('sealed.ip'), part.ip ?? t('notRecorded')],
              [t('sealed.wholeText'), part.wholeText],
            ]}
          />
        )}
        {data && !part && <p style={{ margin: 0 }}>{t('sealed.closed')}</p>}
        {!data && (
          <Button size="sm" variant="default" loading={isAsked && !error} onClick={() => setIsAsked(true)}>
            {t('sealed.show')}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
