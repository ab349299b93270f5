import { now } from '../../../platform/clock';
import { Leads } from '../model';
import { type PersonsWord } from '../rules';

/** Keeps on a lead what its person said of it, once, in the open transaction: whoever has the contact reads it there. */
export async function noteWord(leadId: string, word: PersonsWord): Promise<void> {
  await Leads.updateOne(
    { _id: leadId, 'wordsOfPerson.word': { $ne: word } },
    { $push: { wordsOfPerson: { word, at: now() } } },
  );
}
