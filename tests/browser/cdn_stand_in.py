"""Servers for tests of the network: a site whose server misbehaves on demand, and a stand-in for the CDN."""

from __future__ import annotations

import mimetypes
import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Literal, Self
from urllib.parse import unquote, urlsplit

import trustme

CDN_HOST = "cdn.jsdelivr.net"

#: refused: the connection is closed without a word; silent: no answer ever comes; stalled: it stops half-way;
#: wrong: one byte is another one; missing: 404.
Fault = Literal["refused", "silent", "stalled", "wrong", "missing"]


def with_one_other_byte(data: bytes) -> bytes:
    """The same length, one bit changed in the middle."""
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


class Server:
    """Serves folders on a port of 127.0.0.1 that stays the same through ``stop`` and ``start``.

    :param find: Path of a request → its bytes, or None for 404.
    :param context: For TLS.
    """

    def __init__(
        self, find: Callable[[str], bytes | None], context: ssl.SSLContext | None = None
    ) -> None:
        """Start at once."""
        self.find = find
        self.context = context
        #: Path → what goes wrong with it; ``"*"`` is for all.
        self.faults: dict[str, Fault] = {}
        #: Paths answered or refused, in order.
        self.log: list[str] = []
        #: Those of ``log`` that asked for a part of the file only.
        self.ranges: list[str] = []
        self.port = 0
        self.start()

    def start(self) -> None:
        """Listen (again)."""
        self.stopped = False
        self.released = threading.Event()
        self.http = _Http(("127.0.0.1", self.port), self)
        self.port = self.http.server_address[1]
        threading.Thread(
            target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def stop(self) -> None:
        """End it; what still waits for an answer is cut off."""
        self.stopped = True
        self.released.set()
        self.http.shutdown()
        self.http.server_close()

    def release(self) -> None:
        """Send the rest of what is stalled, and answer properly from now on."""
        self.faults.clear()
        self.released.set()
        self.released = threading.Event()

    @property
    def counts(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(self.log)

    def __enter__(self) -> Self:
        """Is running already."""
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self.stop()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], owner: Server) -> None:
        self.owner = owner
        super().__init__(address, _Handler)

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        if self.owner.context is not None:
            # The handshake happens in the connection's own thread, on its first read.
            connection = self.owner.context.wrap_socket(
                connection, server_side=True, do_handshake_on_connect=False
            )
        return connection, address

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers that hang up are part of these tests."""


class _Handler(BaseHTTPRequestHandler):
    server: _Http
    # One request per connection: a stalled one can't hold up another.
    protocol_version = "HTTP/1.0"

    def handle(self) -> None:
        """Refuse before a request is even read."""
        if self.server.owner.faults.get("*") == "refused":
            self.server.owner.log.append("")
            return
        super().handle()

    def do_GET(self) -> None:
        """Answer, or misbehave as told."""
        owner = self.server.owner
        path = unquote(urlsplit(self.path).path)
        owner.log.append(path)
        if "Range" in self.headers:
            owner.ranges.append(path)
        fault = owner.faults.get(path) or owner.faults.get("*")
        released = owner.released
        if fault == "silent":
            released.wait()
            return
        data = None if fault == "missing" else owner.find(path)
        if data is None:
            self.send_error(404)
            return
        self._send_head(path, data)
        if fault == "stalled":
            self.wfile.write(data[: len(data) // 2])
            self.wfile.flush()
            released.wait()
            if not owner.stopped:
                self.wfile.write(data[len(data) // 2 :])
            return
        self.wfile.write(with_one_other_byte(data) if fault == "wrong" else data)

    def do_POST(self) -> None:
        """Say which path was posted to."""
        self.server.owner.log.append(f"POST {self.path}")
        self._send_head("/posted.txt", b"posted")
        self.wfile.write(b"posted")

    def _send_head(self, path: str, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", _media_type(path))
        self.send_header("Content-Length", str(len(data)))
        # As GitHub Pages and the CDN do.
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are in ``Server.log``."""


def _media_type(path: str) -> str:
    if path.endswith("/") or "." not in path.rsplit("/", 1)[-1]:
        return "text/html"
    known = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}
    suffix = Path(path).suffix
    return known.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def folder_server(mounts: dict[str, Path]) -> Server:
    """A static server.

    :param mounts: Path that ends in ``/`` → folder; may be changed while it runs. Longest path first.
    """

    def find(path: str) -> bytes | None:
        for start, folder in mounts.items():
            if path.startswith(start):
                file = folder / (path[len(start) :] or "index.html")
                return file.read_bytes() if file.is_file() else None
        return None

    return Server(find)


def cdn_stand_in(files: dict[str, bytes]) -> Server:
    """A TLS server that poses as the CDN.

    :param files: Path → bytes; may be changed while it runs.
    """
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(CDN_HOST).configure_cert(context)
    return Server(files.get, context)


def with_stand_in(arguments: list[str], port: int) -> list[str]:
    """Chromium's arguments, changed so that the stand-in is found in the CDN's place."""
    others = [
        argument for argument in arguments if not argument.startswith("--host-resolver-rules")
    ]
    return [
        *others,
        f"--host-resolver-rules=MAP {CDN_HOST} 127.0.0.1:{port}",
        "--ignore-certificate-errors",
    ]
