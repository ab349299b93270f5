import { Button, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusWrong } from '../../app/focusWrong';
import { exponentOf, type MoneyValue, parseMinor, useFormats } from '../../app/format';
import { useKeyedVerb } from '../../app/repeatKey';
import { fieldErrors } from '../../app/useVerb';
import { RefundTopUpDocument, type TopUpFieldsFragment } from '../../generated/wallet';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';

interface Props {
  topUp: TopUpFieldsFragment;
  available: MoneyValue;
  onDone(): void;
  onClose(): void;
}

/** Sends unspent money of a top-up back to its card, after saying exactly what that does to the wallet. */
export function RefundDialog({ topUp, available, onDone, onClose }: Props) {
  const { t } = useTranslation('wallet');
  const { money } = useFormats();
  const { currency } = topUp.amount;
  const most = Math.min(Number(topUp.refundable.minor), Number(available.minor));
  const [typed, setTyped] = useState(() => (most / 10 ** exponentOf(currency)).toFixed(exponentOf(currency)));
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<{ amount?: string; reason?: string }>({});
  const { send, isSending, refusal, mended } = useKeyedVerb(RefundTopUpDocument, 'refundTopUp');
  const minor = parseMinor(typed, currency);
  const isAmount = minor !== null && minor > 0 && minor <= most;

  const change = (field: 'amount' | 'reason', text: string): void => {
    (field === 'amount' ? setTyped : setReason)(text);
    setFaults((now) => ({ ...now, [field]: undefined }));
    mended(field);
  };
  // What came of a lost answer is in the wallet by now.
  const close = (): void => {
    if (isSending) return;
    if (refusal?.__typename === 'Lost') onDone();
    onClose();
  };
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const amountFault = isAmount ? undefined : t('refund.amountFault', { most: money({ minor: most, currency }) });
    const reasonFault = reason.trim() ? undefined : t('refund.reasonFault');
    setFaults({ amount: amountFault, reason: reasonFault });
    if (amountFault || reasonFault) return focusWrong(form);
    const input = { topUpId: topUp.id, amount: { minor: minor!, currency }, reason: reason.trim() };
    const outcome = await send({ input });
    if (!outcome?.payload) return;
    notifications.show({ message: t('refund.done', { amount: money({ minor: minor!, currency }) }) });
    onDone();
    onClose();
  };
  const told = fieldErrors(refusal);
  const errors = {
    amount: faults.amount ?? told.amount ?? told['amount.currency'],
    reason: faults.reason ?? told.reason,
  };
  return (
    <Dialog opened onClose={close} closeOnClickOutside={false} title={t('refund.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <TextInput
          label={t('topUp.amount', { currency })}
          description={t('refund.most', { most: money({ minor: most, currency }) })}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          value={typed}
          error={errors.amount}
          onChange={(event) => change('amount', event.currentTarget.value)}
        />
        <TextInput
          mt="sm"
          label={t('refund.reason')}
          description={t('refund.reasonMeans')}
          maxLength={500}
          value={reason}
          error={errors.reason}
          onChange={(event) => change('reason', event.currentTarget.value)}
        />
        {isAmount && (
          <Text size="sm" mt="md">
            {t('refund.effect', {
              amount: money({ minor, currency }),
              before: money(available),
              after: money({ minor: Number(available.minor) - minor, currency }),
            })}
          </Text>
        )}
        <RefusalNote refusal={refusal} fields={['amount', 'amount.currency', 'reason']} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close} disabled={isSending}>
            {t('common:act.cancel')}
          </Button>
          <Button type="submit" color="brick" loading={isSending}>
            {isAmount ? t('refund.send', { amount: money({ minor, currency }) }) : t('refund.sendNone')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
