#!/usr/bin/env python3
"""Verifies a bundle of evidence without Scrutineer: python3 verify.py FOLDER [KEY] [EARLIER-CHECKPOINT]

FOLDER is a bundle, or a site of plain files that holds one in log/. This file shares no code with the program and needs
nothing but Python 3.8 or later. KEY is the text name+id+key that the election's organisers made public beforehand, or a
file that holds it; without it the bundle's own key is used, which proves only that the bundle fits itself. Exit code 0:
everything fits. 1: something does not; each line says what. 2: the call is wrong.

What is checked: the signature under the checkpoint (ECDSA on P-256, SHA-256); every entry against its hash, every hash
against the root (RFC 6962, section 2.1); all tiles (C2SP tlog-tiles); the files that entries name by their SHA-256;
published copies against the leaves that they open; and that the log only grew since the earlier checkpoint.
"""
import base64
import hashlib
import json
import os
import sys

# The curve P-256 (FIPS 186-5, SP 800-186): y^2 = x^3 - 3x + b over the integers modulo P; G generates N points.
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
# A public key of this curve in the form SPKI is this header and the coordinates x and y.
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200") + b"\x04"
problems = []


def say(text):
    problems.append(text)
    print("DOES NOT FIT  " + text)


def add(a, b):
    """The sum of two points; None is the point at infinity."""
    if a is None or b is None:
        return b if a is None else a
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], P - 2, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], P - 2, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def times(k, point):
    total = None
    while k:
        if k & 1:
            total = add(total, point)
        point = add(point, point)
        k >>= 1
    return total


def integers(der):
    """The two whole numbers of a signature in DER."""
    numbers, at = [], 2
    if len(der) < 8 or der[0] != 0x30 or der[1] != len(der) - 2:
        return None
    for _ in range(2):
        if at + 2 > len(der) or der[at] != 2:
            return None
        length = der[at + 1]
        numbers.append(int.from_bytes(der[at + 2 : at + 2 + length], "big"))
        at += 2 + length
    return numbers if at == len(der) else None


def signed(message, signature, point):
    """Whether a signature over a message is right (FIPS 186-5, section 6.4.2)."""
    numbers = integers(signature)
    if numbers is None or not all(0 < n < N for n in numbers):
        return False
    r, s = numbers
    inverse = pow(s, N - 2, N)
    e = int.from_bytes(hashlib.sha256(message).digest(), "big")
    sum_ = add(times(e * inverse % N, G), times(r * inverse % N, point))
    return sum_ is not None and sum_[0] % N == r


def key_of(text):
    """Name, identifier and point of a key's text; None where it is none."""
    parts = text.strip().split("+", 2)
    try:
        raw = base64.b64decode(parts[2], validate=True)
    except (IndexError, ValueError):
        return None
    if raw[:1] != b"\x02" or not raw[1:].startswith(SPKI) or len(raw) != 1 + len(SPKI) + 64:
        return None
    x, y = (int.from_bytes(raw[-64:][i : i + 32], "big") for i in (0, 32))
    if (y * y - x * x * x + 3 * x - B) % P:
        return None
    identifier = hashlib.sha256(raw[1:]).digest()[:4]
    return (parts[0], identifier, (x, y)) if identifier.hex() == parts[1] else None


def note(path):
    """The text and the signatures of a signed note."""
    with open(path, "rb") as file:
        whole = file.read().decode("utf-8")
    text, _, below = whole.rpartition("\n\n")
    signatures = []
    for line in below.splitlines():
        dash, name, code = line.split(" ")
        raw = base64.b64decode(code, validate=True)
        if dash != "\u2014":
            raise ValueError(line)
        signatures.append((name, raw[:4], raw[4:]))
    return text + "\n", signatures


def checkpoint(path, key):
    """Origin, size and root of a checkpoint whose signature is right; None, with the reason said, otherwise."""
    try:
        text, signatures = note(path)
        lines = text.split("\n")
        head = lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True)
    except (OSError, ValueError, IndexError, UnicodeDecodeError) as wrong:
        say("%s is no signed checkpoint: %s" % (path, wrong))
        return None
    ours = [s for s in signatures if key and (s[0], s[1]) == key[:2]]
    if not ours:
        say("%s is not signed by %s" % (path, key[0] if key else "a key that can be read"))
    elif not all(signed(text.encode(), s[2], key[2]) for s in ours):
        say("%s: the signature of %s is wrong" % (path, key[0]))
    return head


