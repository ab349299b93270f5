import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { type BuyingWishFieldsFragment, ResumeBuyingWishDocument } from '../../generated/wishes';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';

/** Lets a wish buy again, once the person has agreed to what is at stake. */
export function ResumeWish({ wish }: { wish: BuyingWishFieldsFragment }) {
  const { t } = useTranslation('wishes');
  const { money } = useFormats();
  const [isOpen, dialog] = useDisclosure(false);
  const { send, isSending, refusal } = useVerb(ResumeBuyingWishDocument, 'resumeBuyingWish');
  const { id, name, dailyBudget, dailyCount, maxPrice } = wish;
  const title = t('resumeOf', { name });
  const stake = money(dailyBudget);
  const confirm = async (): Promise<void> => {
    const { minor, currency } = dailyBudget;
    const outcome = await send({ input: { id, agreedPerDay: { minor, currency } } });
    if (outcome?.payload) dialog.close();
  };
  return (
    <>
      <Button size="xs" aria-label={title} onClick={dialog.open}>
        {t('resume')}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={title}>
        <Text size="sm">{t('stake', { budget: stake, count: dailyCount, price: money(maxPrice) })}</Text>
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('common:act.cancel')}
          </Button>
          <Button loading={isSending} onClick={() => void confirm()}>
            {t('agree', { budget: stake })}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
