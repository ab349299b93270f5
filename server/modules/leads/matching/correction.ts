import { usualness } from '../checks/namePairs';
import { isSlipOfFinger } from './closeness';
import { isPersonsName } from './commonNames';
import { compareNames } from './compareNames';
import { isKnownGiven } from './givenNames';
import { isWrittenForm } from './nameForms';
import { type NamePart } from './person';
import { type KnownShares } from './shares';

/**
 * Whether a name is plainly another one put right: the whole of a short one, or a slip of the finger that is none any more.
 * Not another form or spelling of it, of which either may be the person's own: Bob is no better than Robert.
 */
export function isCorrectionOf(later: readonly NamePart[], former: readonly NamePart[], shares: KnownShares): boolean {
  if (later.length < former.length || !compareNames(later, former, shares)?.isSurelyOne) return false;
  const rest = [...later];
  return former
    .toSorted((a, b) => b.word.length - a.word.length)
    .every((part) => {
      const place = rest.findIndex(({ word }) => word === part.word);
      const better = place >= 0 ? place : rest.findIndex((one) => isBetter(one, part));
      if (better >= 0) rest.splice(better, 1);
      return better >= 0;
    });
}

function isBetter(later: NamePart, former: NamePart): boolean {
  if (former.word.length === 1) return later.word.startsWith(former.word);
  if (!isSlipOfFinger(later.word, former.word)) return false;
  for (const isRight of [isKnown, ({ word }: NamePart) => isWrittenForm(word)])
    if (isRight(later) !== isRight(former)) return isRight(later);
  // Of two forms either may be the person's own.
  if (isWrittenForm(later.word)) return false;
  return (usualness(later.word) ?? 0) > (usualness(former.word) ?? 0);
}

const isKnown = (part: NamePart): boolean => isKnownGiven(part) || isPersonsName(part.sound);
