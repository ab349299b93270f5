import { useQuery } from '@apollo/client/react';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { OneCallDocument } from '../../generated/calls';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { useFocusBack } from '../../ui/useFocusBack';
import { CallDetails } from './CallDetails';

/** One call beside the list, which stays where it is. */
export default function CallDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation('calls');
  const { moment } = useFormats();
  useFocusBack();
  const { data, error, refetch } = useQuery(OneCallDocument, { variables: { id } });
  const call = data?.call;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
      title={call ? t('openOf', { moment: moment(call.at) }) : t('title')}
    >
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <PageSkeleton rows={4} />}
      {call === null && (
        <Empty title={t('gone')} text={t('goneMeans')} action={{ label: t('common:act.close'), onClick: onClose }} />
      )}
      {call && <CallDetails call={call} />}
    </Drawer>
  );
}
