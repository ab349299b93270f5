import { Button, type ButtonProps, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verb } from '../app/useVerb';
import { Dialog } from './Dialog';
import { RefusalNote } from './Failure';

interface Props {
  /** What is done, on the button and again in the question. */
  act: string;
  title: string;
  verb: Pick<Verb<never, never>, 'isSending' | 'refusal' | 'forget'>;
  look?: ButtonProps;
  /** True when it was done: the question goes. */
  onSure(): Promise<boolean>;
  onDone(): void;
  /** What it does, told before it is done. */
  children: ReactNode;
}

/** A button for what cannot be taken back: it asks first. */
export function SureButton({
  act,
  title,
  verb: { isSending, refusal, forget },
  look,
  onSure,
  onDone,
  children,
}: Props) {
  const { t } = useTranslation();
  const [isOpen, dialog] = useDisclosure(false);
  const open = (): void => {
    forget();
    dialog.open();
  };
  const confirm = async (): Promise<void> => {
    if (!(await onSure())) return;
    dialog.close();
    onDone();
  };
  return (
    <>
      <Button size="xs" variant="subtle" color="brick" aria-label={title} onClick={open} {...look}>
        {act}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={title}>
        {children}
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('act.cancel')}
          </Button>
          <Button color="brick" loading={isSending} onClick={() => void confirm()}>
            {act}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
