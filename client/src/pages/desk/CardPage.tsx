import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useViewer } from '../../app/session';
import { CardDetailsDocument, type CardDetailsQuery } from '../../generated/desk';
import { Dotted } from '../../ui/Dotted';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Recordings } from '../recordings/Recordings';
import { Assignee } from './Assignee';
import { Contact } from './Contact';
import { History } from './History';
import { LeadFacts } from './LeadFacts';
import { Notes } from './Notes';
import { SaleMoney } from './SaleMoney';
import { mayContact, nameOf } from './standing';
import { StandingNotes } from './StandingNotes';
import { StatusSteps } from './StatusSteps';
import { useCardNews } from './useCardNews';
import styles from './desk.module.css';

export type CardDetails = NonNullable<CardDetailsQuery['card']>;

/** One bought lead: whom to call, how far the work is, and what speaks for and against it. */
export function CardPage() {
  const { id = '' } = useParams();
  const isBusiness = useViewer().organisation.kind === 'BUSINESS';
  const { data, error, refetch } = useQuery(CardDetailsDocument, { variables: { id }, skip: !isBusiness });
  const card = data?.card;
  useCardNews(card, () => void refetch());
  if (!isBusiness) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return card ? <CardView key={card.id} card={card} /> : <Missing />;
}

function CardView({ card }: { card: CardDetails }) {
  const { t } = useTranslation('desk');
  return (
    <Page
      title={nameOf(card, t)}
      lead={
        <Dotted>
          <Anchor component={Link} to="/cards" inherit>
            {t('title')}
          </Anchor>
          {card.niche.name}
          {card.region.name}
          {t(`common:temperature.${card.lead.temperature}`)}
        </Dotted>
      }
    >
      <StandingNotes card={card} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {!card.isClosed && (
            <Contact contact={card.contact ?? null} mayContact={mayContact(card)} questions={card.niche.fields} />
          )}
          {!card.isClosed && card.sale.recordings.length > 0 && <Calls recordings={card.sale.recordings} />}
          <StatusSteps card={card} />
          <Notes cardId={card.id} isClosed={card.isClosed} />
          <History cardId={card.id} />
        </div>
        <div className={styles.stack}>
          <Assignee card={card} />
          <SaleMoney card={card} />
          <LeadFacts
            lead={card.lead}
            contact={card.contact ?? null}
            agency={card.agency.name}
            certificate={card.sale.certificate ?? null}
          />
        </div>
      </div>
    </Page>
  );
}

/** What the agency recorded when it called the person, before the sale. */
function Calls({ recordings }: Pick<CardDetails['sale'], 'recordings'>) {
  const { t } = useTranslation('recordings');
  return (
    <Panel title={t('title')}>
      <Recordings recordings={recordings} />
    </Panel>
  );
}
