import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Skeleton, Text, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import { expectsSession } from '../../app/token';
import { useVerb } from '../../app/useVerb';
import { LogInDocument } from '../../generated/app';
import { MarketSummaryDocument } from '../../generated/front';
import { Failure, RefusalNote } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { PageSkeleton } from '../../ui/Page';
import { DemoLogins } from './DemoLogins';
import { DecidedInFour } from './DecidedInFour';
import styles from './FrontPage.module.css';
import { homeOf } from './home';

/** Comes after the page, at a place that is kept for it; without it the page is a page still. */
const IndexStrip = lazy(() =>
  import('../marketIndex/IndexStrip')
    .then(({ loadIndexStrip }) => loadIndexStrip())
    .catch(() => ({ default: () => null })),
);

/** For visitors: what this is, for whom, and how the market stands. People who are logged in go on to their work. */
export function FrontPage() {
  const { t } = useTranslation('front');
  const { viewer, problem } = useSession();
  useEffect(() => {
    document.title = `Leadbourse · ${t('front.tab')}`;
  }, [t]);
  if (viewer) return <Navigate to={homeOf(viewer)} replace />;
  // Who was here before is most likely led on in a moment.
  if (viewer === undefined && !problem && expectsSession()) return <PageSkeleton />;
  return (
    <div className={styles.front}>
      <section className={styles.hero}>
        <Title order={1} className={styles.claim}>
          {t('front.claim')}
        </Title>
        <Text className={styles.lead}>{t('front.lead')}</Text>
        <Figures />
        <div className={styles.index}>
          <Suspense fallback={<Skeleton />}>
            <IndexStrip nicheIds={[]} regionIds={[]} names={[]} />
          </Suspense>
        </div>
      </section>
      <section className={styles.doors} aria-label={t('front.doors')}>
        <DoorCard
          title={t('front.buyTitle')}
          points={[t('front.buy1'), t('front.buy2'), t('front.buy3')]}
          action={
            <Button component={Link} to="/sign-up?kind=business" size="md">
              {t('front.buyDo')}
            </Button>
          }
        />
        <DoorCard
          title={t('front.sellTitle')}
          points={[t('front.sell1'), t('front.sell2'), t('front.sell3')]}
          action={
            <Button component={Link} to="/sign-up?kind=agency" size="md" variant="outline">
              {t('front.sellDo')}
            </Button>
          }
        />
      </section>
      <DecidedInFour />
      <DemoDoor />
      <Text size="sm" c="dimmed">
        {t('front.persons')}{' '}
        <Anchor component={Link} to="/me" inherit>
          {t('front.personsLink')}
        </Anchor>
      </Text>
    </div>
  );
}

function DoorCard({ title, points, action }: { title: string; points: readonly string[]; action: ReactNode }) {
  return (
    <div className={`lb-panel ${styles.card}`}>
      <Title order={2} size="h3">
        {title}
      </Title>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {action}
    </div>
  );
}

/** The market in live figures, asked for again while one looks. */
function Figures() {
  const { t } = useTranslation('front');
  const { number } = useFormats();
  const { data, error, refetch } = useQuery(MarketSummaryDocument, { pollInterval: 15_000 });
  const summary = data?.marketSummary;
  if (error && !summary) return <Failure title={t('front.noFigures')} error={error} onRetry={() => void refetch()} />;
  if (summary?.listingCount === 0) return <p className={styles.nothing}>{t('front.nothingOnSale')}</p>;
  const figures: [string, ReactNode][] = [
    [t('front.onSale'), summary && number(summary.listingCount)],
    [t('front.niches'), summary && number(summary.nicheCount)],
    [t('front.countries'), summary && number(summary.countryCount)],
    [t('front.median'), summary && (summary.medianPrice ? <Money value={summary.medianPrice} /> : '–')],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([label, figure]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{figure ?? <Skeleton height={36} width={90} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function DemoDoor() {
  const { begin } = useSession();
  const logIn = useVerb(LogInDocument, 'logIn');
  const enter = async (input: { email: string; password: string }): Promise<void> => {
    const outcome = await logIn.send({ input });
    if (!outcome?.payload) return;
    await begin(outcome.payload.accessToken, outcome.payload.viewer, homeOf(outcome.payload.viewer));
  };
  return (
    <>
      <DemoLogins isBusy={logIn.isSending} onChoose={(login) => void enter(login)} />
      <RefusalNote refusal={logIn.refusal} />
    </>
  );
}
