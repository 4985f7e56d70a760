"""The tables of a corpus file: a SQLite database with `application_id` `APPLICATION` and `user_version` `VERSION`.

`documents`, `names`, `spans` and `roles` hold what was read and only grow; a row does not depend on what else is there.
`entities` and `appearances` are made of them all whenever a question comes after new documents. `checksums` tells what
a `checksum` is of.
"""

APPLICATION = 0x6E65726E
"""«nern»"""

VERSION = 3
"""2: names have keys by the tables of other names, which those of version 1 do not meet; there are `roles`.
3: rows have checksums, documents their texts."""

TABLES = ("documents", "names", "spans", "roles", "entities", "appearances", "state")

SCHEMA = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,    -- in the order of arrival; no answer depends on it
    id TEXT NOT NULL UNIQUE,       -- as JSON: 7 and "7" are two; without an id the digest of the text
    digest TEXT NOT NULL,          -- SHA-256 of the document's JSON
    published TEXT,                -- ISO 8601, NULL where not known
    body BLOB NOT NULL,            -- the text, UTF-8, packed by zlib
    checksum INTEGER NOT NULL      -- of the row, of its spans and of its roles
);
CREATE TABLE names (               -- normal forms of spans and entities
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,      -- what counts of it: 'PER:владимир владимирович путин', 'LOC:россия'
    label TEXT NOT NULL,
    first TEXT,                    -- a person's parts as written, NULL where not known
    last TEXT,
    patronymic TEXT,
    checksum INTEGER NOT NULL      -- of the row
);
CREATE TABLE spans (               -- mentions, those inside longer names too
    document INTEGER NOT NULL REFERENCES documents,
    start INTEGER NOT NULL,        -- offsets in characters of the document's text
    stop INTEGER NOT NULL,
    text TEXT NOT NULL,
    lemma TEXT NOT NULL,
    name INTEGER NOT NULL REFERENCES names,    -- its own normal form
    meant INTEGER NOT NULL REFERENCES names,   -- the fullest name of its entity within the document
    PRIMARY KEY (document, start, stop)
) WITHOUT ROWID;
CREATE TABLE roles (               -- what documents say of people
    document INTEGER NOT NULL REFERENCES documents,
    meant INTEGER NOT NULL REFERENCES names,   -- as in spans
    lemma TEXT NOT NULL,
    PRIMARY KEY (document, meant, lemma)
) WITHOUT ROWID;
CREATE TABLE entities (            -- things across documents
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- the key of one of its names
    label TEXT NOT NULL,
    lemma TEXT NOT NULL,           -- the most frequent normal form among spans of that name
    documents INTEGER NOT NULL,
    mentions INTEGER NOT NULL
);
CREATE TABLE appearances (         -- which entity of the corpus an entity of a document is
    entity INTEGER NOT NULL REFERENCES entities,
    document INTEGER NOT NULL REFERENCES documents,
    meant INTEGER NOT NULL REFERENCES names,   -- as in spans
    confidence REAL NOT NULL,      -- 1.0 by its own name; lower where other documents had to tell
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, document, meant)
) WITHOUT ROWID;
CREATE TABLE state (
    linked INTEGER NOT NULL,       -- the last document that entities and appearances are made of
    checksum INTEGER NOT NULL      -- of these two tables and of that number
);
CREATE INDEX appearances_by_document ON appearances (document, meant);
"""
