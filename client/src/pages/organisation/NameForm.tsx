import { Alert, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, type Refusal } from '../../app/useVerb';
import { RefusalNote } from '../../ui/Failure';
import styles from './organisation.module.css';

interface Props {
  label: string;
  description: string;
  autoComplete: 'name' | 'organization';
  /** The name as it is. */
  name: string;
  /** The verb that changes it. */
  verb: { isSending: boolean; refusal: Refusal | null; mended(field: string): void };
  /** Answers the name as it is kept; null when it was not changed. */
  onSave(name: string): Promise<string | null>;
}

/** A name that is changed where it is shown. */
export function NameForm({ label, description, autoComplete, name, verb, onSave }: Props) {
  const { t } = useTranslation('organisation');
  const [typed, setTyped] = useState(name);
  const [isSaved, setIsSaved] = useState(false);
  const [before, setBefore] = useState(name);
  if (name !== before) {
    // Changed elsewhere: what is being typed stays.
    setBefore(name);
    if (typed === before) setTyped(name);
  }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsSaved(false);
    const kept = await onSave(typed);
    if (kept === null) return;
    setTyped(kept);
    setIsSaved(true);
  };
  return (
    <>
      <form noValidate className={styles.name} onSubmit={(event) => void save(event)}>
        <TextInput
          label={label}
          description={description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete={autoComplete}
          required
          maxLength={100}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setIsSaved(false);
            verb.mended('name');
          }}
          error={fieldErrors(verb.refusal).name}
        />
        <Button type="submit" variant="default" loading={verb.isSending}>
          {t('name.save')}
        </Button>
      </form>
      <RefusalNote refusal={verb.refusal} fields={['name']} />
      {isSaved && (
        <Alert role="status" variant="light" mb="sm">
          {t('name.saved')}
        </Alert>
      )}
    </>
  );
}
