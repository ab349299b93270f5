import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { Empty } from '../../ui/Empty';
import { useIsDue } from '../clicks/useIsDue';
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
  const isDue = useIsDue({ state: 'OPEN', windowOpensAt: windowOpensAt ?? null });
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
    const standing = state === 'OPEN' && isDue ? 'DUE' : state;
    return (
      <Empty
        title={t(`open.notBilled.${standing}`)}
        text={t(`open.notBilledText.${standing}`, { opens })}
        action={back}
      />
    );
  }
  return <Empty title={t('open.closed', { moment: moment(windowEndsAt) })} text={t('open.closedText')} action={back} />;
}
