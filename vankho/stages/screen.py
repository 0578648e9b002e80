"""screen: keep secret and withheld letters out of everything that follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vankho.grammar import secrecy
from vankho.model.finding import Code
from vankho.model.source import SourceFile, Unreadable
from vankho.registry.files import ReleaseEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """What goes on, and what must leave no trace."""

    published: tuple[SourceFile, ...]
    secret: tuple[SourceFile, ...]
    """Marked secret: named on the terminal by file and hash, nowhere else."""
    unclear: tuple[SourceFile, ...]
    """Kept back because front matter that speaks of it cannot be read; told likewise."""
    released: tuple[tuple[SourceFile, ReleaseEntry], ...]
    """Published though they look secret, with the decision that says so."""
    lapsed: tuple[tuple[ReleaseEntry, str], ...]
    """Decisions that no longer fit, with what is wrong; their letters stay back."""


def screen(
    sources: Sequence[SourceFile],
    further: Sequence[str] = (),
    releases: Sequence[ReleaseEntry] = (),
) -> Screened:
    """Separate what may be published. A letter the archivist withholds is simply not there.

    A letter that looks secret is released only by a decision that names its file and the
    SHA-256 of its bytes: another text, or a copy elsewhere, is not what was decided on.
    ``publish: false`` holds all the same.
    """
    marked = [source for source in sources if secrecy.mark(source.text[source.start :], further)]
    fitting = {(item.file, item.sha256): item for item in releases}
    secret = {source.path for source in marked if (source.path, source.sha256) not in fitting}
    open_ = [source for source in sources if source.stated.publish]
    return Screened(
        published=tuple(source for source in open_ if source.path not in secret),
        secret=tuple(source for source in open_ if source.path in secret),
        unclear=tuple(
            source
            for source in sources
            if not source.stated.publish
            and source.path not in secret
            and any(item.code is Code.FRONT_MATTER for item in source.findings)
        ),
        released=tuple(
            (source, fitting[source.path, source.sha256])
            for source in marked
            if source.path not in secret and source.stated.publish
        ),
        lapsed=tuple(_lapsed(sources, releases)),
    )


def _lapsed(
    sources: Sequence[SourceFile], releases: Sequence[ReleaseEntry]
) -> Iterator[tuple[ReleaseEntry, str]]:
    now = {source.path: source.sha256 for source in sources}
    for item in releases:
        if item.file not in now:
            yield item, "kho không có tệp này"
        elif now[item.file] != item.sha256:
            yield item, f"tệp nay có SHA-256 {now[item.file]}"


def screen_names(
    unreadable: Sequence[Unreadable], further: Sequence[str] = ()
) -> tuple[tuple[Unreadable, ...], tuple[Unreadable, ...]]:
    """Part files that cannot be read: those a page may name, and those told on the terminal only."""
    open_ = tuple(item for item in unreadable if not secrecy.in_name(item.path, further))
    return open_, tuple(item for item in unreadable if item not in open_)
