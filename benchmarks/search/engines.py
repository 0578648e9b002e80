"""The three searches asked in Chromium, each as its own site asks it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.search.server import Server

PATIENCE = 300
"""Seconds that nobody would wait for an answer: a search that has given none by then gives none."""
_OURS = """async (text) => {
  const search = window.vankhoSearch;
  await search.load();
  return search.withArchive(async (archive) => {
    const answer = new search.Answer(archive, await search.find(archive, text));
    return (await answer.page(1, 10)).map((card) => card.url);
  });
}"""
_PAGEFIND = """async (text) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(text);
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return shown.map((one) => one.url);
}"""
_MATERIAL = """async (text) => {
  const input = document.querySelector("input[name=query]");
  const list = document.querySelector(".md-search-result__list");
  const meta = document.querySelector(".md-search-result__meta");
  document.querySelector("#__search").checked = true;
  input.focus();
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  input.value = "";
  input.dispatchEvent(new Event("keyup"));
  for (let i = 0; i < 400 && list.children.length; i++) await wait(10);
  await wait(30);
  // The same count twice would look like no answer.
  meta.textContent = "?";
  input.value = text;
  input.dispatchEvent(new Event("keyup"));
  const end = performance.now() + PATIENCE * 1000;
  while (meta.textContent === "?" && performance.now() < end) await wait(10);
  if (meta.textContent === "?") return null;
  const shown = () => [...list.querySelectorAll(":scope > li > a")].map((link) => link.getAttribute("href"));
  for (let i = 0, last = -1; i < 40; i++) {
    if (last === shown().length && (last > 0 || i > 8)) break;
    last = shown().length;
    await wait(25);
  }
  return shown().slice(0, 10);
}"""
_ID = re.compile(r"van-ban/(.+?)\.html")


class NoAnswerError(Exception):
    """A search gave no answer in time, or its tab died of the index."""


@dataclass(frozen=True)
class Asked:
    """The answer to one query, and what it cost."""

    ids: list[str]
    seconds: float
    requests: int
    bytes: int


class Engine(Protocol):
    """A search in a tab."""

    def ask(self, text: str) -> Asked:
        """Raise `NoAnswerError` where none comes."""
        ...


class Tab:
    """A tab on a site, and the script that asks there."""

    def __init__(self, context: BrowserContext, server: Server, script: str) -> None:
        self.page: Page = context.new_page()
        self._server = server
        self._script = script
        self.page.goto(server.url("/index.html"), wait_until="load")
        self.page.evaluate("window.vankhoSearch?.load()")

    def ask(self, text: str) -> Asked:
        # What the server was asked for: a worker's requests are hidden from the page.
        before = len(self._server.asked)
        start = perf_counter()
        try:
            found = self.page.evaluate(self._script, text)
        except Error as error:
            if "crash" not in error.message.lower():
                raise
            raise NoAnswerError from error
        seconds = perf_counter() - start
        if found is None:
            raise NoAnswerError
        ids = [match[1] for url in found if (match := _ID.search(url))]
        asked = self._server.asked[before:]
        return Asked(ids, seconds, len(asked), sum(map(self._size, asked)))

    def _size(self, address: str) -> int:
        path = self._server.folders["/"] / unquote(urlsplit(address).path).lstrip("/")
        return path.stat().st_size if path.is_file() else 0


SCRIPTS = {
    "Vankho": _OURS,
    "Material": _MATERIAL.replace("PATIENCE", str(PATIENCE)),
    "Pagefind": _PAGEFIND,
}


@contextmanager
def fresh_tab(browser: Browser, server: Server, name: str) -> Iterator[Tab]:
    """A tab in a profile of its own: nothing is cached."""
    context = browser.new_context(locale="vi-VN")
    try:
        yield Tab(context, server, SCRIPTS[name])
    finally:
        context.close()
