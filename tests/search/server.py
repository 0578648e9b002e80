"""A web server for tests: folders below paths, a strict policy for one of them, slow on demand."""

import http.server
import threading
import time
from pathlib import Path

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'"


class Server:
    """Serves until closed."""

    def __init__(self, folders: dict[str, Path]) -> None:
        self.folders = folders
        self.delay = 0.0
        """Seconds that every answer waits."""
        self.asked: list[str] = []
        handler = type("Handler", (_Handler,), {"owner": self})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def url(self, path: str) -> str:
        """An address on this server."""
        return f"http://127.0.0.1:{self._server.server_address[1]}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    owner: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.owner.asked.append(self.path)
        time.sleep(self.owner.delay)
        super().do_GET()

    def translate_path(self, path: str) -> str:
        bare = path.split("?")[0].split("#")[0]
        for prefix, folder in self.owner.folders.items():
            if bare.startswith(prefix):
                return str(folder / bare.removeprefix(prefix))
        return str(Path("nothing") / "here")

    def end_headers(self) -> None:
        if self.path.startswith("/chat/"):
            self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""
