import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import {
  type CampaignFieldsFragment,
  EndCampaignDocument,
  PauseCampaignDocument,
  ResumeCampaignDocument,
} from '../../generated/campaigns';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';
import { SureButton } from '../../ui/SureButton';

/** What a business can do with its campaign as it stands. */
export function Moves({ campaign }: { campaign: CampaignFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const pause = useVerb(PauseCampaignDocument, 'pauseCampaign');
  const { id, name, state } = campaign;
  if (state === 'ENDED') return null;
  return (
    <>
      <RefusalNote refusal={pause.refusal} />
      <Group gap="xs">
        {state === 'RUNNING' ? (
          <Button
            variant="default"
            loading={pause.isSending}
            aria-label={t('pauseOf', { name })}
            onClick={() => void pause.send({ input: { id } })}
          >
            {t('pause')}
          </Button>
        ) : (
          <Resume campaign={campaign} />
        )}
        <Button component={Link} to={`/campaigns/${id}/change`} variant="default" aria-label={t('changeOf', { name })}>
          {t('change')}
        </Button>
        <End campaign={campaign} />
      </Group>
    </>
  );
}

/** Lets a campaign take visitors or calls again, once the person has agreed to what is at stake. */
function Resume({ campaign }: { campaign: CampaignFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const { money } = useFormats();
  const [isOpen, dialog] = useDisclosure(false);
  const { send, isSending, refusal } = useVerb(ResumeCampaignDocument, 'resumeCampaign');
  const { id, name, model, hindrances, today, phone, maxPrice } = campaign;
  const limit = today?.limit;
  if (!limit) return null;
  const title = t('resumeOf', { name });
  const budget = money(limit);
  const confirm = async (): Promise<void> => {
    const { minor, currency } = limit;
    const outcome = await send({ input: { id, agreedPerDay: { minor, currency } } });
    if (outcome?.payload) dialog.close();
  };
  return (
    <>
      <Button aria-label={title} onClick={dialog.open}>
        {t('resume')}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={title}>
        {hindrances.includes('UNANSWERED') && (
          <Text size="sm" mb="sm">
            {t('unansweredFirst', { phone })}
          </Text>
        )}
        <Text size="sm">{t('stake', { budget, price: money(maxPrice), context: model })}</Text>
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('common:act.cancel')}
          </Button>
          <Button loading={isSending} onClick={() => void confirm()}>
            {t('agree', { budget })}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}

function End({ campaign: { id, name, model } }: { campaign: CampaignFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const verb = useVerb(EndCampaignDocument, 'endCampaign');
  return (
    <SureButton
      act={t('end')}
      title={t('endOf', { name })}
      look={{ size: 'sm' }}
      verb={verb}
      onSure={async () => Boolean((await verb.send({ input: { id } }))?.payload)}
      onDone={() => undefined}
    >
      <Text size="sm">{t('endMeans', { context: model })}</Text>
    </SureButton>
  );
}
