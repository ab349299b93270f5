import { Checkbox, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exponentOf, type MoneyValue, parseMinor, useFormats } from '../../app/format';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { type GuidePriceFragment, SetBasePriceDocument } from '../../generated/admin';
import { ValueEditor } from './ValueEditor';

interface Props {
  /** Null: the average of all niches. */
  nicheId: string | null;
  name: string;
  model: GuidePriceFragment['model'];
  price: MoneyValue | null;
  currency: string;
  shown: ReactNode;
  isSoft: boolean;
  onChanged(): Promise<void>;
}

const typed = (price: MoneyValue | null): string =>
  price ? (Number(price.minor) / 10 ** exponentOf(price.currency)).toFixed(exponentOf(price.currency)) : '';

/** Sets one base price, or that a niche is not sold by a model. */
export function BasePriceEditor({ nicheId, name, model, price, currency, shown, isSoft, onChanged }: Props) {
  const { t } = useTranslation('admin');
  const { money } = useFormats();
  const [text, setText] = useState('');
  const [isSold, setIsSold] = useState(true);
  const [slip, setSlip] = useState<string | null>(null);
  const verb = useVerb(SetBasePriceDocument, 'setBasePrice');
  const label = t('prices.cell', { name, model: t(`common:model.${model}`) });
  const errors = fieldErrors(verb.refusal);
  const mayEnd = nicheId !== null && model !== 'LEAD';

  const minor = parseMinor(text, currency);
  const isFit = (): boolean => {
    const isNone = isSold && minor === null;
    setSlip(isNone ? t('prices.noAmount') : null);
    return !isNone;
  };
  const save = async (reason: string): Promise<boolean> => {
    const next = isSold && minor !== null ? { minor, currency } : null;
    const outcome = await verb.send({ input: { nicheId, model, price: next, reason } });
    if (!outcome?.payload) return false;
    await onChanged();
    notifications.show({
      message: next ? t('prices.set', { label, value: money(next) }) : t('prices.ended', { label }),
    });
    return true;
  };
  return (
    <ValueEditor
      label={label}
      shown={shown}
      isSoft={isSoft}
      verb={verb}
      fields={isSold ? ['price', 'price.minor'] : []}
      isDirty={text !== typed(price) || isSold !== (price !== null || !mayEnd)}
      onOpen={() => {
        verb.forget();
        setSlip(null);
        setText(typed(price));
        setIsSold(price !== null || !mayEnd);
      }}
      isFit={isFit}
      onSave={save}
    >
      <TextInput
        size="sm"
        inputMode="decimal"
        label={label}
        leftSection={<Text size="sm">{currency}</Text>}
        leftSectionWidth={48}
        data-autofocus
        disabled={!isSold}
        value={text}
        error={isSold && (slip ?? errors['price.minor'] ?? errors.price)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSlip(null);
          verb.mended('price');
        }}
      />
      {mayEnd && (
        <Checkbox
          size="sm"
          label={t('prices.sold')}
          checked={isSold}
          onChange={(event) => {
            setIsSold(event.currentTarget.checked);
            verb.mended('price');
          }}
        />
      )}
    </ValueEditor>
  );
}
