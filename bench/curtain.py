"""Reads a sample newsroom through the curtain and counts; bench/pages sets the scene."""

import collections
import itertools
import os
import re
import signal
import socket
import statistics
import struct
import subprocess
import sys
import time

HOST, CURTAIN, PEER = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
PLAIN, PCAP, WORK = sys.argv[4], sys.argv[5], sys.argv[6]
PATIENCE = 4
PORTS = itertools.count(20000)


def files(suffix):
    found = []
    for folder, _, names in os.walk(PLAIN):
        for name in names:
            if name.endswith(suffix):
                found.append(os.path.relpath(os.path.join(folder, name), PLAIN))
    return sorted(found)


def content(path):
    with open(os.path.join(PLAIN, path), "rb") as file:
        return file.read()


def small_photos(pages):
    """The renditions that stand in the text; the larger ones are fetched after it."""
    found = set()
    for page in pages:
        for photo in re.findall(rb'<img src="[^"]*?(photo/[0-9a-f]+\.webp)"', content(page)):
            found.add(photo.decode())
    return sorted(found, key=lambda path: -len(content(path)))


def fetch(path):
    """One file on a connection of its own, from a port that no other had: (whole, bytes of body, port)."""
    out = os.path.join(WORK, "fetched")
    if os.path.exists(out):
        os.remove(out)
    done = subprocess.run(
        ["curl", "--silent", "--http1.1", "--header", "Accept-Encoding: br", "--max-time", str(PATIENCE),
         "--local-port", str(next(PORTS)),
         "--output", out, "--write-out", "%{http_code} %{size_download} %{local_port}",
         f"http://{HOST}:{CURTAIN}/{path}"],
        capture_output=True, text=True, check=False)
    status, length, port = done.stdout.split()
    body = b""
    if os.path.exists(out):
        with open(out, "rb") as file:
            body = file.read()
    wanted = {content(path)}
    if os.path.exists(os.path.join(PLAIN, path + ".br")):
        wanted = {content(path + ".br")}
    missing = os.path.basename(path) == "404.html"
    right = status == "200" or (missing and status == "404") or status == "410"
    return done.returncode == 0 and right and body in wanted, int(length), int(port)


def flows():
    """Packets and bytes on the wire by the two ports, the server's first; both directions."""
    packets, octets = collections.Counter(), collections.Counter()
    with open(PCAP, "rb") as file:
        data = file.read()
    at = 24
    while at + 16 <= len(data):
        _, _, kept, length = struct.unpack_from("<IIII", data, at)
        frame = data[at + 16:at + 16 + kept]
        at += 16 + kept
        head = 14 + 4 * (frame[14] & 15)
        one, other = struct.unpack_from("!HH", frame, head)
        flow = (other, one) if other in (CURTAIN, PEER) else (one, other)
        packets[flow] += 1
        octets[flow] += length
    return packets, octets


def histogram(title, values, step):
    print(title)
    bins = collections.Counter(v // step * step for v in values)
    most = max(bins.values())
    for low in range(min(bins), max(bins) + 1, step):
        name = f"{low}" if step == 1 else f"{low}-{low + step - 1}"
        print(f"  {name:>10} {bins[low]:4d} {'#' * round(50 * bins[low] / most)}")


def read_all(paths):
    results = {path: fetch(path) for path in paths}
    for path, (whole, length, _) in results.items():
        if not whole:
            print(f"  not whole: {path}, {length} bytes came")
    return results


class Kept:
    """A connection that is kept open, as browsers keep them with an ordinary server."""

    def __init__(self):
        self.socket = socket.create_connection((HOST, PEER), timeout=PATIENCE)
        self.rest = b""

    def get(self, path):
        """Whether the whole answer came, and how many bytes of its body."""
        got = b""
        try:
            self.socket.sendall(
                f"GET /{path} HTTP/1.1\r\nHost: {HOST}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            while b"\r\n\r\n" not in got:
                got += self.more()
            head, got = got.split(b"\r\n\r\n", 1)
            length = int(re.search(rb"Content-Length: (\d+)", head, re.I).group(1))
            while len(got) < length:
                got += self.more()
            return True, length
        except (TimeoutError, ConnectionError):
            return False, len(got)

    def more(self):
        part = self.socket.recv(65536)
        if not part:
            raise ConnectionError
        return part

    def close(self):
        self.socket.close()


def kept(title, groups):
    whole = [0] * len(groups[0])
    for group in groups:
        connection = Kept()
        for at, path in enumerate(group):
            came, _ = connection.get(path)
            whole[at] += came
            if not came:
                break
        connection.close()
    text = ", ".join(f"{n}. {count} of {len(groups)}" for n, count in enumerate(whole, 1))
    print(f"nginx, gzip, connection kept: {title}: whole {text}")
    return whole


def main():
    pages = files(".html")
    photos = small_photos(pages)
    others = [p for p in files("") if re.search(r"\.(xml|atom|json|js|catalogue)$", p)]
    seen = read_all(pages)
    shown = read_all(photos)
    rest = read_all([p for p in others if "/." not in p and not p.startswith("tuf/")])

    articles = [p for p in pages if re.match(r"en/\d{4}/\d\d/.+\.html$", p)]
    script = files(".js")[0]
    threes = [articles[n:n + 3] for n in range(0, min(len(articles), 30) - 2, 3)]
    in_threes = kept("three pages one after the other", threes)
    laden = []
    for page in articles:
        photo = re.search(rb'<img src="[^"]*?(photo/[0-9a-f]+\.webp)" data-src="[^"]*?(photo/[0-9a-f]+\.webp)', content(page))
        if photo and len(laden) < 10:
            laden.append([page, script, photo.group(1).decode(), photo.group(2).decode()])
    kept("page, script, small photo, medium photo", laden)

    time.sleep(1)
    packets, octets = flows()

    def numbers(results):
        own = [(CURTAIN, port) for _, _, port in results.values()]
        return ([length for _, length, _ in results.values()], [octets[flow] for flow in own],
                [packets[flow] for flow in own], sum(whole for whole, _, _ in results.values()))

    for name, results in (("pages", seen), ("small photos", shown), ("feeds, sitemaps, script", rest)):
        lengths, wire, count, whole = numbers(results)
        print(f"{name}: {len(results)}, whole {whole}; body median {statistics.median(lengths):.0f} max {max(lengths)} bytes;"
              f" wire median {statistics.median(wire):.0f} max {max(wire)} bytes;"
              f" packets median {statistics.median(count):.0f} max {max(count)}")
    lengths, wire, count, whole = numbers(seen)
    histogram("pages by bytes of body:", lengths, 512)
    histogram("pages by packets, both directions:", count, 1)
    histogram("small photos by packets:", numbers(shown)[2], 1)
    print("load after: " + " ".join(open("/proc/loadavg").read().split()[:3]))
    print(f"bench pages pages={len(seen)} whole={whole} median_bytes={statistics.median(lengths):.0f} max_bytes={max(lengths)}"
          f" median_packets={statistics.median(count):.0f} max_packets={max(count)}"
          f" median_wire_bytes={statistics.median(wire):.0f} photos={len(shown)} photos_whole={numbers(shown)[3]}"
          f" photo_max_bytes={max(numbers(shown)[0])} photo_max_packets={max(numbers(shown)[2])}"
          f" peer_third_page_whole={in_threes[2]}/{len(threes)}")


signal.alarm(300)
main()
