import { Button, Group, Popover, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../app/useVerb';
import { RefusalNote } from '../../ui/Failure';
import styles from './admin.module.css';

interface Props {
  /** What is set, such as "Motor insurance, per lead". */
  label: string;
  /** The value as it is shown, which opens the form. */
  shown: ReactNode;
  isSoft?: boolean;
  isSending: boolean;
  refusal: Refusal | null;
  /** Forgets what was typed and refused before. */
  onOpen(): void;
  /** True when it was done, so that the form closes. */
  onSave(reason: string): Promise<boolean>;
  /** The inputs of the value. */
  children: ReactNode;
  /** What is refused stands at the field already. */
  isRefusalAtField: boolean;
}

/** A figure that opens a small form in its place: the new value and the reason for it. */
export function ValueEditor(props: Props) {
  const { label, shown, isSoft = false, onOpen } = props;
  const { t } = useTranslation('admin');
  const [isOpen, popover] = useDisclosure(false);
  const open = (): void => {
    onOpen();
    popover.open();
  };
  return (
    <Popover opened={isOpen} onChange={(open) => !open && popover.close()} width={300} trapFocus withArrow returnFocus>
      <Popover.Target>
        <UnstyledButton className={isSoft ? styles.inherited : styles.figure} onClick={isOpen ? popover.close : open}>
          {shown}
          <span className="lb-visually-hidden"> {t('prices.change', { label })}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ValueForm {...props} onClose={popover.close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function ValueForm({
  label,
  isSending,
  refusal,
  onSave,
  children,
  isRefusalAtField,
  onClose,
}: Props & { onClose(): void }) {
  const { t } = useTranslation('admin');
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    if (await onSave(reason.trim())) onClose();
  };
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="xs">
        {children}
        <TextInput
          size="sm"
          label={t('reason.label')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {!isRefusalAtField && <RefusalNote refusal={refusal} />}
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button size="xs" type="submit" loading={isSending} disabled={!reason.trim()}>
            {t('common:act.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
