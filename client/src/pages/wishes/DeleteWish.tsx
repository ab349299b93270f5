import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import { type BuyingWishFieldsFragment, DeleteBuyingWishDocument } from '../../generated/wishes';
import { SureButton } from '../../ui/SureButton';

/** Deletes a wish after saying what that does. */
export function DeleteWish({ wish, onGone }: { wish: BuyingWishFieldsFragment; onGone(): void }) {
  const { t } = useTranslation('wishes');
  const verb = useVerb(DeleteBuyingWishDocument, 'deleteBuyingWish');
  return (
    <SureButton
      act={t('delete')}
      title={t('deleteOf', { name: wish.name })}
      verb={verb}
      onSure={async () => Boolean((await verb.send({ input: { id: wish.id } }))?.payload)}
      onDone={onGone}
    >
      <Text size="sm">{t('deleteMeans')}</Text>
    </SureButton>
  );
}
