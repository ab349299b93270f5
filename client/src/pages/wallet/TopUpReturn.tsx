import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Loader } from '@mantine/core';
import { Check, CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { TopUpByIdDocument, type TopUpFieldsFragment, type TopUpState } from '../../generated/wallet';

const LOOK_EVERY_MS = 1500;
/** The provider usually tells within seconds; a bank may take days, and then the statement shows it. */
const LOOK_FOR_MS = 90_000;

const isOnItsWay = (state: TopUpState): boolean => state === 'CREATED' || state === 'PROCESSING';

/** What became of the checkout that the payer comes back from, as it happens. */
export function TopUpReturn({
  id,
  wasCancelled,
  back,
}: {
  id: string;
  wasCancelled: boolean;
  /** Where a purchase waits for the money. */
  back: string | null;
}) {
  const [isHidden, setIsHidden] = useState(false);
  const { data, client, startPolling, stopPolling } = useQuery(TopUpByIdDocument, { variables: { id } });
  const topUp = data?.topUp;
  const isAwaited = !wasCancelled && (!topUp || isOnItsWay(topUp.state));
  useEffect(() => {
    if (!isAwaited) return undefined;
    startPolling(LOOK_EVERY_MS);
    const patience = setTimeout(stopPolling, LOOK_FOR_MS);
    return () => {
      clearTimeout(patience);
      stopPolling();
      // The money may have come before the page began to listen.
      void client.refetchQueries({ include: 'active' });
    };
  }, [isAwaited, startPolling, stopPolling, client]);
  if (isHidden) return null;
  if (data && !topUp) return <UnknownTopUp onClose={() => setIsHidden(true)} />;
  if (!topUp) return null;
  return <ReturnNote topUp={topUp} wasCancelled={wasCancelled} back={back} onClose={() => setIsHidden(true)} />;
}

/** The address names a top-up that is none of this wallet's: nothing is known of any payment by it. */
function UnknownTopUp({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('wallet');
  return (
    <Alert
      role="status"
      variant="light"
      color="amber"
      icon={FAULT}
      title={t('return.unknown.title')}
      withCloseButton
      closeButtonLabel={t('common:act.close')}
      onClose={onClose}
    >
      {t('return.unknown.means')}
    </Alert>
  );
}

interface NoteProps {
  topUp: TopUpFieldsFragment;
  wasCancelled: boolean;
  back: string | null;
  onClose(): void;
}

function ReturnNote({ topUp, wasCancelled, back, onClose }: NoteProps) {
  const { t } = useTranslation('wallet');
  const { money, moment } = useFormats();
  const { state, checkoutUrl } = topUp;
  const wasLeft = wasCancelled && state === 'CREATED';
  const words = { amount: money(topUp.amount), moment: moment(topUp.expiresAt) };
  const key = wasLeft ? 'LEFT' : state;
  return (
    <Alert
      role="status"
      variant="light"
      color={COLOURS[key]}
      icon={ICONS[key]}
      title={t(`return.${key}.title`, words)}
      withCloseButton
      closeButtonLabel={t('common:act.close')}
      onClose={onClose}
    >
      {t(`return.${key}.means`, words)}
      {wasLeft && checkoutUrl && (
        <>
          {' '}
          <Anchor href={checkoutUrl} inherit>
            {t('return.goOn')}
          </Anchor>
        </>
      )}
      {back && state === 'SUCCEEDED' && (
        <div>
          <Button component={Link} to={back} size="xs" mt="xs">
            {t('return.purchase')}
          </Button>
        </div>
      )}
    </Alert>
  );
}

const COLOURS: Readonly<Record<TopUpState | 'LEFT', string>> = {
  CREATED: 'amber',
  PROCESSING: 'amber',
  LEFT: 'gray',
  SUCCEEDED: 'bottle',
  FAILED: 'brick',
  EXPIRED: 'brick',
  MISMATCH: 'brick',
};

const WAITING = <Loader size={18} color="amber" aria-hidden />;
const FAULT = <CircleAlert size={18} aria-hidden />;

const ICONS = {
  CREATED: WAITING,
  PROCESSING: WAITING,
  LEFT: FAULT,
  SUCCEEDED: <Check size={18} aria-hidden />,
  FAILED: FAULT,
  EXPIRED: FAULT,
  MISMATCH: FAULT,
} as const;
