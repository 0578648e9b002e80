"""The engine asked in the browser, with the very files that ship."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_FIND = """async ([text, size]) => {
  const search = window.vankhoSearch;
  await search.load();
  return search.withArchive(async (archive) => {
    const found = await search.find(archive, text);
    const answer = new search.Answer(archive, found);
    const cards = await answer.page(1, size);
    return {
      ids: cards.map((card) => card.id),
      held: cards.map((card) => card.held),
      total: answer.total,
      exact: answer.exact,
      corrected: found.corrected,
      relaxed: found.relaxed,
      chips: found.chips,
      bearers: found.bearers.length,
    };
  });
}"""


@dataclass(frozen=True)
class Answer:
    """What a query gave."""

    ids: list[str]
    held: list[bool]
    total: int
    exact: bool
    corrected: str
    relaxed: bool
    chips: list[dict[str, str]]
    bearers: int


def ask(page: Page, text: str, size: int = 10) -> Answer:
    """Run a query on the page's archive."""
    return Answer(**page.evaluate(_FIND, [text, size]))


def call(page: Page, function: str, *arguments: Any) -> Any:
    """Call a function of the client."""
    script = (
        "async ([name, args]) => { await vankhoSearch.load(); return vankhoSearch[name](...args); }"
    )
    return page.evaluate(script, [function, list(arguments)])
