import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fieldErrors, type Refusal } from '../../app/useVerb';
import { RefusalNote } from '../../ui/Failure';
import { AskedFields } from './AskedFields';
import { ConsentFields } from './ConsentFields';
import styles from './Forms.module.css';
import { MarketFields } from './MarketFields';
import { Preview } from './Preview';
import type { KnownRegion } from './RegionField';
import { atFields, missingIn, type TypedForm } from './settings';
import { WordFields } from './WordFields';

interface Props {
  initial: TypedForm;
  region?: KnownRegion;
  /** Sends what is typed; answers with why it was refused, null where it was not. */
  onSend(typed: TypedForm): Promise<Refusal | null>;
  isSending: boolean;
  refusal: Refusal | null;
  sendWord: string;
}

/** All that an agency says of a form, with the page as it becomes beside it. */
export function Editor({ initial, region = null, onSend, isSending, refusal, sendWord }: Props) {
  const { t } = useTranslation('forms');
  const form = useForm<TypedForm>({
    initialValues: initial,
    validate: (typed) => Object.fromEntries(missingIn(typed).map((field) => [field, t(`missing.${field}`)])),
  });
  const send = async (typed: TypedForm): Promise<void> => {
    const refused = await onSend(typed);
    if (refused) form.setErrors(atFields(fieldErrors(refused)));
    else form.resetDirty(typed);
  };
  const atField = Object.keys(fieldErrors(refusal)).filter((field) => field.split('.')[0]! in initial);
  const focusFirst = (errors: object): void => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus();
  return (
    <div className={styles.columns}>
      <form className={styles.fields} onSubmit={form.onSubmit((typed) => void send(typed), focusFirst)} noValidate>
        <MarketFields form={form} region={region} />
        <WordFields form={form} />
        <ConsentFields form={form} />
        <AskedFields form={form} />
        <RefusalNote refusal={refusal} fields={atField} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {sendWord}
          </Button>
        </Group>
      </form>
      <div className={styles.aside}>
        <Preview typed={form.values} />
      </div>
    </div>
  );
}
