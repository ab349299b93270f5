import { Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { told } from '../../app/told';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { CorrectMyDataDocument, type MyDataFieldsFragment, WithdrawMyConsentDocument } from '../../generated/rights';
import { RefusalNote } from '../../ui/Failure';
import { Facts, Panel } from '../../ui/Panel';
import { Calls } from './Calls';
import styles from './Rights.module.css';
import { standingOf } from './standingOf';

type Request = MyDataFieldsFragment['requests'][number];

interface Properties {
  language: string;
  token: string;
  request: Request;
  onChanged(held: MyDataFieldsFragment): void;
}

/** As it is written beside the contact itself. */
const dayOf = (moment: string): string => moment.slice(0, 10);

/** One request: what is held of it, who received it, and what the person can do about it. */
export function RequestCard({ language, token, request, onChanged }: Properties) {
  const { t } = useTranslation('rights');
  const { moment } = useFormats();
  const { niche, agency, submittedAt, contact, consent, proofs } = request;
  const standing = standingOf(request);
  const agreedTo = ({ text, at, method, page, userAgent, namedRecipients }: NonNullable<Request['consent']>) =>
    [
      [t('agreed'), `${text} (${moment(at)})`],
      [t('agreedBy'), t(`method.${method}`)],
      [t('agreedOn'), page],
      [t('agreedWith'), userAgent],
      [t('agreedFor'), namedRecipients.join('; ')],
    ] as const;
  return (
    <Panel title={t('request', { niche, agency })}>
      <Facts
        facts={[
          [t('since'), moment(submittedAt)],
          [t('state'), t(standing.key, standing)],
          [t('name'), contact.name],
          [t('phone'), contact.phone],
          [t('email'), contact.email],
          ...contact.details.map(({ label, value }) => [label, value] as const),
          [
            t('proven'),
            proofs
              .map(({ channel, method, at, alsoGivenAt }) =>
                t(`proof.${channel}`, {
                  method: [
                    t(`proofBy.${method}`),
                    ...(alsoGivenAt ? [t('alsoGiven', { day: dayOf(alsoGivenAt) })] : []),
                  ].join(', '),
                  moment: moment(at),
                }),
              )
              .join('; '),
          ],
          ...request.cameFrom.map(({ label, value }) => [label, value] as const),
          ...(consent ? agreedTo(consent) : []),
        ]}
      />
      <Calls token={token} calls={request.recordings} />
      <Recipients request={request} />
      {request.canCorrect ? (
        <Correct language={language} token={token} request={request} onChanged={onChanged} />
      ) : (
        <Text size="sm" mt="sm">
          {t('correct.beside')}
        </Text>
      )}
      {request.canWithdraw && <Withdraw language={language} token={token} request={request} onChanged={onChanged} />}
    </Panel>
  );
}

function Recipients({ request: { recipients } }: { request: Request }) {
  const { t } = useTranslation('rights');
  const { moment } = useFormats();
  return (
    <>
      <h3 className={styles.small}>{t('recipients')}</h3>
      <ul className={styles.list}>
        {recipients.map(({ name, kind, since, looks, lastLookAt }, place) => (
          <li key={place}>
            {name}: {t(`recipient.${kind}`)}
            {since && `, ${moment(since)}`}.{' '}
            {lastLookAt ? t('looked', { count: looks, moment: moment(lastLookAt) }) : t('notLooked')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Correct({ language, token, request, onChanged }: Properties) {
  const { t } = useTranslation('rights');
  const correct = useVerb(CorrectMyDataDocument, 'correctMyData');
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(request.contact.name);
  const known = request.contact.details.find(({ label }) => label === told('City'))?.value ?? '';
  const [city, setCity] = useState(known);
  const errors = fieldErrors(correct.refusal);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { token, requestId: request.id, name, ...(city === known ? {} : { city }) };
    const answer = await correct.send({ input, language });
    if (!answer?.payload) return;
    setOpen(false);
    onChanged(answer.payload.myData);
  };
  if (!isOpen)
    return (
      <Button size="xs" variant="default" mt="sm" mr="xs" onClick={() => setOpen(true)}>
        {t('correct.open')}
      </Button>
    );
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Text size="sm" mt="sm">
        {t('correct.means')}
      </Text>
      <TextInput
        label={t('name')}
        value={name}
        autoFocus
        error={errors.name}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          correct.mended('name');
        }}
      />
      <TextInput
        label={t('city')}
        value={city}
        error={errors.city}
        onChange={({ currentTarget }) => {
          setCity(currentTarget.value);
          correct.mended('city');
        }}
      />
      <RefusalNote refusal={correct.refusal} fields={['name', 'city']} />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" loading={correct.isSending}>
          {t('correct.do')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen(false)}>
          {t('back')}
        </Button>
      </Group>
    </form>
  );
}

function Withdraw({ language, token, request, onChanged }: Properties) {
  const { t } = useTranslation('rights');
  const withdraw = useVerb(WithdrawMyConsentDocument, 'withdrawMyConsent');
  const [isOpen, setOpen] = useState(false);
  const send = async (): Promise<void> => {
    const answer = await withdraw.send({ input: { token, requestId: request.id }, language });
    if (answer?.payload) onChanged(answer.payload.myData);
  };
  if (!isOpen)
    return (
      <Button size="xs" variant="default" mt="sm" onClick={() => setOpen(true)}>
        {t('withdraw.open')}
      </Button>
    );
  return (
    <>
      <Text size="sm" mt="sm">
        {t(request.canCorrect ? 'withdraw.means' : 'withdraw.besideMeans')}
      </Text>
      <RefusalNote refusal={withdraw.refusal} />
      <Group gap="xs" mt="xs">
        <Button size="xs" color="brick" autoFocus loading={withdraw.isSending} onClick={() => void send()}>
          {t('withdraw.sure')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen(false)}>
          {t('back')}
        </Button>
      </Group>
    </>
  );
}
