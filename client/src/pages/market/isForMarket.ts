import type { Viewer } from '../../app/session';

/** Agents work the cards that others buy, or the leads that others sell. */
export const isForMarket = ({ role }: Viewer): boolean => role !== 'AGENT';
