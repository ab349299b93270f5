import { useQuery } from '@apollo/client/react';
import { Badge, Button, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import {
  SendWebhookAgainDocument,
  WebhookDeliveriesDocument,
  type WebhookDeliveryFieldsFragment,
} from '../../generated/webhooks';
import { Dotted } from '../../ui/Dotted';
import { Failure, RefusalNote } from '../../ui/Failure';
import { More } from '../../ui/More';
import styles from './webhooks.module.css';

/** What waits is looked at so often: it is sent within seconds. */
const ASK_EVERY_MS = 3000;
const PAGE = 10;

interface Props {
  endpointId: string;
  name: string;
  isActive: boolean;
  /** Another number when something was sent: the list looks again. */
  sent: number;
}

/** What was sent to an address, newest first, with what became of each attempt. */
export function Deliveries({ endpointId, name, isActive, sent }: Props) {
  const { t } = useTranslation('webhooks');
  const variables = { endpointId, first: PAGE };
  const { data, error, refetch, fetchMore, startPolling, stopPolling } = useQuery(WebhookDeliveriesDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const { nodes, pageInfo } = data?.webhookDeliveries ?? { nodes: [], pageInfo: null };
  const isSoon = isActive && nodes.some(isDueSoon);
  // Polling asks for the first page: with more shown, only what one does brings it up to date.
  const isFirstPage = nodes.length <= PAGE;
  useEffect(() => {
    if (!isSoon || !isFirstPage) return;
    startPolling(ASK_EVERY_MS);
    return stopPolling;
  }, [isSoon, isFirstPage, startPolling, stopPolling]);
  useEffect(() => {
    if (sent > 0) void refetch();
  }, [sent, refetch]);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (nodes.length === 0)
    return (
      <Text size="sm" c="dimmed" mt="sm">
        {t('sent.none')}
      </Text>
    );
  const more = () =>
    fetchMore({
      variables: { ...variables, after: pageInfo?.endCursor ?? null },
      updateQuery: (shown, { fetchMoreResult: { webhookDeliveries } }) => ({
        webhookDeliveries: {
          ...webhookDeliveries,
          nodes: [...shown.webhookDeliveries.nodes, ...webhookDeliveries.nodes],
        },
      }),
    });
  return (
    <section aria-label={t('sent.titleOf', { name })} className={styles.sent}>
      <h3>{t('sent.title')}</h3>
      <ul className={styles.rows}>
        {nodes.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} isActive={isActive} onSent={() => void refetch()} />
        ))}
      </ul>
      {pageInfo?.hasNextPage === true && <More load={more} size="xs" />}
    </section>
  );
}

/** Worth waiting for: what is to be tried in hours is not. */
const isDueSoon = ({ nextAttemptAt }: WebhookDeliveryFieldsFragment): boolean =>
  nextAttemptAt !== null && nextAttemptAt !== undefined && Date.parse(nextAttemptAt) - Date.now() < 60_000;

const COLOURS = { PENDING: 'amber', DELIVERED: 'bottle', FAILED: 'brick' } as const;

interface DeliveryProps {
  delivery: WebhookDeliveryFieldsFragment;
  isActive: boolean;
  onSent(): void;
}

function Delivery({ delivery, isActive, onSent }: DeliveryProps) {
  const { t } = useTranslation('webhooks');
  const { moment } = useFormats();
  const { send, isSending, refusal } = useVerb(SendWebhookAgainDocument, 'sendWebhookAgain');
  const { id, type, state, at, cardId, attempts, nextAttemptAt, body } = delivery;
  const again = async (): Promise<void> => {
    if ((await send({ input: { deliveryId: id } }))?.payload) onSent();
  };
  return (
    <li className={styles.row}>
      <div>
        <Text size="sm" component="span">
          {type ? t(`type.${type}`) : t('sent.test')}
        </Text>
        <Badge variant="light" size="sm" tt="none" ml={8} color={COLOURS[state]}>
          {t(`sent.state.${state}`)}
        </Badge>
        <Text size="sm" c="dimmed">
          <Dotted>
            {moment(at)}
            {nextAttemptAt && isActive && t('sent.next', { moment: moment(nextAttemptAt) })}
            {cardId && <Link to={`/cards/${cardId}`}>{t('sent.card')}</Link>}
          </Dotted>
        </Text>
        <details className={styles.details}>
          <summary>{t('sent.attempts', { count: attempts.length })}</summary>
          <ol className={styles.attempts}>
            {attempts.map((attempt) => (
              <li key={attempt.at}>
                <Dotted>
                  {moment(attempt.at)}
                  {attempt.fault ? t(`fault.${attempt.fault}`) : t('sent.arrived')}
                  {attempt.status && t('sent.status', { status: attempt.status })}
                </Dotted>
              </li>
            ))}
          </ol>
          <Text size="sm" className={styles.long}>
            webhook-id: {id}
          </Text>
          <pre className={`lb-code ${styles.message}`} role="group" aria-label={t('sent.body')}>
            {body}
          </pre>
        </details>
        <RefusalNote refusal={refusal} />
      </div>
      {state !== 'PENDING' && isActive && (
        <Button size="xs" variant="subtle" loading={isSending} onClick={() => void again()}>
          {t('sent.again')}
        </Button>
      )}
    </li>
  );
}
