import { Badge, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useSession, useViewer } from '../../app/session';
import { useVerb } from '../../app/useVerb';
import {
  type CallFieldsFragment,
  MarkCallConvertedDocument,
  TakeBackCallConversionDocument,
} from '../../generated/calls';
import { RefusalNote } from '../../ui/Failure';
import styles from './calls.module.css';

/** Whether a call became a lead or a sale, as its business says: by a press here, or by its server. */
export function CallConversion({ call: { id, conversion, answeredAt, seconds } }: { call: CallFieldsFragment }) {
  const { t } = useTranslation('calls');
  const { moment } = useFormats();
  const { may } = useSession();
  const isOwn = useViewer().organisation.kind === 'BUSINESS' && may('BUY_LEADS');
  const mark = useVerb(MarkCallConvertedDocument, 'markCallConverted');
  const takeBack = useVerb(TakeBackCallConversionDocument, 'takeBackCallConversion');
  // One that the provider lost meanwhile has no length.
  const isTalked = typeof seconds === 'number' || Boolean(answeredAt);
  const verb = conversion ? takeBack : mark;
  return (
    <>
      <div role="status" className={styles.line}>
        {conversion ? (
          <>
            <Badge variant="light" tt="none" color="bottle">
              {t('conversion.mark', { kind: conversion.kind })}
            </Badge>{' '}
            {t(`conversion.saidBy.${conversion.saidBy}`, { moment: moment(conversion.at) })}
          </>
        ) : (
          t(isTalked ? 'conversion.none' : 'conversion.untalked')
        )}
      </div>
      <RefusalNote refusal={verb.refusal} />
      {isOwn && (conversion || isTalked) && (
        <>
          <Button
            size="xs"
            variant="default"
            mt="xs"
            loading={verb.isSending}
            onClick={() => void verb.send({ input: { callId: id } })}
          >
            {t(conversion ? 'conversion.takeBack' : 'conversion.say')}
          </Button>
          <Text size="sm" c="dimmed" mt={4}>
            {t('conversion.means', { id })}
          </Text>
        </>
      )}
    </>
  );
}
