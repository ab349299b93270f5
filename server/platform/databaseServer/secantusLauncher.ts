/**
 * The Python program that starts SecantusDB, with what it does dearly mended in its place:
 *
 * - Its command takes no time between sweeps and no time after which a transaction is given up, and what its file of
 *   settings says of them is not handed on.
 * - A quarter of its time it read and decoded for each command, several times, what it knows of the collection: rules,
 *   indexes, the profile that nobody sets. Rules are decoded once for equal bytes, indexes are read once for a view of the
 *   data.
 * - Of a hundred words of an `$in` it compared each with each row's: they are looked up in a set.
 * - An update took a row's entries out of all indexes and wrote them anew: it does so where a field of the index changed.
 * - Of a filter's fields it took the first that has an index, be it a range of which thousands of rows are, and none where
 *   an `$and` or `$or` stood beside them, so that a `findAndModify` read its whole collection: equal ones go first, the
 *   key and unique ones before others, and what is left is compared with each row as ever.
 * - It asked its socket for its own address with each command.
 * - A change stream worked out what it tells of every change of the database, the whole row too, before it left out what
 *   its pipeline leaves out by the collection: that comes first.
 */
export const LAUNCHER = `import functools, sys, threading
from datetime import datetime
import bson
from secantus import cli, commands, cursors, query, server, storage

cli.SecantusDBServer = functools.partial(
    cli.SecantusDBServer, ttl_sweep_seconds=float(sys.argv.pop(1)), transaction_lifetime_seconds=float(sys.argv.pop(1)))
Storage = storage.Storage
Server = server.SecantusDBServer
Server.address = functools.cached_property(Server.address.fget)
Server.address.__set_name__(Server, 'address')
decode = functools.lru_cache(maxsize=4096)(bson.decode)
local = threading.local()


def patch(owner, name):
    """Puts a function in the place of another, which it is given first."""
    def take(function):
        before = getattr(owner, name)
        setattr(owner, name, functools.wraps(before)(lambda *args, **kwargs: function(before, *args, **kwargs)))
        return function
    return take


# What is known of a collection.

@patch(Storage, '_coll_options')
def coll_options(read, self, db, coll):
    c = self._cursor(storage._COLL_TABLE)
    c.set_key(db, coll)
    if c.search() != 0:
        return None
    blob = bytes(c.get_value())
    return dict(decode(blob)) if blob else {}


def known_of(self):
    return self._tls.__dict__.setdefault('known', {})


def read_once(name):
    @patch(Storage, name)
    def read(read, self, db, coll):
        known = known_of(self)
        if (name, db, coll) not in known:
            found = read(self, db, coll)
            known[name, db, coll] = found if type(found) is dict else list(found)
        return known[name, db, coll]


for name in ('_iter_indexes', '_index_options_map'):
    read_once(name)

Storage.get_profile = lambda self, db: {'level': 0, 'slowms': 100, 'sampleRate': 1.0}


def forgetting(name):
    @patch(Storage, name)
    def run(run, self, *args, **kwargs):
        known_of(self).clear()
        try:
            return run(self, *args, **kwargs)
        finally:
            known_of(self).clear()


VIEW_BEGINS = ('_refresh_read_snapshot', 'release_thread_snapshot', '_install_txn_session', '_batch_transaction')
INDEXES_CHANGE = ('create_index', 'drop_index', 'set_index_expiry', 'set_index_options', 'drop_all_indexes',
                  'drop_collection', 'rename_collection', 'drop_database')
for name in VIEW_BEGINS + INDEXES_CHANGE:
    forgetting(name)


@patch(Storage, '_maybe_mark_multikey')
def mark_multikey(mark, self, db, coll, doc, indexes, marked):
    before = len(marked)
    after = mark(self, db, coll, doc, indexes, marked)
    if len(after) != before:
        known_of(self).clear()
    return after


# The words of an \`$in\`.

@patch(query, '_op_matches')
def op_matches(compare, values, op, arg, collation=None, *, field='', descend=True):
    if op == '$in' and collation is None and type(arg) is list and len(arg) > 4:
        if getattr(local, 'arg', None) is not arg:
            local.arg = arg
            local.words = frozenset(arg) if all(type(word) is str for word in arg) else None
        if local.words is not None and all(type(value) is str for value in values):
            return not local.words.isdisjoint(values)
        if local.words is not None and len(values) == 1 and type(values[0]) is list and query._expandable(values[0], descend):
            if all(type(value) is str for value in values[0]):
                return not local.words.isdisjoint(values[0])
    return compare(values, op, arg, collation, field=field, descend=descend)


# Which index serves a filter.

def is_plain(value):
    return not isinstance(value, (dict, list, bson.Regex))


def narrowest_first(self, db, coll, filter):
    fields = {field: value for field, value in filter.items() if not field.startswith('$')}
    if is_plain(fields.get('_id', {})):
        return {'_id': fields['_id']}
    if len(fields) < 2:
        return fields
    unique = {next(iter(key)) for _, key, _, is_unique in self._all_indexes(db, coll) if is_unique and len(key) == 1}
    return dict(sorted(fields.items(), key=lambda item: (not is_plain(item[1]), item[0] not in unique)))


@patch(Storage, '_try_index_id_keys')
def rows_of(find, self, db, coll, filter, *, collation=None):
    return find(self, db, coll, narrowest_first(self, db, coll, filter or {}), collation=collation)


# Index entries of an updated row.

SCALARS = (str, int, float, bool, bson.Int64, datetime, type(None))


def is_same(before, after):
    return before is after or (type(before) is type(after) and type(after) in SCALARS and before == after)


def fields_of(key_spec, partial):
    return {path.split('.')[0] for path in key_spec} | {path.split('.')[0] for path in partial}


def changed_indexes(before, after, indexes, partials):
    missing = object()
    changed = {f for f in {*before, *after} if not is_same(before.get(f, missing), after.get(f, missing))}
    return [i for i in indexes
            if any(type(way) is not int for way in i[1].values())
            or any(path.startswith('$') for path in partials.get(i[0], ()))
            or not changed.isdisjoint(fields_of(i[1], partials.get(i[0], ())))]


def updating(name):
    @patch(Storage, name)
    def run(run, *args, **kwargs):
        outer, local.isUpdating = getattr(local, 'isUpdating', False), True
        try:
            return run(*args, **kwargs)
        finally:
            local.isUpdating, local.updated = outer, None


for name in ('_update_matching_single_txn', '_update_chunk'):
    updating(name)


@patch(Storage, '_delete_index_entries')
def delete_entries(delete, self, db, coll, doc, indexes, partials=None, *, recordid):
    if not getattr(local, 'isUpdating', False) or partials is None:
        return delete(self, db, coll, doc, indexes, partials, recordid=recordid)
    # The new row's are written next.
    local.updated = (db, coll, recordid), doc


@patch(Storage, '_write_index_entries')
def write_entries(write, self, db, coll, doc, indexes, partials=None, *, recordid):
    row, before = getattr(local, 'updated', None) or (None, None)
    local.updated = None
    if row == (db, coll, recordid):
        indexes = changed_indexes(before, doc, indexes, partials)
        Storage._delete_index_entries.__wrapped__(self, db, coll, before, indexes, partials, recordid=recordid)
    return write(self, db, coll, doc, indexes, partials, recordid=recordid)


# Change streams of some collections.

def collections_of(pipeline):
    match = pipeline[1].get('$match') if len(pipeline) > 1 else None
    words = match.get('ns.coll') if match and list(match) == ['ns.coll'] else None
    return frozenset(words['$in']) if type(words) is dict and list(words) == ['$in'] else None


@patch(commands, '_aggregate_change_stream')
def open_stream(open_stream, doc, ctx, coll, pipeline, batch_size):
    local.opened = collections_of(pipeline)
    try:
        return open_stream(doc, ctx, coll, pipeline, batch_size)
    finally:
        local.opened = None


@patch(cursors.CursorRegistry, 'register_tailable')
def register(register, self, ns, producer, **options):
    told = getattr(local, 'opened', None)

    def produce():
        local.told = told
        try:
            return producer()
        finally:
            local.told = None

    return register(self, ns, producer if told is None else produce, **options)


@patch(Storage, 'read_oplog_scan')
def scan(scan, self, *, start_seq, limit, ns_filter=None):
    told = getattr(local, 'told', None)
    if told is None:
        return scan(self, start_seq=start_seq, limit=limit, ns_filter=ns_filter)
    # Commands on whole collections have a name of their own.
    is_told = lambda ns: ns_filter(ns) and (ns.partition('.')[2] in told or ns.endswith('.$cmd'))
    return scan(self, start_seq=start_seq, limit=limit, ns_filter=is_told)


sys.exit(cli.main())
`;
