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

/** Why it is not known which cards are asked for: it could not be looked up, or the address names what there is not. */
export type DeskFault = { error: unknown; retry(): void } | { unknown: readonly FilterName[] };

export interface DeskFilter {
  view: DeskView;
  statuses: readonly CardStatus[];
  chosen: Partial<Record<FilterName, string>>;
  /** How many choices narrow the cards. */
  count: number;
  niches: readonly NicheChoice[];
  members: readonly MemberChoice[];
  isManager: boolean;
  /** The choices as the API takes them, without the statuses; null until their names are looked up, and while there is a fault. */
  filter: CardFilter | null;
  fault: DeskFault | null;
  choose(name: FilterName, value: string | null): void;
  /** Takes these choices out of the address. */
  drop(names: readonly FilterName[]): void;
  clear(): void;
}

/** The choices of the address as they stand there. */
const chosenIn = (params: URLSearchParams): Partial<Record<FilterName, string>> =>
  Object.fromEntries(
    (['status', 'niche', 'region', 'assignee', 'from', 'to', 'view'] as const).flatMap((name) =>
      params.get(name) ? [[name, params.get(name)!]] : [],
    ),
  );

const VIEWS: readonly string[] = ['list', 'board'] satisfies DeskView[];

/** Those that mean nothing, of the choices that need no looking up. */
const meaningless = ({ status, from, to, view }: Partial<Record<FilterName, string>>): FilterName[] => [
  ...(status && !status.split(',').every((word) => word === '' || isStatus(word)) ? (['status'] as const) : []),
  ...(from && !isDay(from) ? (['from'] as const) : []),
  ...(to && !isDay(to) ? (['to'] as const) : []),
  ...(view && !VIEWS.includes(view) ? (['view'] as const) : []),
];

/** Whether it is a day as the address has it. */
export const isDay = (day: string | undefined): day is string => startOf(day) !== null;

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
  const chosen = useMemo(() => chosenIn(params), [params]);
  const statuses = useMemo(() => (chosen.status ?? '').split(',').filter(isStatus), [chosen]);
  const { niches, members, isManager, fault, isKnown, nicheId, regionId, assigneeId } = useLookedUp(chosen);
  const isUnassigned = (isManager && chosen.assignee === NOBODY) || undefined;
  const filter = useMemo<CardFilter | null>(
    () =>
      isKnown
        ? {
            nicheId,
            regionId,
            assigneeId,
            isUnassigned,
            boughtFrom: startOf(chosen.from),
            // The last day is a part of it.
            boughtTo: startOf(chosen.to, 1),
          }
        : null,
    [isKnown, nicheId, regionId, assigneeId, isUnassigned, chosen],
  );
  const change = (names: readonly FilterName[], value: string | null): void =>
    changeAddress((now) => {
      const next = new URLSearchParams(now);
      for (const name of names) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  return {
    view: chosen.view === 'board' ? 'board' : 'list',
    statuses,
    chosen,
    count: Object.keys(chosen).filter((name) => name !== 'view').length,
    niches,
    members,
    isManager,
    filter,
    fault,
    choose: (name, value) => change([name], value),
    drop: (names) => change(names, null),
    clear: () => changeAddress((now) => new URLSearchParams([...now].filter(([name]) => name === 'view'))),
  };
}

/** What the names of the address stand for. What is not found is a fault: without it, all cards would be meant, and given out. */
function useLookedUp(chosen: Partial<Record<FilterName, string>>) {
  const isManager = useViewer().role !== 'AGENT';
  const niches = useQuery(DeskNichesDocument, { fetchPolicy: 'cache-first' });
  const members = useQuery(DeskMembersDocument, { fetchPolicy: 'cache-first', skip: !isManager });
  const region = useQuery(DeskRegionDocument, {
    variables: { code: chosen.region ?? '' },
    skip: !chosen.region,
    fetchPolicy: 'cache-first',
  });
  const people = members.data?.members.nodes ?? [];
  const nicheId = niches.data?.niches.find(({ slug }) => slug === chosen.niche)?.id;
  const regionId = chosen.region ? region.data?.region?.id : undefined;
  const assigneeId = people.find(({ person }) => person.id === chosen.assignee)?.person.id;
  const isOfPerson = chosen.assignee !== undefined && chosen.assignee !== NOBODY;
  const looks = [
    ...(chosen.niche ? [{ name: 'niche' as const, query: niches, id: nicheId }] : []),
    ...(chosen.region ? [{ name: 'region' as const, query: region, id: regionId }] : []),
    ...(isManager && isOfPerson ? [{ name: 'assignee' as const, query: members, id: assigneeId }] : []),
  ];
  const unknown: FilterName[] = [
    ...meaningless(chosen),
    ...looks.flatMap(({ name, query, id }) => (query.data && !id ? [name] : [])),
    // An agent's cards are its own.
    ...(!isManager && chosen.assignee ? (['assignee'] as const) : []),
  ];
  const failed = looks.map(({ query }) => query).filter(({ error, data }) => error && !data);
  const fault: DeskFault | null =
    unknown.length > 0
      ? { unknown }
      : failed.length > 0
        ? { error: failed[0]!.error, retry: () => failed.forEach((query) => void query.refetch()) }
        : null;
  return {
    niches: niches.data?.niches ?? [],
    members: people,
    isManager,
    nicheId,
    regionId,
    assigneeId,
    fault,
    isKnown: !fault && looks.every(({ id }) => id),
  };
}
