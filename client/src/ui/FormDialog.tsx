import { Button, Drawer, Group, type ModalProps, Text } from '@mantine/core';
import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { useFocusBack } from './useFocusBack';

export interface FormState {
  /** What is being sent is waited for: its answer is shown. */
  isSending: boolean;
  /** Something was typed that would be lost. */
  isDirty: boolean;
}

interface Props extends Partial<FormState>, Pick<ModalProps, 'title' | 'size' | 'children'> {
  onClose(): void;
  /** A dialog in the middle, or a drawer at the side. */
  kind?: 'dialog' | 'drawer';
}

/** A form over the page. It stays while it is being sent, and does not throw away what was typed without asking. */
export function FormDialog({
  onClose,
  isSending = false,
  isDirty = false,
  kind = 'dialog',
  children,
  ...props
}: Props) {
  useFocusBack();
  const guard = useGuard({ onClose, isSending, isDirty });
  const shared = {
    ...props,
    opened: true,
    onClose: guard.close,
    closeOnClickOutside: !isDirty && !isSending,
    closeButtonProps: { disabled: isSending },
  };
  const content = (
    <>
      {children}
      {guard.isAsking && <Question onKeep={guard.keep} onDrop={onClose} />}
    </>
  );
  return kind === 'drawer' ? (
    <Drawer position="right" {...shared}>
      {content}
    </Drawer>
  ) : (
    <Dialog {...shared}>{content}</Dialog>
  );
}

/** For a form that is further in than the dialog around it: tells it how the form is, before the next key is read. */
export function useTellForm(tell: (state: FormState) => void, { isSending, isDirty }: FormState): void {
  useLayoutEffect(() => tell({ isSending, isDirty }), [tell, isSending, isDirty]);
}

/** Closes at once where nothing would be lost, never while something is being sent, and else after a second word. */
function useGuard({ onClose, isSending, isDirty }: FormState & { onClose(): void }) {
  const [isAsked, setIsAsked] = useState(false);
  const isAsking = isAsked && isDirty && !isSending;
  return {
    isAsking,
    keep: () => setIsAsked(false),
    close() {
      if (isSending) return;
      if (isDirty && !isAsking) setIsAsked(true);
      else onClose();
    },
  };
}

function Question({ onKeep, onDrop }: { onKeep(): void; onDrop(): void }) {
  const { t } = useTranslation();
  return (
    <div
      role="alertdialog"
      aria-labelledby="discard-question"
      style={{
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        margin: '12px -16px -16px',
        padding: '12px 16px',
        borderTop: '1px solid var(--lb-line-strong)',
        background: 'var(--lb-amber-soft)',
      }}
    >
      <Text size="sm" id="discard-question">
        {t('discard.question')}
      </Text>
      <Group justify="flex-end" gap="xs" mt={8}>
        <Button size="xs" variant="default" data-autofocus autoFocus onClick={onKeep}>
          {t('discard.keep')}
        </Button>
        <Button size="xs" color="brick" variant="outline" onClick={onDrop}>
          {t('discard.drop')}
        </Button>
      </Group>
    </div>
  );
}
