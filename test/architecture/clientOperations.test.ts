import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, Kind, validate } from 'graphql';
import { allRules } from '../../server/graphql/guards';
import { makeSchema } from '../../server/graphql/schema';

/** What the web client sends has to pass the limits that the server sets everybody. */

const FOLDER = path.join(__dirname, '../../client/src/generated');

interface Operation {
  name: string;
  document: DocumentNode;
}

function operationsOf(file: string): Operation[] {
  const documents = Object.values(jest.requireActual<Record<string, DocumentNode>>(path.join(FOLDER, file)));
  return documents.flatMap((document) =>
    (document.definitions ?? []).flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [{ name: definition.name!.value, document }] : [],
    ),
  );
}

const operations = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .flatMap(operationsOf);
const schema = makeSchema();

test.each(operations)('$name passes the rules of the API', ({ document }) => {
  expect(validate(schema, document, allRules).map(({ message }) => message)).toEqual([]);
});

test('no two operations of the client have one name', () => {
  const names = operations.map(({ name }) => name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
