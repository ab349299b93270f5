import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../app/useDraft';
import { useMissing } from '../../app/useMissing';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { RevealContactDocument, type RevealContactMutation } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import styles from './quarantine.module.css';

export type Contact = Extract<
  RevealContactMutation['revealContact'],
  { __typename: 'RevealContactPayload' }
>['contact'];

interface Props {
  leadIds: readonly string[];
  words: { why: string; recorded: string; reveal: string };
  /** Told once all of them could be shown, in the order of the leads. */
  onShown(contacts: Contact[]): void;
}

/** Asks why the contacts of these leads have to be seen; each look is recorded before its contact is shown. */
export function RevealForm({ leadIds, words, onShown }: Props) {
  const { t } = useTranslation('admin');
  const [reason, setReason, forgetReason] = useDraft(`contact.${leadIds.join('.')}`, '');
  const { send, isSending, refusal, mended } = useVerb(RevealContactDocument, 'revealContact');
  const { isMissing, isGiven, forget } = useMissing();
  const reveal = async (): Promise<void> => {
    if (!isGiven(reason)) return;
    const contacts: Contact[] = [];
    for (const leadId of leadIds) {
      const outcome = await send({ input: { leadId, reason } });
      if (!outcome?.payload) return;
      contacts.push(outcome.payload.contact);
    }
    onShown(contacts);
    forgetReason();
  };
  return (
    <>
      <form
        noValidate
        className={styles.reveal}
        onSubmit={(event) => {
          event.preventDefault();
          void reveal();
        }}
      >
        <TextInput
          size="sm"
          label={words.why}
          description={words.recorded}
          required
          maxLength={500}
          value={reason}
          error={isMissing ? t('reason.missing') : fieldErrors(refusal).reason}
          onChange={(event) => {
            forget();
            mended('reason');
            setReason(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" loading={isSending}>
          {words.reveal}
        </Button>
      </form>
      <RefusalNote refusal={refusal} fields={['reason']} />
    </>
  );
}
