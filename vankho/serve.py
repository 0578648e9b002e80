"""serve: show the site on this machine while it is worked on.

Watches the corpus, the registry, the hand-written pages and the theme; builds anew when
something changes; open pages reload themselves and show what was found. Nothing of this
is in the site: the reloading script is added to pages as they are sent.
"""

import functools
import http.server
import json
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET = 0.4
"""Seconds without a further change before a build begins: an editor saves in several steps."""
_STATE = "/__vankho/state.json"
_SCRIPT = "/__vankho/reload.js"
_RELOAD = """
(function () {
  var seen = null;
  function tell(state) {
    var bar = document.getElementById("vankho-findings");
    if (!state.message) { if (bar) bar.remove(); return; }
    if (!bar) {
      bar = document.createElement("div");
      bar.id = "vankho-findings";
      bar.setAttribute("role", "status");
      bar.style.cssText = "position:fixed;bottom:0;left:0;right:0;z-index:99;padding:.5rem 1rem;" +
        "background:#7a2e00;color:#fff;font:14px system-ui;white-space:pre-wrap;max-height:30vh;overflow:auto";
      document.body.appendChild(bar);
    }
    bar.textContent = state.message;
  }
  function ask() {
    fetch("STATE", { cache: "no-store" }).then(function (answer) { return answer.json(); }).then(function (state) {
      if (seen !== null && state.build !== seen) { location.reload(); return; }
      seen = state.build;
      tell(state);
    }).catch(function () {}).finally(function () { setTimeout(ask, 1000); });
  }
  ask();
})();
""".replace("STATE", _STATE)


@dataclass(slots=True)
class State:
    """What open pages ask for: which build they should show, and what it found."""

    build: int = 0
    message: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def told(self, message: str) -> None:
        """Note a finished build."""
        with self.lock:
            self.build += 1
            self.message = message

    def answer(self) -> bytes:
        """Return the state as JSON."""
        with self.lock:
            return json.dumps({"build": self.build, "message": self.message}).encode()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site; a page gets the reloading script at its end."""

    state: State

    def __init__(self, *values: object, state: State, **named: object) -> None:
        self.state = state
        super().__init__(*values, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == _STATE:
            self._send(self.state.answer(), "application/json")
        elif path == _SCRIPT:
            self._send(_RELOAD.encode(), "text/javascript; charset=utf-8")
        elif path.endswith((".html", "/")):
            self._page()
        else:
            super().do_GET()

    def _page(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file = file / "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes() + f'<script src="{_SCRIPT}"></script>'.encode()
        self._send(data, "text/html; charset=utf-8")

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the terminal is for findings."""


class _Changes(FileSystemEventHandler):
    """Remembers when something last changed, generated files aside."""

    def __init__(self, ignored: Iterable[Path]) -> None:
        self._ignored = [str(path.resolve()) for path in ignored]
        self.last = 0.0

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"opened", "closed_no_write"} or event.is_directory:
            return
        path = str(Path(str(event.src_path)).resolve())
        if not any(path.startswith(folder) for folder in self._ignored):
            self.last = time.monotonic()


@dataclass(slots=True)
class Running:
    """A server that watches; ``close`` ends it."""

    url: str
    state: State
    close: Callable[[], None]


def start(
    site: Path,
    watched: Iterable[Path],
    generated: Iterable[Path],
    build: Callable[[], str],
    port: int = 0,
    message: str = "",
) -> Running:
    """Serve ``site`` on this machine only, and call ``build`` whenever ``watched`` changes.

    ``build`` returns what it found, for the bar on the page; ``generated`` are folders that
    the build itself writes. Port 0 takes any that is free. ``message`` is what the build
    that made ``site`` found.
    """
    state = State(message=message)
    changes = _Changes(generated)
    observer = Observer()
    for folder in watched:
        if folder.exists():
            observer.schedule(changes, str(folder), recursive=folder.is_dir())
    observer.start()
    stop = threading.Event()

    def watch() -> None:
        built = time.monotonic()
        while not stop.wait(0.1):
            if changes.last > built and time.monotonic() - changes.last > _QUIET:
                built = time.monotonic()
                state.told(build())

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    handler = functools.partial(_Handler, directory=str(site), state=state)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def close() -> None:
        stop.set()
        observer.stop()
        observer.join()
        watcher.join()
        server.shutdown()
        server.server_close()

    return Running(f"http://127.0.0.1:{server.server_address[1]}/", state, close)
