import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { useViewer } from '../../app/session';
import {
  type CardFilter,
  type CardStatus,
  DeskMembersDocument,
  type DeskMembersQuery,
  DeskNichesDocument,
  type DeskNichesQuery,
  DeskRegionDocument,
} from '../../generated/desk';
import { isStatus } from './words';

export type DeskView = 'list' | 'board';
export type NicheChoice = DeskNichesQuery['niches'][number];
export type MemberChoice = DeskMembersQuery['members']['nodes'][number];
export type FilterName = 'status' | 'niche' | 'region' | 'assignee' | 'from' | 'to' | 'view';

/** The assignee of cards that are given to nobody, as the address has it. */
export const NOBODY = 'nobody';

export interface DeskFilter {
  view: DeskView;
  statuses: readonly CardStatus[];
  chosen: Partial<Record<FilterName, string>>;
  /** How many choices narrow the cards. */
  count: number;
  niches: readonly NicheChoice[];
  members: readonly MemberChoice[];
  isManager: boolean;
  /** The choices as the API takes them, without the statuses; null until their names are looked up. */
  filter: CardFilter | null;
  choose(name: FilterName, value: string | null): void;
  clear(): void;
}

/** The choices of the address; what makes no sense is left out. */
function chosenIn(params: URLSearchParams): Partial<Record<FilterName, string>> {
  const names: FilterName[] = ['niche', 'region', 'assignee'];
  const days = (['from', 'to'] as const).filter((name) => startOf(params.get(name)) !== null);
  return Object.fromEntries(
    [...names, ...days].flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])),
  );
}

/** The moment at which a day begins where the viewer is, some days later if asked; null for what is no day. */
function startOf(day: string | null | undefined, daysLater = 0): string | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  if (!year) return null;
  const at = new Date(Number(year), Number(month) - 1, Number(date) + daysLater);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Which cards are asked for, and how they are shown: kept in the address bar. */
export function useDeskFilter(): DeskFilter {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const isManager = useViewer().role !== 'AGENT';
  const chosen = useMemo(() => chosenIn(params), [params]);
  const statuses = useMemo(() => (params.get('status') ?? '').split(',').filter(isStatus), [params]);
  const niches = useQuery(DeskNichesDocument, { fetchPolicy: 'cache-first' });
  const members = useQuery(DeskMembersDocument, { fetchPolicy: 'cache-first', skip: !isManager });
  const region = useQuery(DeskRegionDocument, {
    variables: { code: chosen.region ?? '' },
    skip: !chosen.region,
    fetchPolicy: 'cache-first',
  });
  const people = members.data?.members.nodes ?? [];
  const isKnown =
    !(chosen.niche && niches.loading) &&
    !(chosen.region && region.loading) &&
    !(isManager && chosen.assignee && members.loading);
  const assignee = people.find(({ person }) => person.id === chosen.assignee)?.person.id;
  const isNobody = isManager && chosen.assignee === NOBODY;
  const nicheId = niches.data?.niches.find(({ slug }) => slug === chosen.niche)?.id;
  const regionId = chosen.region ? region.data?.region?.id : undefined;
  const filter = useMemo<CardFilter | null>(
    () =>
      isKnown
        ? {
            nicheId,
            regionId,
            assigneeId: assignee,
            isUnassigned: isNobody || undefined,
            boughtFrom: startOf(chosen.from),
            // The last day is a part of it.
            boughtTo: startOf(chosen.to, 1),
          }
        : null,
    [isKnown, nicheId, regionId, assignee, isNobody, chosen],
  );
  return {
    view: params.get('view') === 'board' ? 'board' : 'list',
    statuses,
    chosen,
    // A name that stands for nothing narrows nothing.
    count: [nicheId, regionId, assignee ?? isNobody, chosen.from, chosen.to, statuses.length].filter(Boolean).length,
    niches: niches.data?.niches ?? [],
    members: people,
    isManager,
    filter,
    choose: (name, value) =>
      changeAddress((now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      }),
    clear: () => changeAddress((now) => new URLSearchParams([...now].filter(([name]) => name === 'view'))),
  };
}
