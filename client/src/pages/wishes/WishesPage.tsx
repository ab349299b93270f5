import { useQuery } from '@apollo/client/react';
import { Anchor, Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useSession } from '../../app/session';
import { type BuyingWishFieldsFragment, BuyingWishesDocument } from '../../generated/wishes';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { WishCard } from './WishCard';
import { WishDialog } from './WishDialog';
import styles from './wishes.module.css';

/** What the business buys by itself when an agency offers it: made, changed, paused, and watched against its limits. */
export function WishesPage() {
  const { may } = useSession();
  return may('BUY_LEADS') ? <OwnWishes /> : <Missing />;
}

function OwnWishes() {
  const { t } = useTranslation('wishes');
  const [edited, setEdited] = useState<BuyingWishFieldsFragment | 'new' | null>(null);
  const { data, error, refetch } = useQuery(BuyingWishesDocument);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const wishes = data.buyingWishes;
  const close = (): void => setEdited(null);
  return (
    <Page
      title={t('title')}
      lead={
        <>
          <Anchor component={Link} to="/market" inherit>
            {t('common:navigation.market')}
          </Anchor>{' '}
          · {t('lead')}
        </>
      }
      actions={
        wishes.length > 0 && (
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEdited('new')}>
            {t('make')}
          </Button>
        )
      }
    >
      {wishes.length === 0 && (
        <Empty title={t('none')} text={t('noneMeans')} action={{ label: t('make'), onClick: () => setEdited('new') }} />
      )}
      {wishes.length > 0 && (
        <ul className={styles.wishes}>
          {wishes.map((wish) => (
            <li key={wish.id}>
              <WishCard wish={wish} onChange={() => setEdited(wish)} onGone={() => void refetch()} />
            </li>
          ))}
        </ul>
      )}
      {edited && (
        <WishDialog
          wish={edited === 'new' ? null : edited}
          onClose={close}
          onSaved={() => {
            close();
            void refetch();
          }}
        />
      )}
    </Page>
  );
}
