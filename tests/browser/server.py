"""A web server for tests: a folder below a sub-path, its 404.html for what is not there."""

import http.server
import threading
from pathlib import Path
from urllib.parse import unquote


class Server:
    """Serves ``folder`` below ``path`` until closed."""

    def __init__(self, folder: Path, path: str = "/kho/", policy: str = "") -> None:
        handler = type("Handler", (_Handler,), {"folder": folder, "prefix": path, "policy": policy})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}{path}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    folder: Path
    prefix: str
    policy: str
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        bare = unquote(path.split("?")[0].split("#")[0])
        inside = bare.removeprefix(self.prefix) if bare.startswith(self.prefix) else "nothing/here"
        return str(self.folder / (inside or "index.html"))

    def list_directory(self, path: object) -> None:
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (self.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""
