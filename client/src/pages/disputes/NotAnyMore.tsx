import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { Empty } from '../../ui/Empty';
import type { Disputable } from './claim';

/** Why it cannot be disputed now: it was before, nothing of it is billed, or not yet, or its time is over. */
export function NotAnyMore({
  thing: { kind, windowOpensAt, windowEndsAt },
  state,
  disputeId,
  back,
}: {
  thing: Pick<Disputable, 'kind' | 'windowOpensAt' | 'windowEndsAt'>;
  state: string;
  disputeId: string | null;
  back: { label: string; to: string };
}) {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  if (disputeId) {
    return (
      <Empty
        title={t(`open.already.${kind}`)}
        text={t(`open.once.${kind}`)}
        action={{ label: t('open.toDispute'), to: `/disputes/${disputeId}` }}
      />
    );
  }
  if (state === 'OPEN' || state === 'EMPTY') {
    const opens = windowOpensAt ? moment(windowOpensAt) : '';
    return (
      <Empty title={t(`open.notBilled.${state}`)} text={t(`open.notBilledText.${state}`, { opens })} action={back} />
    );
  }
  return <Empty title={t('open.closed', { moment: moment(windowEndsAt) })} text={t('open.closedText')} action={back} />;
}
