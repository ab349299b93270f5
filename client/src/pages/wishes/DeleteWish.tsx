import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import { type BuyingWishFieldsFragment, DeleteBuyingWishDocument } from '../../generated/wishes';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';

/** Deletes a wish after saying what that does. */
export function DeleteWish({ wish, onGone }: { wish: BuyingWishFieldsFragment; onGone(): void }) {
  const { t } = useTranslation('wishes');
  const [isOpen, dialog] = useDisclosure(false);
  const { send, isSending, refusal } = useVerb(DeleteBuyingWishDocument, 'deleteBuyingWish');
  const title = t('deleteOf', { name: wish.name });
  const confirm = async (): Promise<void> => {
    const outcome = await send({ input: { id: wish.id } });
    if (!outcome?.payload) return;
    dialog.close();
    onGone();
  };
  return (
    <>
      <Button size="xs" variant="subtle" color="brick" aria-label={title} onClick={dialog.open}>
        {t('delete')}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={title}>
        <Text size="sm">{t('deleteMeans')}</Text>
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('common:act.cancel')}
          </Button>
          <Button color="brick" loading={isSending} onClick={() => void confirm()}>
            {t('delete')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
