import { Button, CopyButton, Group, Text } from '@mantine/core';
import { Copy, Eye, Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { type CallFieldsFragment, OpenCallerDocument, type OpenCallerMutation } from '../../generated/calls';
import { RefusalNote } from '../../ui/Failure';
import styles from './calls.module.css';

type Opened = Extract<OpenCallerMutation['openCaller'], { __typename: 'OpenCallerPayload' }>;

/** Who called, with the middle of the number hidden; the business that paid sees it whole by a press, which is recorded. */
export function Caller({ call: { id, callerMasked, callerCountry, mayOpenCaller } }: { call: CallFieldsFragment }) {
  const { t } = useTranslation('calls');
  const { country } = useFormats();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { send, isSending, refusal } = useVerb(OpenCallerDocument, 'openCaller');
  const open = async (): Promise<void> => {
    const outcome = await send({ input: { callId: id } });
    if (outcome?.payload) setOpened(outcome.payload);
  };
  return (
    <>
      <p className={styles.caller}>
        {opened ? <a href={`tel:${opened.phone}`}>{opened.phoneText}</a> : (callerMasked ?? t('noCaller'))}
        {callerCountry && <span className="lb-soft"> {country(callerCountry)}</span>}
      </p>
      <RefusalNote refusal={refusal} />
      {opened && (
        <Group gap="xs">
          <Button
            component="a"
            href={`tel:${opened.phone}`}
            size="xs"
            leftSection={<Phone size={14} aria-hidden />}
            aria-label={t('caller.callOf', { phone: opened.phoneText })}
          >
            {t('caller.call')}
          </Button>
          <CopyButton value={opened.phone}>
            {({ copied, copy }) => (
              <Button
                size="xs"
                variant="default"
                leftSection={<Copy size={14} aria-hidden />}
                aria-label={t('caller.copyOf', { phone: opened.phoneText })}
                onClick={copy}
              >
                <span role="status">{t(copied ? 'common:act.copied' : 'common:act.copy')}</span>
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      {!opened && mayOpenCaller && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Eye size={14} aria-hidden />}
          loading={isSending}
          onClick={() => void open()}
        >
          {t('caller.open')}
        </Button>
      )}
      {mayOpenCaller && (
        <Text size="sm" c="dimmed" mt={4}>
          {t(opened ? 'caller.wasRecorded' : 'caller.isRecorded')}
        </Text>
      )}
    </>
  );
}
