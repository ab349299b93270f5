import { invalidInput } from '../../platform/errors';
import { foldName } from './fold';

interface Named {
  _id: string;
  name: string;
}

/**
 * Refuses a name that another one at the same place of the tree bears, however the two are written: nobody could tell them
 * apart in a list. `field` is what was given that brought them together.
 */
export function refuseSameName(own: Named, beside: readonly Named[], field: 'name' | 'parentId'): void {
  const key = foldName(own.name);
  const same = key && beside.find(({ _id, name }) => _id !== own._id && foldName(name) === key);
  if (!same) return;
  throw invalidInput(
    field === 'name'
      ? `“${same.name}” is there already. Give a name that tells the two apart.`
      : `There is a “${same.name}” under it already. Give this one another name first.`,
    [field],
  );
}
