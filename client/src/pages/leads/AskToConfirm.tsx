import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { useVerb } from '../../app/useVerb';
import { type AskOutcome, AskToConfirmDocument, type ProofChannel } from '../../generated/leads';
import { RefusalNote } from '../../ui/Failure';
import type { LeadDetails } from './LeadPage';

const CHANNELS: readonly ProofChannel[] = ['EMAIL', 'PHONE'];
const ANSWERED: readonly string[] = ['CONFIRMED_BY_LINK', 'CONFIRMED_BY_CODE'];

/** Has the person of a lead asked whether the request is theirs, by the channels that have not been answered yet. */
export function AskToConfirm({ lead: { id, state, verification, preview } }: { lead: LeadDetails }) {
  const { t } = useTranslation('leads');
  const { may } = useSession();
  const ask = useVerb(AskToConfirmDocument, 'askToConfirm');
  const [told, setTold] = useState<{ channel: ProofChannel; outcome: AskOutcome } | null>(null);
  const isKept = state === 'ACCEPTED' || state === 'QUARANTINED';
  const reached: Record<ProofChannel, boolean> = { EMAIL: preview.hasEmail, PHONE: preview.line === 'MOBILE' };
  const open = CHANNELS.filter(
    (channel) =>
      reached[channel] &&
      !verification.proofs.some(
        (proof) => proof.channel === channel && ANSWERED.includes(proof.method) && !proof.alsoGivenAt,
      ),
  );
  if (!isKept || open.length === 0 || !may('UPLOAD_LEADS')) return null;
  const send = async (channel: ProofChannel): Promise<void> => {
    setTold(null);
    const answer = await ask.send({ input: { leadIds: [id], channel } });
    const [asked] = answer?.payload?.asked ?? [];
    if (asked) setTold({ channel, outcome: asked.outcome });
  };
  return (
    <section aria-label={t('ask.title')}>
      <Text size="sm" mt={8}>
        {t('ask.means')}
      </Text>
      <Group gap="xs" mt={4}>
        {open.map((channel) => (
          <Button key={channel} size="xs" variant="default" loading={ask.isSending} onClick={() => void send(channel)}>
            {t(`ask.by.${channel}`)}
          </Button>
        ))}
      </Group>
      <RefusalNote refusal={ask.refusal} />
      {told && (
        <Alert role="status" variant="light" color={told.outcome === 'ASKED' ? 'bottle' : 'amber'} mt="xs">
          {t(`ask.outcome.${told.outcome}`)}
        </Alert>
      )}
    </section>
  );
}
