import { Button } from '@mantine/core';
import { useDraft } from '../../app/useDraft';
import { useMissing } from '../../app/useMissing';
import { useVerb } from '../../app/useVerb';
import { RevealContactDocument, type RevealContactMutation } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { ReasonField } from './ReasonField';
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
  const [reason, setReason, forgetReason] = useDraft(`contact.${leadIds.join('.')}`, '');
  const verb = useVerb(RevealContactDocument, 'revealContact');
  const missing = useMissing();
  const reveal = async (): Promise<void> => {
    if (!missing.isGiven(reason)) return;
    const contacts: Contact[] = [];
    for (const leadId of leadIds) {
      const outcome = await verb.send({ input: { leadId, reason } });
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
        <ReasonField
          size="sm"
          label={words.why}
          description={words.recorded}
          reason={reason}
          missing={missing}
          verb={verb}
          onReason={setReason}
        />
        <Button type="submit" variant="default" loading={verb.isSending}>
          {words.reveal}
        </Button>
      </form>
      <RefusalNote refusal={verb.refusal} fields={['reason']} />
    </>
  );
}
