#!/usr/bin/env python3
"""A second reader of the catalogue, written from docs/edition-format.md alone. Needs Python 3.9 and nothing else.

    verify.py                    checks the vectors in this folder
    verify.py FOLDER ROOTHASH    checks an edition laid out as plain files against its catalogue's root
    verify.py --write            writes the expected values of the vectors anew

It knows no signatures: ROOTHASH is what the signed metadata names (docs/trust.md).
"""
import base64
import gzip
import hashlib
import re
import sys
import zlib
from pathlib import Path

MAGIC = b"tamizdat-catalogue 1 "
KINDS = set("page gone missing rss atom jsonfeed json sitemap text script calendar svg webp".split())
SEGMENT = r"[A-Za-z0-9_-][A-Za-z0-9._-]*"
PATH = re.compile(rf"{SEGMENT}(/{SEGMENT})*")
METADATA = re.compile(r"[0-9]+\.(root|targets|snapshot)\.json|timestamp\.json|bundle\.json")


class Wrong(Exception):
    """Something that is not as the format says; `key` is the word for it in the vectors."""

    def __init__(self, key, what):
        super().__init__(what)
        self.key = key


# Reading one node


def number(text):
    if not re.fullmatch("0|[1-9][0-9]{0,18}", text) or int(text) >= 1 << 63:
        raise Wrong("number", f"not a number: {text}")
    return int(text)


def digest(text):
    if not re.fullmatch("[A-Za-z0-9_-]{43}", text):
        raise Wrong("hash", f"not a SHA-256 in 43 characters: {text}")
    raw = base64.urlsafe_b64decode(text + "=")
    if base64.urlsafe_b64encode(raw).decode()[:43] != text:
        raise Wrong("hash", "the last character of a hash says more than 256 bits")
    return raw.hex()


def is_path(text):
    return len(text) <= 200 and PATH.fullmatch(text)


def parse(raw):
    """(level, lines); a line of a leaf is (path, hash, length, kind), of a branch (first, hash, length, files)."""
    if not raw.startswith(MAGIC) or not raw.endswith(b"\n"):
        raise Wrong("start", "not a catalogue node of version 1")
    if any(b > 0x7E for b in raw):
        raise Wrong("path", "a byte that is not ASCII")
    head, *rest = raw.decode("ascii")[:-1].split("\n")
    level = number(head[len(MAGIC):])
    lines = []
    for text in rest:
        fields = text.split("\t")
        if len(fields) != 4:
            raise Wrong("fields", f"not four fields: {text}")
        path, hash64, length, last = fields
        if lines and path <= lines[-1][0]:
            raise Wrong("order", f"{path} does not come after {lines[-1][0]}")
        if level == 0 and last not in KINDS:
            raise Wrong("kind", f"unknown kind {last}")
        line = (path, digest(hash64), number(length), last if level == 0 else number(last))
        if not is_path(path):
            raise Wrong("path", f"not a path: {path}")
        lines.append(line)
    if level > 0 and not lines:
        raise Wrong("children", "a branch without children")
    return level, lines


# Writing the tree of a set of files


def line(first, hash_hex, length, last):
    hash64 = base64.urlsafe_b64encode(bytes.fromhex(hash_hex)).decode().rstrip("=")
    return f"{first}\t{hash64}\t{length}\t{last}\n".encode("ascii")


def depth(path):
    bits = int.from_bytes(hashlib.sha256(path.encode("ascii")).digest(), "big")
    return (256 - bits.bit_length()) // 5


def cut(level, lines):
    """Groups of lines, each the content of one node."""
    groups, size = [], 0
    for each in lines:
        written = len(line(*each))
        if not groups or depth(each[0]) > level or len(groups[-1]) == 64 or size + written > 6000:
            groups.append([])
            size = 0
        groups[-1].append(each)
        size += written
    return groups


def tree(files):
    """The root's hash and all nodes by hash. `files`: (path, hash, length, kind) in any order."""
    nodes, level, lines = {}, 0, sorted(files)
    while True:
        above = []
        for group in cut(level, lines) or [[]]:
            raw = MAGIC + b"%d\n" % level + b"".join(line(*each) for each in group)
            name = hashlib.sha256(raw).hexdigest()
            nodes[name] = raw
            count = len(group) if level == 0 else sum(each[3] for each in group)
            above.append((group[0][0] if group else "", name, len(raw), count))
        if len(above) == 1:
            return above[0][1], nodes
        level, lines = level + 1, above


# Walking a tree that nobody vouches for but its root's hash


def node(get, name):
    raw = get(name)
    if raw is None:
        raise Wrong(name, f"catalogue node {name} is missing")
    if hashlib.sha256(raw).hexdigest() != name:
        raise Wrong(name, f"catalogue node {name} has changed")
    try:
        return raw, *parse(raw)
    except Wrong as wrong:
        raise Wrong(name, f"catalogue node {name}: {wrong}") from wrong


def walk(get, name, seen):
    """All files below a node; `seen` takes the names of the nodes."""
    seen.add(name)
    _, level, lines = node(get, name)
    if level == 0:
        return lines
    files = []
    for i, (first, child, length, count) in enumerate(lines):
        raw, below, inside = node(get, child)
        found = len(inside) if below == 0 else sum(each[3] for each in inside)
        if below != level - 1:
            raise Wrong(child, f"catalogue node {child} stands on the wrong level")
        if found != count or len(raw) != length:
            raise Wrong(child, f"catalogue node {child} is not as long as its parent says")
        if not inside or inside[0][0] != first or (i + 1 < len(lines) and inside[-1][0] >= lines[i + 1][0]):
            raise Wrong(child, f"catalogue node {child} is out of order")
        files += walk(get, child, seen)
    return files


