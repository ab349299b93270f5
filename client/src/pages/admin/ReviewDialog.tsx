import { Button, Group, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMissing } from '../../app/useMissing';
import { useKeyedVerb } from '../../app/repeatKey';
import { fieldErrors } from '../../app/useVerb';
import { DecideSaleReviewDocument, type SaleReviewFieldsFragment } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog, type FormState, useTellForm } from '../../ui/FormDialog';

export type ReviewOutcome = 'RELEASE' | 'CANCEL';

interface Props {
  review: SaleReviewFieldsFragment;
  outcome: ReviewOutcome;
  onClose(isDone: boolean): void;
}

/** Asks why, and says what the decision does before it is done. */
export function ReviewDialog(props: Props) {
  const { t } = useTranslation('admin');
  const [state, setState] = useState<FormState>({ isSending: false, isDirty: false });
  return (
    <FormDialog onClose={() => props.onClose(false)} title={t(`reviews.title${props.outcome}`)} {...state}>
      <ReviewForm {...props} onState={setState} />
    </FormDialog>
  );
}

function ReviewForm({ review, outcome, onClose, onState }: Props & { onState(state: FormState): void }) {
  const { t } = useTranslation('admin');
  const [note, setNote] = useState('');
  const { send, isSending, refusal, mended } = useKeyedVerb(DecideSaleReviewDocument, 'decideSaleReview');
  const missing = useMissing();
  useTellForm(onState, { isSending, isDirty: note !== '' });
  const decide = async (): Promise<void> => {
    if (!missing.isGiven(note)) return;
    const answer = await send({ input: { saleId: review.id, outcome, note } });
    if (!answer?.payload) return;
    notifications.show({ message: t(`reviews.done${outcome}`) });
    onClose(true);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <Text size="sm" mb="sm">
        {t(`reviews.means${outcome}`)}
      </Text>
      <Textarea
        data-autofocus
        label={t('reviews.note')}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={note}
        error={missing.isMissing ? t('reason.missing') : fieldErrors(refusal).note}
        onChange={({ currentTarget }) => {
          missing.forget();
          mended('note');
          setNote(currentTarget.value);
        }}
      />
      <RefusalNote refusal={refusal} fields={['note']} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isSending} onClick={() => onClose(false)}>
          {t('common:act.cancel')}
        </Button>
        <Button type="submit" color={outcome === 'CANCEL' ? 'brick' : undefined} loading={isSending}>
          {t(outcome === 'CANCEL' ? 'reviews.cancel' : 'reviews.release')}
        </Button>
      </Group>
    </form>
  );
}
