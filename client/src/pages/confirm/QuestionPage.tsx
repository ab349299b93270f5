import { useQuery } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useFormats } from '../../app/format';
import { type ConfirmationFieldsFragment, ConfirmationOfLinkDocument } from '../../generated/confirm';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { Facts, Panel } from '../../ui/Panel';
import { PersonPage } from '../../ui/PersonPage';
import { WithRightsLink } from '../../ui/WithRightsLink';
import { Answers } from './Answers';
import { LanguageChoice } from './LanguageChoice';
import { languageOfBrowser, usePageLanguage } from './usePageLanguage';
import styles from './Question.module.css';

/** Asks a person whether a request is theirs. Opening the page answers nothing: programs follow links too. */
export function QuestionPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation('confirm');
  const { data, error, refetch } = useQuery(ConfirmationOfLinkDocument, {
    variables: { token },
    fetchPolicy: 'network-only',
  });
  const [chosen, choose] = useState<string | null>(null);
  const asked = data && (data.confirmation?.language ?? languageOfBrowser());
  const spoken = usePageLanguage(chosen ?? asked ?? null);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || !spoken) return <PageSkeleton rows={4} />;
  return (
    <>
      <LanguageChoice label={t('language')} value={spoken} onChange={choose} />
      {data.confirmation ? <Question token={token} confirmation={data.confirmation} /> : <NoQuestion />}
    </>
  );
}

function Question({ token, confirmation }: { token: string; confirmation: ConfirmationFieldsFragment }) {
  const { t } = useTranslation('confirm');
  const { agency, niche } = confirmation.question;
  const { state, channel } = confirmation;
  // Who holds this channel has said nothing, and is not thanked for it.
  const isOthers = confirmation.isAnsweredElsewhere && (state === 'DENIED' || state === 'WITHDRAWN');
  return (
    <PersonPage
      title={isOthers ? t('elsewhere.title') : t(`title.${state}`, { niche })}
      lead={isOthers ? t(`elsewhere.${state}.${channel}`) : t(`lead.${state}`, { agency, niche })}
    >
      <AskedFor confirmation={confirmation} />
      <Answers token={token} confirmation={confirmation} />
      <Rights />
    </PersonPage>
  );
}

function NoQuestion() {
  const { t } = useTranslation('confirm');
  return (
    <PersonPage title={t('none')} lead={t('noneMeans')}>
      <Rights />
    </PersonPage>
  );
}

/** For people who never heard of this market: what it is, and what they can do beside answering. */
function Rights() {
  const { t } = useTranslation('confirm');
  return (
    <Text size="sm" c="dimmed">
      {t('market')} {t('rights')}{' '}
      <Anchor component={Link} to="/me" inherit>
        {t('rightsLink')}
      </Anchor>
    </Text>
  );
}

/** Who asks, about what, and what is said to have been agreed to. */
function AskedFor({ confirmation: { channel, question, consent } }: { confirmation: ConfirmationFieldsFragment }) {
  const { t } = useTranslation('confirm');
  const { moment } = useFormats();
  return (
    <Panel title={t('asked')}>
      <Facts
        facts={[
          [t('agency'), question.agency],
          [t('niche'), question.niche],
          [t('when'), moment(question.askedFor)],
          [t(`to.${channel}`), question.to],
        ]}
      />
      {consent && (
        <blockquote className={styles.consent}>
          <p>
            <WithRightsLink text={consent.text} />
          </p>
          <footer>
            {t('consent', { moment: moment(consent.at) })}
            {consent.page && <span className={styles.page}> {consent.page}</span>}
          </footer>
        </blockquote>
      )}
    </Panel>
  );
}
