import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useViewer } from '../../app/session';
import { type OwnQualityQuery, OwnQualityDocument } from '../../generated/quality';
import { Failure } from '../../ui/Failure';
import { Grade } from '../../ui/Grade';
import { OfOrganisation } from '../../ui/OfOrganisation';
import { Page, PageSkeleton } from '../../ui/Page';
import { Facts, Panel } from '../../ui/Panel';

type Figure = OwnQualityQuery['agencyQuality']['figures'][number];

/** An agency's grade, each figure that makes it, and what lifts it. */
export function QualityPage() {
  const { t } = useTranslation('quality');
  const { organisation } = useViewer();
  const isAgency = organisation.kind === 'AGENCY';
  const { data, error, refetch } = useQuery(OwnQualityDocument, { skip: !isAgency, fetchPolicy: 'cache-and-network' });
  if (!isAgency) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { grade, days, factor, nextGrade, nextFactor, figures } = data.agencyQuality;
  const times = (value: number): string => t('times', { value });
  return (
    <Page title={t('title')} lead={<OfOrganisation>{t('lead', { days })}</OfOrganisation>}>
      <Panel title={t('grade')}>
        <Text component="div" mb="sm">
          <Grade grade={grade} /> {t(`common:grade.${grade}`)}
        </Text>
        <Facts
          facts={[
            [t('factor'), times(factor)],
            [
              t('next'),
              nextGrade && nextFactor !== null && t('nextFrom', { grade: nextGrade, factor: times(nextFactor) }),
            ],
          ]}
        />
        <Text size="sm" c="dimmed" mt="sm">
          {t('means')}
        </Text>
      </Panel>
      {figures.map((figure) => (
        <FigurePanel key={figure.code} figure={figure} />
      ))}
    </Page>
  );
}

function FigurePanel({ figure: { code, share, count, ordinary, effect, advice } }: { figure: Figure }) {
  const { t } = useTranslation('quality');
  const { percent } = useFormats();
  return (
    <Panel title={t(`figure.${code}.title`)}>
      <Facts
        facts={[
          [t('share'), share === null ? t('nothingYet') : t(`figure.${code}.of`, { share: percent(share), count })],
          [t('ordinary'), percent(ordinary)],
          [t('effect'), `${effect > 0 ? '+' : ''}${percent(effect)}`],
        ]}
      />
      <Text mt="sm">{advice}</Text>
    </Panel>
  );
}
