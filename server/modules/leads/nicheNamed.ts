import { nicheTree, type Niche } from '../catalog';
import { fold } from './checks/fold';

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The niche that a cell names by slug or name; children of any depth are niches like others, retired ones too. */
export function nicheNamed(text: string): Niche | undefined {
  const tree = nicheTree();
  const wanted = plain(text);
  return tree.bySlug(wanted.replaceAll(' ', '-')) ?? tree.list().find(({ name }) => plain(name) === wanted);
}
