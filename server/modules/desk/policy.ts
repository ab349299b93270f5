import { type Viewer } from '../../graphql/viewer';
import { type CardRow } from './model';

/** A card is its buyer's alone; an agent's only while it is given to that agent. */
export const mayWork = (viewer: Viewer, card: Pick<CardRow, 'buyerId' | 'assigneeId'>): boolean =>
  card.buyerId === viewer.organisationId && (viewer.role !== 'AGENT' || card.assigneeId === viewer.personId);
