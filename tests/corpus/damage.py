"""Damages of a corpus file, by chance and by hand."""

import random
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

PAGE = 4096

Damage = Callable[[Path, random.Random], object]


def flip_a_bit(path: Path, chance: random.Random) -> None:
    """Change one bit anywhere."""
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def change_bytes(path: Path, chance: random.Random) -> None:
    """Write up to eight bytes over others."""
    content = bytearray(path.read_bytes())
    start = chance.randrange(len(content) - 8)
    for place in range(start, start + chance.randrange(1, 9)):
        content[place] = chance.randrange(256)
    path.write_bytes(content)


def change_text(path: Path, chance: random.Random) -> None:
    """Change a byte of a Cyrillic letter, as it stands in names, forms and ids."""
    content = bytearray(path.read_bytes())
    places = [place for place, byte in enumerate(content) if byte in (0xD0, 0xD1)]
    content[chance.choice(places) + chance.randrange(2)] = chance.randrange(256)
    path.write_bytes(content)


def cut_short(path: Path, chance: random.Random) -> None:
    """Lose the end of the file."""
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(200, len(content))])


def zero_a_page(path: Path, chance: random.Random) -> None:
    """Lose a page but the first, as after a crash of the machine."""
    content = bytearray(path.read_bytes())
    start = chance.randrange(1, len(content) // PAGE) * PAGE
    content[start : start + PAGE] = bytes(PAGE)
    path.write_bytes(content)


def swap_pages(path: Path, chance: random.Random) -> None:
    """Put one page in the place of another."""
    content = bytearray(path.read_bytes())
    one, other = (chance.randrange(1, len(content) // PAGE) * PAGE for _ in range(2))
    content[one : one + PAGE] = content[other : other + PAGE]
    path.write_bytes(content)


def change_a_day(path: Path, chance: random.Random) -> None:
    """Move a document to another year."""
    run(path, f"UPDATE documents SET published = '1{chance.randrange(900) + 100}-01-01T00:00:00' WHERE number % 7 = 3")


def plant_a_trigger(path: Path, _: random.Random) -> None:
    """Let SQLite delete when a document is added."""
    run(path, "CREATE TRIGGER planted AFTER INSERT ON documents BEGIN DELETE FROM spans; END")


def change_a_row(path: Path, chance: random.Random) -> None:
    """Change a value of any column but the keys of the reader."""
    table, change = chance.choice(ROWS)
    run(path, f"UPDATE {table} SET {change}")


def exchange_an_index(path: Path, _: random.Random) -> None:
    """Let an index be another one."""
    run(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name LIKE '%autoindex_names_1')"
        " WHERE name = 'appearances_by_document'",
    )


ROWS = (
    ("names", "last = 'Чужой' WHERE number = 1"),
    ("names", "label = 'ORG' WHERE number = (SELECT number FROM names WHERE label = 'LOC')"),
    ("spans", "start = start + 1 WHERE document = 3"),
    ("spans", "text = CAST(text AS BLOB) WHERE document = 4"),
    ("spans", "lemma = lemma || char(0) WHERE document = 5"),
    ("spans", "meant = name + 1 WHERE document = 6"),
    ("roles", "lemma = 'король'"),
    ("documents", "digest = 'x' WHERE number = 2"),
    ("documents", "published = NULL WHERE number > 1"),
    ("documents", "checksum = checksum + 1 WHERE number = 2"),
    ("entities", "lemma = 'Чужой' WHERE number = 1"),
    ("entities", "documents = documents + 1 WHERE number = 2"),
    ("appearances", "confidence = confidence / 2 WHERE document = 3"),
    ("appearances", "confidence = confidence - 1e-16 WHERE confidence < 0.9"),
    ("state", "linked = linked - 1"),
    ("state", "checksum = 0"),
)

DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (
        flip_a_bit, change_bytes, change_text, cut_short, zero_a_page, swap_pages, change_a_day, plant_a_trigger,
        change_a_row, exchange_an_index,
    )
}  # fmt: skip


def run(path: Path, *statements: str) -> None:
    """Run statements as anybody could who has the file."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