def leaf(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def root(hashes):
    """The root over a list of hashes."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    while len(hashes) > 1:
        pairs = [hashlib.sha256(b"\1" + a + b).digest() for a, b in zip(hashes[::2], hashes[1::2])]
        # What has no partner goes up as it is: that is the tree of RFC 6962.
        hashes = pairs + hashes[len(pairs) * 2 :]
    return hashes[0]


def tiles(level, count):
    """The path, the first number and the width of every tile of a level."""
    for index in range((count + 255) // 256):
        width = min(256, count - index * 256)
        path, rest = "%03d" % (index % 1000), index // 1000
        while rest:
            path, rest = "x%03d/%s" % (rest % 1000, path), rest // 1000
        yield "tile/%s/%s%s" % (level, path, "" if width == 256 else ".p/%d" % width), index * 256, width


def read(folder, path):
    try:
        with open(os.path.join(folder, *path.split("/")), "rb") as file:
            return file.read()
    except OSError:
        say(path + " is missing")
        return b""


def entries(folder, size):
    """Every entry; None in the place of one that cannot be read."""
    found = []
    for path, first, width in tiles("entries", size):
        raw, at = read(folder, path), 0
        while at + 2 <= len(raw) and len(found) < first + width:
            length = int.from_bytes(raw[at : at + 2], "big")
            if at + 2 + length > len(raw):
                break
            found.append(raw[at + 2 : at + 2 + length])
            at += 2 + length
        if at != len(raw) or len(found) != first + width:
            say("%s cannot be read from leaf %d on" % (path, len(found)))
        found += [None] * (first + width - len(found))
    return found


def parsed(entry):
    """An entry as JSON; nothing where it is none."""
    try:
        return dict(json.loads(entry.decode("utf-8")))
    except (ValueError, AttributeError, TypeError):
        return {}


def attached(folder, number, entry):
    """Holds the files of an entry, where they are in the bundle, against the hashes by which it names them."""
    names = parsed(entry).get("files", [])
    for name in names if isinstance(names, list) else []:
        path = "files/" + os.path.basename(str(name))
        if os.path.isfile(os.path.join(folder, path)) and hashlib.sha256(read(folder, path)).hexdigest() != name:
            say("leaf %d: %s is not the file that the entry names" % (number, path))


def figures(of):
    """Figures by column, as text; a number without the noughts and spaces with which it was typed, marks as words."""
    typed = {n: str(f).strip() for n, f in of.get("figures", {}).items()}
    return {n: str(int(f)) if f.isdecimal() else {"-": "blank", "?": "illegible"}.get(f, f) for n, f in typed.items()}


def misfit(copy, line, about):
    """What is wrong with a published copy of which this is the leaf; empty where nothing is."""
    if copy["entry"] != line:
        return "holds another line than the log"
    if (copy["id"], copy["unit"], copy["observer"]) != (about["id"], about["body"].get("unit"), about["author"]):
        return "names another report, unit or observer than the leaf"
    if copy["opened"] is None:
        return ""
    opened = base64.b64decode(copy["opened"])
    if hashlib.sha256(opened).hexdigest() != about["private"]:
        return "opens something else: it does not give the digest that the leaf holds"
    payload = json.loads(json.loads(opened[32:])["payload"])
    return "" if figures(copy) == figures(payload) else "shows other figures than were signed"


def copies(path, found):
    """Holds every published copy against the leaf that it opens; there may be none."""
    leaves, fit = {parsed(found[n]).get("id"): n for n in reversed(range(len(found)))}, [0, 0]
    try:
        listed = json.loads(read(*os.path.split(path)))["copies"] if os.path.isfile(path) else []
        for copy in listed:
            number = leaves.get(copy["id"], leaves.get(json.loads(copy["entry"]).get("id")))
            if number is None:
                say("copies.json: copy %s opens no leaf of this log" % copy["id"])
                continue
            about = parsed(found[number])
            wrong = misfit(copy, found[number].decode("utf-8"), about)
            fit[copy["opened"] is None] += not wrong
            if wrong:
                say("leaf %d (%s, %s): copies.json %s" % (number, about["stream"], about["body"].get("unit"), wrong))
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        say("copies.json cannot be read as published copies: %r" % wrong)
    print("%d opened copies fit their leaves, %d were purged." % tuple(fit))


def verify(given, folder, key, earlier):
    head = checkpoint(os.path.join(folder, "checkpoint"), key)
    if head is None:
        return
    origin, size, stated = head
    found = entries(folder, size)
    hashes = []
    for path, first, width in tiles(0, size):
        raw = read(folder, path)
        if len(raw) != 32 * width:
            say("%s has %d bytes, not %d" % (path, len(raw), 32 * width))
        for i in range(width):
            entry, told = found[first + i], raw[32 * i : 32 * i + 32]
            if entry is None or leaf(entry) != told:
                say("leaf %d does not fit its hash: %r" % (first + i, (entry or b"")[:80]))
            hashes.append(told if entry is None else leaf(entry))
    for number, entry in enumerate(found):
        attached(folder, number, entry or b"")
    copies(os.path.join(given, "copies.json"), found)
    if root(hashes) != stated:
        say("the %d entries do not give the root of the checkpoint" % size)
    level, below = 1, hashes
    while len(below) >= 256:
        below = [root(below[i : i + 256]) for i in range(0, len(below) - len(below) % 256, 256)]
        for path, first, width in tiles(level, len(below)):
            if read(folder, path) != b"".join(below[first : first + width]):
                say("%s does not fit the leaves from %d" % (path, first * 256**level))
        level += 1
    before = checkpoint(earlier, key) if earlier else None
    if before and (before[0] != origin or before[1] > size or root(hashes[: before[1]]) != before[2]):
        say("the log did not grow from %s: it was rewritten, or two logs are shown" % earlier)
    print("%s: %d entries, root %s" % (origin, size, stated.hex()))


def main(arguments):
    if not 2 <= len(arguments) <= 4 or not os.path.isdir(arguments[1]):
        print(__doc__)
        return 2
    folder = arguments[1]
    if not os.path.exists(os.path.join(folder, "checkpoint")) and os.path.isdir(os.path.join(folder, "log")):
        folder = os.path.join(folder, "log")
    given = arguments[2] if len(arguments) > 2 else os.path.join(folder, "key")
    if len(arguments) < 3:
        print("The key is the bundle's own: this shows only that the bundle fits itself.")
    if os.path.isfile(given):
        given = read(*os.path.split(given)).decode("utf-8", "replace")
    key = key_of(given)
    if key is None:
        say("the key cannot be read")
    verify(arguments[1], folder, key, arguments[3] if len(arguments) > 3 else None)
    print("Everything fits." if not problems else "%d things do not fit." % len(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
