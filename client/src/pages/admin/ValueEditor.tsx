import { Button, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusWrongHere } from '../../app/focusWrong';
import { useMissing } from '../../app/useMissing';
import type { Verb } from '../../app/useVerb';
import { RefusalNote } from '../../ui/Failure';
import { ReasonField } from './ReasonField';
import styles from './admin.module.css';

interface Props {
  /** What is set, such as "Motor insurance, per lead". */
  label: string;
  /** The value as it is shown, which opens the form. */
  shown: ReactNode;
  isSoft?: boolean;
  verb: Pick<Verb<never, never>, 'isSending' | 'refusal' | 'mended'>;
  /** Something was typed: a click beside the form does not throw it away. */
  isDirty: boolean;
  /** Forgets what was typed and refused before. */
  onOpen(): void;
  /** True for a value that can be sent; else its field says what is wrong. */
  isFit(): boolean;
  /** True when it was done, so that the form closes. */
  onSave(reason: string): Promise<boolean>;
  /** The inputs of the value. */
  children: ReactNode;
  /** Where who sees it may try values but save none: why not, and what the form is for. */
  trialOnly?: { opens: string; means: string } | undefined;
  /** What is refused of these stands at the inputs of the value. */
  fields: readonly string[];
}

/** A figure that opens a small form in its place: the new value and the reason for it. */
export function ValueEditor(props: Props) {
  const { label, shown, isSoft = false, isDirty, onOpen, trialOnly } = props;
  const { isSending } = props.verb;
  const { t } = useTranslation('admin');
  const [isOpen, popover] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const open = (): void => {
    onOpen();
    setReason('');
    popover.open();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={(open) => !open && !isSending && popover.close()}
      closeOnClickOutside={!isDirty && reason === '' && !isSending}
      closeOnEscape={!isSending}
      width={300}
      trapFocus
      withArrow
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={isSoft ? styles.inherited : styles.figure}
          onClick={isOpen ? () => !isSending && popover.close() : open}
        >
          {shown}
          <span className="lb-visually-hidden"> {trialOnly?.opens ?? t('prices.change', { label })}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ValueForm {...props} reason={reason} onReason={setReason} onClose={popover.close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function ValueForm({
  label,
  verb,
  isFit,
  onSave,
  children,
  fields,
  trialOnly,
  reason,
  onReason,
  onClose,
}: Props & { reason: string; onReason(reason: string): void; onClose(): void }) {
  const { t } = useTranslation('admin');
  const { isSending, refusal } = verb;
  const missing = useMissing();
  const save = async (): Promise<void> => {
    const areGood = [isFit(), missing.isGiven(reason)];
    if (areGood.includes(false)) return focusWrongHere();
    if (await onSave(reason.trim())) onClose();
  };
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!trialOnly) void save();
      }}
    >
      <Stack gap="xs">
        {children}
        {trialOnly ? (
          <Text size="sm">{trialOnly.means}</Text>
        ) : (
          <>
            <ReasonField size="sm" reason={reason} missing={missing} verb={verb} onReason={onReason} />
            <RefusalNote refusal={refusal} fields={[...fields, 'reason']} />
          </>
        )}
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" disabled={isSending} onClick={onClose}>
            {t(trialOnly ? 'common:act.close' : 'common:act.cancel')}
          </Button>
          {!trialOnly && (
            <Button size="xs" type="submit" loading={isSending}>
              {t('common:act.save')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
