import { type Migration } from '../../../platform/manifest';
import { WITHDRAWN_BY_PERSON } from '../confirm/withdrawConsent';
import { type Lead, Leads, type WordOfPerson } from '../model';
import { ERASED_REASONS } from './eraseLead';

const PAGE = 500;

type Told = Pick<Lead, '_id' | 'state' | 'signals' | 'decision'>;

/** Leads from before kept what their person said as a signal, or as the reason of their last move alone. */
export const wordsOfEarlierLeads: Migration = {
  name: '0077-leads-keep-the-words-of-their-person',
  async up() {
    let last = '';
    for (;;) {
      const page = await Leads.find(
        { _id: { $gt: last }, state: { $in: ['REJECTED', 'WITHDRAWN', 'ERASED'] }, wordsOfPerson: { $exists: false } },
        { state: 1, signals: 1, decision: 1 },
      )
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<Told[]>();
      const updates = page
        .map((lead) => ({ _id: lead._id, words: wordsOf(lead) }))
        .filter(({ words }) => words.length > 0)
        .map(({ _id, words }) => ({ updateOne: { filter: { _id }, update: { $set: { wordsOfPerson: words } } } }));
      if (updates.length > 0) await Leads.bulkWrite(updates);
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
};

function wordsOf({ signals, decision }: Told): WordOfPerson[] {
  const denial = signals.find(({ code }) => code === 'DENIED_BY_PERSON');
  const words: WordOfPerson[] = denial ? [{ word: 'DENIED', at: denial.at }] : [];
  if (decision?.reason === WITHDRAWN_BY_PERSON) words.push({ word: 'WITHDRAWN', at: decision.at });
  if (decision?.reason === ERASED_REASONS.PERSON) words.push({ word: 'ERASED', at: decision.at });
  return words;
}
