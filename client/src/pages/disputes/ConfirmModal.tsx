import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';
import type { Refusal } from '../../app/useVerb';
import { useWords } from './words';

/** The step before money moves: says exactly what will happen, and stays open with the reason when it did not. */
export function ConfirmModal({
  isOpen,
  onClose,
  title,
  confirm,
  color,
  onConfirm,
  isSending,
  refusal,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  confirm: string;
  color?: string;
  onConfirm: () => void;
  isSending: boolean;
  refusal: Refusal | null;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Dialog
      opened={isOpen}
      // While it is on its way nothing says that it did not happen.
      onClose={() => !isSending && onClose()}
      title={title}
      size="lg"
    >
      {children}
      <RefusalNote refusal={refusal && { ...refusal, message: words(refusal.message), problems: null }} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} disabled={isSending}>
          {t('act.cancel')}
        </Button>
        <Button data-autofocus color={color} onClick={onConfirm} loading={isSending}>
          {confirm}
        </Button>
      </Group>
    </Dialog>
  );
}
