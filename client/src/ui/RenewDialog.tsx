import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../app/useVerb';
import { RefusalNote } from './Failure';
import { FormDialog } from './FormDialog';

interface Props {
  title: string;
  act: string;
  means: string;
  /** The words of ending the secret in use at once; null where there is none. */
  atOnce: string | null;
  isSending: boolean;
  refusal: Refusal | null;
  onRenew(endsFormerAtOnce: boolean): void;
  onClose(): void;
}

/** Asks what becomes of the secret in use before another is made. */
export function RenewDialog({ title, act, means, atOnce, isSending, refusal, onRenew, onClose }: Props) {
  const { t } = useTranslation();
  const [endsFormerAtOnce, setEnds] = useState(false);
  return (
    <FormDialog title={title} onClose={onClose} isSending={isSending} isDirty={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onRenew(endsFormerAtOnce);
        }}
      >
        <Text size="sm" mb="sm">
          {means}
        </Text>
        {atOnce !== null && (
          <Checkbox
            label={atOnce}
            checked={endsFormerAtOnce}
            onChange={({ currentTarget }) => setEnds(currentTarget.checked)}
          />
        )}
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" disabled={isSending} onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button type="submit" data-autofocus loading={isSending}>
            {act}
          </Button>
        </Group>
      </form>
    </FormDialog>
  );
}
