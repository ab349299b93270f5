import { Alert, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useMissing } from '../../app/useMissing';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { EraseForPersonDocument } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Facts, Panel } from '../../ui/Panel';
import { Only } from './Only';
import { ReasonField } from './ReasonField';

interface Receipt {
  number: string;
  at: string;
}

/** Erases a person who asked in writing, since no code reaches them. Shows nothing of what is held. */
export function ErasePage() {
  const { t } = useTranslation('admin');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  return (
    <Only permission="ERASE_PEOPLE">
      <Page title={t('erase.title')} lead={t('erase.lead')}>
        {receipt && <Erased receipt={receipt} />}
        <EraseForm key={receipt?.number} onErased={setReceipt} />
      </Page>
    </Only>
  );
}

function EraseForm({ onErased }: { onErased(receipt: Receipt): void }) {
  const { t } = useTranslation('admin');
  const [contact, setContact] = useState('');
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const [contactMissing, reasonMissing, sureMissing] = [useMissing(), useMissing(), useMissing()];
  const verb = useVerb(EraseForPersonDocument, 'eraseForPerson');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given = [
      contactMissing.isGiven(contact),
      reasonMissing.isGiven(reason),
      sureMissing.isGiven(isSure ? 'yes' : ''),
    ];
    if (given.includes(false)) return;
    const { payload } = (await verb.send({ input: { contact, reason } })) ?? {};
    if (payload) onErased(payload);
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Stack gap="sm" maw={560}>
        <Text size="sm">{t('erase.means')}</Text>
        <TextInput
          label={t('erase.contact')}
          description={t('erase.contactMeans')}
          required
          autoComplete="off"
          maxLength={320}
          value={contact}
          error={contactMissing.isMissing ? t('erase.noContact') : fieldErrors(verb.refusal).contact}
          onChange={({ currentTarget }) => {
            contactMissing.forget();
            verb.mended('contact');
            setContact(currentTarget.value);
          }}
        />
        <ReasonField
          label={t('erase.reason')}
          description={t('erase.reasonMeans')}
          reason={reason}
          missing={reasonMissing}
          verb={verb}
          onReason={setReason}
        />
        <Checkbox
          label={t('erase.sure')}
          checked={isSure}
          error={sureMissing.isMissing && t('erase.notSure')}
          onChange={({ currentTarget }) => {
            sureMissing.forget();
            setSure(currentTarget.checked);
          }}
        />
        <RefusalNote refusal={verb.refusal} fields={['contact', 'reason']} />
        <Button type="submit" color="brick" loading={verb.isSending} style={{ alignSelf: 'start' }}>
          {t('erase.do')}
        </Button>
      </Stack>
    </form>
  );
}

function Erased({ receipt: { number, at } }: { receipt: Receipt }) {
  const { t } = useTranslation('admin');
  const { moment } = useFormats();
  return (
    <Alert role="status" variant="light" color="bottle">
      <Panel title={t('erase.done')}>
        <Facts
          facts={[
            [t('erase.number'), number],
            [t('record.at'), moment(at)],
          ]}
        />
        <Text size="sm">{t('erase.tell')}</Text>
      </Panel>
    </Alert>
  );
}
