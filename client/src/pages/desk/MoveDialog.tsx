import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exponentOf, parseMinor } from '../../app/format';
import { focusWrong } from '../../app/focusWrong';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  type CardStatus,
  type CardWorkFieldsFragment,
  type LostReason,
  SetCardStatusDocument,
  type SetCardStatusInput,
} from '../../generated/desk';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';
import { useCardWork } from './useCardWork';
import { LOST_REASONS, mayCarryValue } from './words';

interface Props {
  card: CardWorkFieldsFragment;
  to: CardStatus;
  /** Told where the card may go from its new status. */
  onMoved(nextStatuses: readonly CardStatus[]): void;
  onClose(): void;
}

/** Currencies in which deals are counted here; the market's own is offered first. */
const CURRENCIES = ['USD', 'EUR', 'GBP', 'KES', 'AMD', 'HUF', 'UZS', 'AED', 'INR', 'JPY', 'CHF', 'PLN', 'TZS'];

const FIELDS = ['lostReason', 'dealValue', 'dealValue.minor', 'dealValue.currency', 'note'];

const typedOf = ({ dealValue }: CardWorkFieldsFragment): string => {
  if (!dealValue) return '';
  const digits = exponentOf(dealValue.currency);
  return (Number(dealValue.minor) / 10 ** digits).toFixed(digits);
};

/** Moves a card on, with what belongs to the move: why it was lost, what the deal is worth, a note. */
export function MoveDialog({ card, to, onMoved, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [reason, setReason] = useState<LostReason | null>(null);
  const [value, setValue] = useState(() => typedOf(card));
  const [currency, setCurrency] = useState(card.dealValue?.currency ?? 'USD');
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<Record<string, string>>({});
  const { send, isSending, refusal, mended } = useVerb(SetCardStatusDocument, 'setCardStatus');
  const readWork = useCardWork();
  const errors = { ...fieldErrors(refusal), ...faults };

  const mend = (field: string): void => {
    setFaults(({ [field]: _, ...others }) => others);
    mended(field);
  };
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const minor = value.trim() ? parseMinor(value, currency) : undefined;
    const found: Record<string, string> = {};
    if (to === 'LOST' && !reason) found.lostReason = t('move.reasonFault');
    if (mayCarryValue(to) && minor === null) found.dealValue = t('move.valueFault');
    setFaults(found);
    if (Object.keys(found).length > 0) return focusWrong(form);
    const input: SetCardStatusInput = {
      cardId: card.id,
      status: to,
      note: note.trim() || undefined,
      lostReason: to === 'LOST' ? reason : undefined,
      dealValue: mayCarryValue(to) && typeof minor === 'number' ? { minor, currency } : undefined,
    };
    const outcome = await send({ input });
    if (!outcome?.payload) {
      await readWork(card.id).catch(() => undefined);
      return;
    }
    onMoved(outcome.payload.card.nextStatuses);
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={() => !isSending && onClose()}
      closeOnClickOutside={false}
      title={t('move.title', { status: t(`status.${to}`) })}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        {to === 'LOST' && (
          <Select
            label={t('move.reason')}
            required
            data-autofocus
            data={LOST_REASONS.map((each) => ({ value: each, label: t(`lost.${each}`) }))}
            value={reason}
            error={errors.lostReason}
            onChange={(chosen) => {
              setReason(LOST_REASONS.find((each) => each === chosen) ?? null);
              mend('lostReason');
            }}
          />
        )}
        {mayCarryValue(to) && (
          <Group align="flex-start" gap="xs" wrap="nowrap">
            <TextInput
              label={t('move.value')}
              description={t('move.valueMeans')}
              data-autofocus
              inputMode="decimal"
              autoComplete="off"
              style={{ flex: 1 }}
              value={value}
              error={errors.dealValue ?? errors['dealValue.minor']}
              onChange={(event) => {
                setValue(event.currentTarget.value);
                mend('dealValue');
              }}
            />
            <Select
              label={t('move.currency')}
              description={t('move.currencyMeans')}
              data={CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]}
              allowDeselect={false}
              searchable
              w={120}
              value={currency}
              error={errors['dealValue.currency']}
              onChange={(chosen) => {
                if (chosen) setCurrency(chosen);
                mended('dealValue.currency');
              }}
            />
          </Group>
        )}
        <Textarea
          mt="sm"
          label={t('move.note')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          error={errors.note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
            mend('note');
          }}
        />
        <RefusalNote refusal={refusal} fields={FIELDS} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button type="submit" loading={isSending}>
            {t('move.confirm', { status: t(`status.${to}`) })}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
