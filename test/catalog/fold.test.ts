import fc from 'fast-check';
import { foldName } from '../../server/modules/catalog/fold';
import { buildTree } from '../../server/modules/catalog/tree';

describe('spellings of one place', () => {
  test('meet under one key across case, accents, punctuation and script', () => {
    const same: string[][] = [
      ['Toshkent', 'Тошкент', 'TOSHKENT', ' toshkent '],
      ['Farg‘ona', 'Фарғона', "Farg'ona", 'Fargʻona'],
      ['Qo‘qon', 'Қўқон', 'qoqon'],
      ['Λάρισα', 'ΛΑΡΙΣΑ', 'Larisa', 'λαρισα'],
      ['Երևան', 'Երեւան', 'ԵՐԵՒԱՆ'],
      ['Győr', 'GYŐR', 'Gyor', 'Gyo\u030Br'],
      ['St. Louis', 'Saint Louis', 'st louis'],
      ['Dar es Salaam', 'Dar-es-Salaam', 'DAR ES SALAAM'],
    ];
    for (const names of same)
      expect([names[0], [...new Set(names.map(foldName))]]).toEqual([names[0], [foldName(names[0]!)]]);
  });

  test('a key is plain ASCII and folding it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = foldName(text);
        expect(key).toMatch(/^[a-z0-9]*$/);
        expect(foldName(key)).toBe(key === 'st' ? 'saint' : key);
      }),
    );
  });
});

describe('a tree in preorder', () => {
  const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 60 }).map((picks) =>
    picks.map((pick, index) => ({
      _id: `n${index}`,
      parentId: index === 0 || pick % 5 === 0 ? null : `n${pick % index}`,
    })),
  );

  test('a node’s range holds exactly itself and what lies under it', () => {
    fc.assert(
      fc.property(forest, (rows) => {
        const tree = buildTree(rows, (a, b) => (a._id < b._id ? -1 : 1));
        expect(tree.list()).toHaveLength(rows.length);
        for (const row of rows) {
          const [from, to] = tree.rangeOf(row._id);
          const within = tree
            .list()
            .slice(from, to + 1)
            .map(({ _id }) => _id);
          const under = rows.filter(({ _id }) => tree.pathOf(_id).some((node) => node._id === row._id));
          expect(new Set(within)).toEqual(new Set(under.map(({ _id }) => _id)));
          expect(tree.numberOf(row._id)).toBe(from);
        }
      }),
    );
  });

  test('an unknown id has an empty range and no number', () => {
    const tree = buildTree([{ _id: 'a', parentId: null }], () => 0);
    expect(tree.rangeOf('x')).toEqual([0, -1]);
    expect(tree.numberOf('x')).toBe(-1);
    expect(tree.byId('x')).toBeUndefined();
    expect(tree.isWithin('x', 'a')).toBe(false);
  });
});
