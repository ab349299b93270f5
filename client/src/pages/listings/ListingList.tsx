import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MyListingsDocument, type MyListingsQuery } from '../../generated/listings';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { ListingBar } from './ListingBar';
import { ListingTable } from './ListingTable';
import { LiveListings } from './LiveListings';
import { RepriceDialog } from './RepriceDialog';
import type { ListingChoices } from './statuses';
import { WithdrawDialog } from './WithdrawDialog';

export type ListingRow = MyListingsQuery['myListings']['nodes'][number];

/** The most listings that one change may touch. */
const MOST_AT_ONCE = 100;

/** Listings of a status, what can be done with those that are selected, and sales as they happen. */
export function ListingList({
  choices: { status, kind },
  lotAddress,
  onChanged,
  onHeard,
}: {
  choices: ListingChoices;
  lotAddress(id: string): string;
  /** Something was put on sale, changed or withdrawn. */
  onChanged(): void;
  /** One that is shown changed by itself, such as by a sale. */
  onHeard(): void;
}) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<{ verb: 'reprice' | 'withdraw'; ids: ReadonlySet<string> } | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(MyListingsDocument, {
    variables: { filter: { statuses: [status], kind } },
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.myListings;
  if (nodes.length === 0) return <NoListings status={status} />;
  // What was sold out or withdrawn while it is shown stays in the list until the next look, but cannot be changed.
  const isOpen = (listing: ListingRow): boolean => listing.status === 'LISTED' || listing.status === 'DRAFT';
  const chosen = nodes.filter((listing) => picked.has(listing.id) && isOpen(listing));
  // What a dialog was opened for stays in it: news of what it did may come before its answer, or instead of it.
  const asked = nodes.filter(({ id }) => dialog?.ids.has(id));
  const open = (verb: 'reprice' | 'withdraw') => (): void =>
    setDialog({ verb, ids: new Set(chosen.map(({ id }) => id)) });
  const pick = (listings: readonly ListingRow[], isPicked: boolean): void => {
    const next = new Set(picked);
    for (const { id } of listings) {
      if (isPicked) next.add(id);
      else next.delete(id);
    }
    setPicked(next);
  };
  const changed = (): void => {
    void refetch();
    onChanged();
  };
  const close = (isDone: boolean): void => {
    setDialog(null);
    if (!isDone) return;
    setPicked(new Set());
    changed();
  };
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { myListings } }) => ({
        myListings: { ...myListings, nodes: [...before.myListings.nodes, ...myListings.nodes] },
      }),
    });
  return (
    <>
      <LiveListings ids={nodes.filter(isOpen).map(({ id }) => id)} onHeard={onHeard} />
      {nodes.some(isOpen) && (
        <ListingBar
          count={chosen.length}
          most={MOST_AT_ONCE}
          onReprice={open('reprice')}
          onWithdraw={open('withdraw')}
          onClear={() => setPicked(new Set())}
        />
      )}
      <ListingTable
        listings={nodes}
        lotAddress={lotAddress}
        isOpen={isOpen}
        isPicked={(id) => picked.has(id)}
        onPick={pick}
        onListed={changed}
      />
      {pageInfo.hasNextPage && <More load={more} />}
      {dialog?.verb === 'reprice' && <RepriceDialog listings={asked} onClose={close} />}
      {dialog?.verb === 'withdraw' && <WithdrawDialog listings={asked} onClose={close} />}
    </>
  );
}

function NoListings({ status }: Pick<ListingChoices, 'status'>) {
  const { t } = useTranslation('listings');
  const isFirstStep = status === 'LISTED' || status === 'DRAFT';
  return (
    <Empty
      title={t(`empty.${status}.title`)}
      text={t(`empty.${status}.text`)}
      action={isFirstStep ? { label: t('listMore'), to: '/leads?state=ACCEPTED' } : undefined}
    />
  );
}