# An edition as plain files


def read(path):
    return path.read_bytes() if path.is_file() else None


def check_folder(folder, root):
    faults, seen = [], set()
    try:
        files = walk(lambda name: read(folder / "tuf" / f"{name}.catalogue"), root, seen)
    except Wrong as wrong:
        return [str(wrong)], 0
    if tree(files)[0] != root:
        faults.append("the catalogue is not the tree that its files give")
    wanted = {f"tuf/{name}.catalogue" for name in seen} | {f[0] for f in files}
    for path, hash_hex, length, kind in files:
        raw = read(folder / path)
        if raw is None:
            faults.append(f"{path} is missing")
        elif len(raw) != length or hashlib.sha256(raw).hexdigest() != hash_hex:
            faults.append(f"{path} has changed")
    for path in sorted(wanted):
        packed, plain = read(folder / f"{path}.gz"), read(folder / path)
        try:
            if packed is not None and gzip.decompress(packed) != plain:
                faults.append(f"{path}.gz is not a compressed form of its file")
        except (OSError, EOFError, zlib.error):
            faults.append(f"{path}.gz does not unpack")
    # Brotli is not in the standard library: such variants may be there and are not looked into.
    wanted |= {f"{path}.{ending}" for path in wanted for ending in ("gz", "br")}
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = file.relative_to(folder).as_posix()
        metadata = file.parent == folder / "tuf" and METADATA.fullmatch(file.name)
        if name not in wanted and not metadata:
            faults.append(f"{name} is a file too much")
    return faults, len(files)


# The vectors

HERE = Path(__file__).resolve().parent
SETS = ["empty", "one", "hundred", "long-names", "two-thousand"]
KEPT = {"two-thousand": "en/2026/03/story-1234.html"}  # of this set only the nodes on the way to this file are kept


def two_thousand():
    for n in range(2000):
        raw = f"file {n}\n".encode("ascii")
        name = hashlib.sha256(raw).hexdigest()
        if n % 10 == 0:
            yield f"photo/{name[:16]}.webp", name, len(raw), "webp"
        else:
            yield f"en/2026/{n * 7919 % 12 + 1:02d}/story-{n:04d}.html", name, len(raw), "page"


def files_of(name):
    if name == "two-thousand":
        return list(two_thousand())
    rows = (HERE / name / "files.tsv").read_text("ascii").splitlines()
    return [(p, h, int(n), k) for p, h, n, k in (row.split("\t") for row in rows)]


def kept(name, root, nodes):
    """The names of the nodes that lie in the vectors."""
    if name not in KEPT:
        return set(nodes)
    names, at = set(), root
    while True:
        names.add(at)
        level, lines = parse(nodes[at])
        if level == 0:
            return names
        at = [child for first, child, _, _ in lines if first <= KEPT[name]][-1]


def check_vectors():
    faults = []
    for name in SETS:
        root, nodes = tree(files_of(name))
        if (HERE / name / "root.txt").read_text("ascii") != root + "\n":
            faults.append(f"{name}: the root is {root}")
        stored = {p.name.split(".")[0]: p.read_bytes() for p in (HERE / name / "nodes").iterdir()}
        if stored != {n: nodes[n] for n in kept(name, root, nodes)}:
            faults.append(f"{name}: other nodes")
        if walk(nodes.get, root, set()) != sorted(files_of(name)):
            faults.append(f"{name}: other files")
    for row in (HERE / "broken" / "expected.tsv").read_text("utf-8").splitlines()[1:]:
        file, key, _ = row.split("\t")
        try:
            parse((HERE / "broken" / file).read_bytes())
            faults.append(f"broken/{file}: accepted")
        except Wrong as wrong:
            if wrong.key != key:
                faults.append(f"broken/{file}: {wrong.key} instead of {key}")
    for row in (HERE / "damaged" / "expected.tsv").read_text("utf-8").splitlines()[1:]:
        case, root, damaged, _ = row.split("\t")
        try:
            walk(lambda name: read(HERE / "damaged" / case / f"{name}.catalogue"), root, set())
            faults.append(f"damaged/{case}: accepted")
        except Wrong as wrong:
            if wrong.key != damaged:
                faults.append(f"damaged/{case}: {wrong}")
    return faults


def write_vectors():
    for name in SETS:
        root, nodes = tree(files_of(name))
        folder = HERE / name / "nodes"
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        (HERE / name / "root.txt").write_text(root + "\n", "ascii")
        for each in kept(name, root, nodes):
            (folder / f"{each}.catalogue").write_bytes(nodes[each])


def main(arguments):
    if arguments == ["--write"]:
        write_vectors()
        return 0
    if not arguments:
        faults, said = check_vectors(), "All vectors are as the format says."
    elif len(arguments) == 2 and re.fullmatch("[0-9a-f]{64}", arguments[1]):
        faults, count = check_folder(Path(arguments[0]), arguments[1])
        said = f"All {count} files are as the catalogue says."
    else:
        print(__doc__, file=sys.stderr)
        return 2
    for fault in faults:
        print("WRONG ", fault)
    print(f"{len(faults)} things are wrong." if faults else said)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
