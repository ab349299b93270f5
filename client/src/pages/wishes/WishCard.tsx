import { Badge, Button, Group, Progress, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { type BuyingWishFieldsFragment, PauseBuyingWishDocument } from '../../generated/wishes';
import { RefusalNote } from '../../ui/Failure';
import { When } from '../../ui/When';
import { Bought } from './Bought';
import { DeleteWish } from './DeleteWish';
import { ResumeWish } from './ResumeWish';
import { useConditions } from './useConditions';
import styles from './wishes.module.css';

interface Props {
  wish: BuyingWishFieldsFragment;
  onChange(): void;
  onGone(): void;
}

/** One wish: what it buys, how far it is within its limits of the day, and what can be done with it. */
export function WishCard({ wish, onChange, onGone }: Props) {
  const { t } = useTranslation('wishes');
  const { money } = useFormats();
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const pause = useVerb(PauseBuyingWishDocument, 'pauseBuyingWish');
  const isActive = wish.state === 'ACTIVE';
  const conditions = useConditions(wish);
  return (
    <section className={`lb-panel ${styles.wish}`} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId}>{wish.name}</h2>
        <Badge variant="light" tt="none" color={isActive ? 'bottle' : 'amber'}>
          {t(`state.${wish.state}`)}
        </Badge>
      </header>
      <ul className={styles.conditions} aria-label={t('conditions')}>
        {conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ul>
      <Text size="sm" mt="xs">
        {t('upTo', { price: money(wish.maxPrice) })} · {t(wish.isNamed ? 'named' : 'unnamed')}
      </Text>
      <div className={styles.limits}>
        <Limit
          title={t('today.spent')}
          text={t('today.of', { had: money(wish.spentToday), most: money(wish.dailyBudget) })}
          share={Number(wish.spentToday.minor) / Number(wish.dailyBudget.minor)}
        />
        <Limit
          title={t('today.bought')}
          text={t('today.of', { had: wish.boughtToday, most: wish.dailyCount })}
          share={wish.boughtToday / wish.dailyCount}
        />
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {wish.lastBoughtAt ? (
          <Trans t={t} i18nKey="last" components={{ when: <When at={wish.lastBoughtAt} /> }} />
        ) : (
          t('never')
        )}
      </Text>
      <RefusalNote refusal={pause.refusal} />
      <Group gap="xs" mt="sm">
        {isActive ? (
          <Button
            size="xs"
            variant="default"
            loading={pause.isSending}
            aria-label={t('pauseOf', { name: wish.name })}
            onClick={() => void pause.send({ input: { id: wish.id } })}
          >
            {t('pause')}
          </Button>
        ) : (
          <ResumeWish wish={wish} />
        )}
        <Button size="xs" variant="default" aria-label={t('changeOf', { name: wish.name })} onClick={onChange}>
          {t('change')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={isOpen}
          aria-label={t('bought.of', { name: wish.name })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('bought.open')}
        </Button>
        <DeleteWish wish={wish} onGone={onGone} />
      </Group>
      {isOpen && <Bought id={wish.id} />}
    </section>
  );
}

function Limit({ title, text, share }: { title: string; text: string; share: number }) {
  return (
    <div>
      <div className={styles.limitText}>
        <span className="lb-soft">{title}</span>
        <span className="lb-figures">{text}</span>
      </div>
      <Progress
        value={Math.min(100, share * 100)}
        color={share >= 1 ? 'amber' : 'bottle'}
        size="sm"
        aria-label={title}
      />
    </div>
  );
}
