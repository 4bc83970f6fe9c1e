"""The development server: types, paths, live reload, ports, rebuilds that fail."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from groundwork_build import serve
from groundwork_build.layout import Layout
from groundwork_build.pipeline import Choices
from groundwork_build.problems import BuildFailed, Problem
from groundwork_build.static_server import SiteServer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tiny site with a secret beside it."""
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    for name in ("index.html", "a/index.html", "x.mjs", "x.wasm", "404.html"):
        (site / name).write_text(name)
    (tmp_path / "secret.txt").write_text("secret")
    return site


@pytest.fixture
def server(folder: Path) -> Iterator[SiteServer]:
    """The site at a path of its own."""
    server = SiteServer(folder, 0, "/repo/")
    server.start()
    yield server
    server.stop()


def get(url: str) -> tuple[int, str, str]:
    """Status, type and text of an address, without any proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("", "text/html; charset=utf-8", "index.html"),
        ("a/", "text/html; charset=utf-8", "a/index.html"),
        ("x.mjs?v=1", "text/javascript; charset=utf-8", "x.mjs"),
        ("x.wasm", "application/wasm", "x.wasm"),
    ],
)
def test_files_have_their_types(server: SiteServer, name: str, kind: str, text: str) -> None:
    """Modules and WebAssembly only run with the right type."""
    assert get(server.url + name) == (200, kind, text)


def test_missing_page(server: SiteServer) -> None:
    """An unknown address shows the site's own page."""
    status, _, text = get(server.url + "nowhere")

    assert (status, text) == (404, "404.html")


@pytest.mark.parametrize(
    "path", ["/repo/../secret.txt", "/repo/%2e%2e/secret.txt", "/secret.txt", "/"]
)
def test_nothing_outside_the_site(server: SiteServer, path: str) -> None:
    """No spelling of an address leaves the folder or the path."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.request("GET", path)

    assert connection.getresponse().status == 404


def test_open_pages_hear_of_a_rebuild(server: SiteServer) -> None:
    """The event stream tells an open page to reload."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.request("GET", "/repo/__reload")
    answer = connection.getresponse()
    while not server._listeners:
        pass

    server.tell_pages("rebuilt")

    assert answer.readline() == b"event: rebuilt\n"


def test_taken_port(server: SiteServer, folder: Path) -> None:
    """A taken port is one sentence that offers another."""
    port = server.server_address[1]

    with pytest.raises(Problem, match=f"Port {port} is taken.*--port {port + 1}"):
        SiteServer(folder, port)


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("/x/lessons/a/b.md", True),
        ("/x/lessons/_outputs/a/b.json", True),
        ("/x/site/node_modules/a.js", False),
        ("/x/site/python/__pycache__/a.pyc", False),
        ("/x/lessons/.b.md.swp", False),
        ("/x/lessons/b.md~", False),
    ],
)
def test_what_counts_as_a_change(path: str, counts: bool) -> None:
    """Editors' leftovers and caches cause no rebuild."""
    assert serve.is_source(path) is counts


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, server: SiteServer) -> list[str]:
    """Events that open pages were sent."""
    events: list[str] = []
    monkeypatch.setattr(server, "tell_pages", events.append)
    return events


def rebuild_with(
    monkeypatch: pytest.MonkeyPatch, server: SiteServer, layout: Layout, build: Callable[..., None]
) -> bool:
    """One rebuild with a build that does as told."""
    monkeypatch.setattr(serve, "build_site", build)
    return serve.rebuild(layout, Choices(out=server.folder), server, ["lessons/a.md"])


def test_good_rebuild_reloads_pages(
    monkeypatch: pytest.MonkeyPatch, server: SiteServer, layout: Layout, told: list[str]
) -> None:
    """After a good rebuild every open page reloads."""
    assert rebuild_with(monkeypatch, server, layout, lambda *_: None) is True
    assert told == ["rebuilt"]


def test_failed_rebuild_keeps_serving(
    monkeypatch: pytest.MonkeyPatch,
    server: SiteServer,
    layout: Layout,
    told: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """After a failed rebuild the error is shown, pages stay, and the last good build is served."""

    def fail(*_: object) -> None:
        raise BuildFailed("The pages were not built.")

    assert rebuild_with(monkeypatch, server, layout, fail) is False
    assert told == []
    assert "The pages were not built. Still serving the last good build." in capsys.readouterr().err
    assert get(server.url)[0] == 200
