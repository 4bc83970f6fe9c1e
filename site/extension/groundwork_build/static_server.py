"""A small threaded static server for development and tests: right types, no caching, any sub-path."""

from __future__ import annotations

import errno
import functools
import http.server
import os
import queue
import socketserver
import sys
import threading
import time
import urllib.parse
from http import HTTPStatus
from pathlib import Path

from groundwork_build.problems import Problem

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
    ".whl": "application/zip",
    ".txt": "text/plain; charset=utf-8",
}
#: A rebuild swaps the folder; for that moment there is none. Seconds.
SWAP_TIMEOUT_S = 2.0
#: How often an open event stream says that it lives, so that closed pages are noticed. Seconds.
KEEP_ALIVE_S = 15.0


class SiteServer(socketserver.ThreadingMixIn, http.server.HTTPServer):
    """Serves one folder below one path of 127.0.0.1."""

    daemon_threads = True
    # On Windows this would let two programs share a port.
    allow_reuse_address = os.name != "nt"
    request_queue_size = 64

    def __init__(self, folder: Path, port: int = 0, prefix: str = "/") -> None:
        """Bind at once.

        :param folder: Looked up at each request, so it may be swapped.
        :param port: 0 takes a free one.
        :param prefix: Path that the folder is shown under, begins and ends with `/`.
        :raises Problem: the port is taken or forbidden.
        """
        self.folder = folder
        self.prefix = prefix
        self._listeners: set[queue.Queue[str]] = set()
        try:
            super().__init__(("127.0.0.1", port), _Handler)
        except OSError as error:
            raise _port_problem(port, error) from error

    @property
    def url(self) -> str:
        """Address of the site's root."""
        return f"http://127.0.0.1:{self.server_address[1]}{self.prefix}"

    def start(self) -> None:
        """Answer requests from now on, in a thread."""
        threading.Thread(
            target=functools.partial(self.serve_forever, poll_interval=0.05), daemon=True
        ).start()

    def stop(self) -> None:
        """Answer no more and free the port."""
        self.shutdown()
        self.server_close()

    def tell_pages(self, event: str) -> None:
        """Send an event to every open page."""
        for listener in list(self._listeners):
            listener.put(event)

    def listen(self) -> queue.Queue[str]:
        """Events for one open page, until :meth:`forget`."""
        listener: queue.Queue[str] = queue.Queue()
        self._listeners.add(listener)
        return listener

    def forget(self, listener: queue.Queue[str]) -> None:
        """The page is closed."""
        self._listeners.discard(listener)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up in the middle is no error; everything else is shown."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: SiteServer

    def do_GET(self) -> None:
        """A file, the event stream, or the 404 page."""
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if path == f"{self.server.prefix}__reload":
            self._stream_events()
        elif not path.startswith(self.server.prefix):
            self._answer(HTTPStatus.NOT_FOUND, b"Not found", ".txt")
        else:
            self._send_file(path.removeprefix(self.server.prefix))

    do_HEAD = do_GET

    def _send_file(self, name: str) -> None:
        target = _target(self.server.folder, name)
        if target is None or not _wait_for(target, self.server.folder):
            page = self.server.folder / "404.html"
            body = page.read_bytes() if page.is_file() else b"Not found"
            self._answer(HTTPStatus.NOT_FOUND, body, page.suffix)
            return
        self._answer(HTTPStatus.OK, target.read_bytes(), target.suffix)

    def _answer(self, status: HTTPStatus, body: bytes, suffix: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        listener = self.server.listen()
        try:
            while True:
                try:
                    text = f"event: {listener.get(timeout=KEEP_ALIVE_S)}\ndata: 1\n\n"
                except queue.Empty:
                    text = ": still here\n\n"
                self.wfile.write(text.encode())
                self.wfile.flush()
        finally:
            self.server.forget(listener)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line each."""


def _target(folder: Path, name: str) -> Path | None:
    """File for an address, None if it would be outside the folder."""
    root = folder.resolve()
    target = (root / name).resolve()
    if not target.is_relative_to(root):
        return None
    return target / "index.html" if name == "" or name.endswith("/") else target


def _wait_for(target: Path, folder: Path) -> bool:
    """Whether the file is there; if the whole folder is missing it is being swapped, so wait for it."""
    deadline = time.monotonic() + SWAP_TIMEOUT_S
    while not folder.is_dir() and time.monotonic() < deadline:
        time.sleep(0.01)
    return target.is_file()


def _port_problem(port: int, error: OSError) -> Problem:
    if error.errno == errno.EADDRINUSE:
        return Problem(
            f"Port {port} is taken by another program: choose another one with `--port {port + 1}`."
        )
    if error.errno == errno.EACCES:
        return Problem(
            f"Port {port} is not allowed for you: choose one above 1023, as `--port 8000`."
        )
    return Problem(f"Port {port} can't be used: {error.strerror}.")
