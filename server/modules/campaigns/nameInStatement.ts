import { nameRefs } from '../ledger';
import { Campaigns } from './model';

/** A statement's file names the campaigns that money was set aside for or came back from. Answers with how to stop. */
export const nameInStatement = (): (() => void) =>
  nameRefs({
    column: 'campaign',
    role: 'campaignId',
    namesFor: async (businessId) => {
      const rows = await Campaigns.find({ businessId }, { name: 1 }).lean<{ _id: string; name: string }[]>();
      return new Map(rows.map(({ _id, name }) => [_id, name]));
    },
  });
