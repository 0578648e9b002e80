"""The set of documents that the archive knows, and their ids."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from vankho.grammar.number import without_zeros
from vankho.model.document import Document
from vankho.model.finding import Code, Finding, finding
from vankho.model.identity import Identity, bounded, law_slug, reference_slug, year_part
from vankho.model.letter import Letter
from vankho.registry.agencies import agency_key
from vankho.registry.files import NicknameEntry
from vankho.registry.registry import Registry
from vankho.registry.wordings import same_agency
from vankho.stages.resolve import described
from vankho.stages.resolve.anchors import Anchors
from vankho.stages.resolve.claim import Claim, fits, may_be_of_another_province
from vankho.text.fold import slug
from vankho.text.span import Span

NEAR_BY = 200
"""Mentions with one number and symbol that are compared: a letter may have a million of them."""

_NAMED = {"stated", "mention"}
"""How an issuer is known that words name, not a symbol."""


@dataclass(slots=True)
class Catalogue:
    """Held letters first, then whatever citations name beyond doubt."""

    registry: Registry
    held: dict[Identity, Letter] = field(default_factory=dict)
    letters: dict[str, Identity] = field(default_factory=dict)
    """Path of a letter → its identity."""
    claims: dict[Identity, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    by_mark: dict[tuple[str, int, str], set[Identity]] = field(
        default_factory=lambda: defaultdict(set)
    )
    """Number, year inside it, symbol → identities of any issuer and year."""
    days: dict[Identity, set[datetime.date]] = field(default_factory=lambda: defaultdict(set))
    """Days of issue that citations give a document whose issuer is told."""
    laws: dict[str, set[Identity]] = field(default_factory=lambda: defaultdict(set))
    """Name of a law → identities of those laws of that name whose number is known."""
    by_number: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Number → ids of the documents that are known beyond doubt."""
    anchors: Anchors = field(default_factory=Anchors)
    ids: dict[Identity, str] = field(default_factory=dict)
    by_id: dict[str, Document] = field(default_factory=dict)
    _next: dict[str, int] = field(default_factory=dict)
    """Id that is taken → the number to try next."""

    def hold(self, letter: Letter) -> list[Finding]:
        """Add a held letter. Two texts for one document are reported; both get a page."""
        identity = self._identity_of(letter)
        twin = self.held.get(identity)
        found = []
        if twin is not None:
            found.append(
                finding(
                    Code.DUPLICATE_LETTER,
                    Span(letter.start, letter.start),
                    id=self._wanted_id(identity),
                    other=twin.path,
                    kept=twin.path,
                )
            )
            # A symbol of its own keeps both texts: none is published in place of the other.
            count = sum(1 for other in self.held if other.symbol.startswith(identity.symbol + "~"))
            identity = replace(identity, symbol=f"{identity.symbol}~{count + 2}")
        self.held[identity] = letter
        self.letters[letter.path] = identity
        if twin is None:
            self._index(identity)
            self._index_law(identity, letter.metadata.type, letter.metadata.subject)
        return found

    def know(self, claims: Iterable[Claim]) -> None:
        """Add what citations name, where they name it beyond doubt.

        A law by its name and year is the numbered one that has both, whoever says so.
        """
        telling = [c for c in claims if c.year and c.citation.kind in {"reference", "name"}]
        # Those that name no issuer come after those that do, and may be found to be of theirs.
        for claim in sorted(telling, key=lambda c: (c.citation.kind == "name", c.issuer is None)):
            identity = self._identified(claim)
            if identity is None:
                continue
            self.claims[identity].append(claim)
            if claim.issuer and claim.issued:
                self.days[identity].add(claim.issued)
            self._index(identity)
            self._index_law(identity, claim.citation.type, claim.citation.title)

    def name(self) -> dict[str, Finding]:
        """Give every known document its id; the second of two with one slug gets ``-2``.

        Returns, by path of the letter, the finding for a held letter that had to give way.
        """
        gave_way: dict[str, Finding] = {}
        order = sorted({*self.held, *self.claims}, key=lambda item: (item not in self.held, item))
        second: list[Identity] = []
        for identity in order:
            wanted = self._wanted_id(identity)
            if wanted in self.by_id:
                second.append(identity)
            else:
                self._add(identity, wanted, self.held.get(identity))
        # After all the others, for an id that ends in -2 may be some document's own.
        for identity in second:
            wanted, letter = self._wanted_id(identity), self.held.get(identity)
            own = self._free(wanted)
            self._add(identity, own, letter)
            if letter is not None and "~" not in identity.symbol:
                gave_way[letter.path] = finding(
                    Code.SLUG_COLLISION, Span(letter.start, letter.start), id=wanted, own=own
                )
        for identity in order:
            if identity.number:
                self.by_number[identity.number].append(self.ids[identity])
        return gave_way

    def candidates(self, claim: Claim) -> list[str]:
        """Return the ids of the documents that a citation may mean, sorted.

        A document that nothing else names becomes known here, so one that a citation
        gives no year for still has its page.
        """
        citation = claim.citation
        if citation.kind == "nickname":
            entry = next(item for item in self.registry.nicknames if item.name == citation.title)
            return [self._id_of(self._nickname(entry), claim)]
        if claim.year:
            identity = self._identified(claim)
            if identity is not None:
                others = self._of_home_too(claim, identity)
                named = [item for item in others if self._issues_what_is_named(item, claim)]
                both = named or [identity, *others]
                return sorted(self._id_of(item, claim) for item in both)
        fitting = [item for item in self._fitting(claim) if item.year]
        fitting = fitting or self._held_in_other_words(claim)
        if fitting:
            return sorted(self._id_of(item, claim) for item in fitting)
        identity = self._identity_of_claim(claim)
        return [self._id_of(identity, claim)] if identity else []

    def numbered(self, claim: Claim, before: datetime.date | None) -> list[str]:
        """Return the ids of the documents that a mention without a symbol may mean, sorted.

        ``before`` is the citing letter's day: what is issued later cannot be meant. Empty
        also where so many fit that the number tells nothing.
        """
        citation = claim.citation
        number = without_zeros(citation.number or "")
        documents = [self.by_id[key] for key in self.by_number.get(number, ())]
        fitting = [item for item in documents if fits(item, claim, before)]
        return sorted(item.id for item in fitting) if len(fitting) <= _MANY else []

    def document(self, document_id: str | None) -> Document | None:
        """Return a document by its id."""
        return self.by_id.get(document_id) if document_id else None

    def documents(self) -> tuple[Document, ...]:
        """Return every known document, sorted by id."""
        return tuple(self.by_id[key] for key in sorted(self.by_id))

    def id_of_letter(self, letter: Letter) -> str:
        """Return the id of a held letter."""
        return self.ids[self.letters[letter.path]]

    def _index(self, identity: Identity) -> None:
        self.by_mark[identity.number, identity.number_year, identity.symbol].add(identity)

    def _index_law(self, identity: Identity, kind: str | None, title: str | None) -> None:
        name = law_slug(kind, title)
        if name is not None and identity.number:
            self.laws[name].add(identity)

    def _identified(self, claim: Claim) -> Identity | None:
        return (
            self._match_held(claim)
            or self._law(claim)
            or self._of_that_day(claim)
            or self._identity_of_claim(claim)
        )

    def _of_that_day(self, claim: Claim) -> Identity | None:
        """Return the one document of that number, symbol and very day, where no issuer is told.

        A council that names none speaks of itself, or of UBND tỉnh, whose symbols are the same.
        Of a joint one the symbol tells the agencies, which words join in many ways.
        """
        joint = bool(self.registry.agencies.joint_groups(claim.citation.symbol or ""))
        told = claim.issuer is not None and claim.issuer_from != "home" and not joint
        mark = self._mark(claim) if claim.issued and not told else None
        known = self.by_mark.get(mark, ()) if mark else ()
        own = self._issuer_key(claim.issuer, claim.citation.symbol, claim.year)
        fitting = [item for item in known if claim.issued in self._days_of(item)]
        if own and not any(item.issuer == own for item in fitting):
            fitting = [item for item in fitting if item in self.held]
        elif own:
            return next((item for item in fitting if item.issuer == own and joint), None)
        return fitting[0] if len(fitting) == 1 else None

    def _of_home_too(self, claim: Claim, own: Identity) -> list[Identity]:
        """Return the held decision of the home agency that a lower council may mean as well.

        "Quyết định số 61/2025/QĐ-UBND", undated, in a commune's letter: its own or UBND tỉnh's.
        """
        mark = self._mark(claim) if claim.issuer_from == "home" and not claim.issued else None
        if mark is None or not mark[1] or own in self.held:
            return []
        home = agency_key(self.registry.agencies.home)
        if own.issuer == home or not own.issuer.startswith(home.partition("-tinh")[0]):
            return []
        return [
            item for item in self.by_mark.get(mark, ()) if item in self.held and item.issuer == home
        ]

    def _issues_what_is_named(self, item: Identity, claim: Claim) -> bool:
        """Say whether a held decision's subject has the title of what the citation says it issued."""
        attachment = claim.citation.attachment
        title = slug(attachment.title) if attachment else ""
        return title.count("-") >= _TITLE_WORDS and title in slug(
            self.held[item].metadata.subject or ""
        )

    def _law(self, claim: Claim) -> Identity | None:
        """Return the one law with a number that a mention by name and year means.

        2025 has two of one name, Luật Tổ chức chính quyền địa phương: there the day tells.
        """
        if claim.citation.kind != "name":
            return None
        name = law_slug(claim.citation.type, claim.citation.title) or ""
        fitting = [item for item in self.laws.get(name, ()) if item.year == claim.year]
        if len(fitting) > 1 and claim.issued:
            fitting = [item for item in fitting if claim.issued in self._days_of(item)]
        return fitting[0] if len(fitting) == 1 else None

    def _days_of(self, identity: Identity) -> set[datetime.date]:
        """Return the days on which a document is said to have been issued, by itself or by others."""
        letter = self.held.get(identity)
        own = {letter.metadata.issued} if letter is not None and letter.metadata.issued else set()
        return self.days.get(identity, set()) | own

    def _fitting(self, claim: Claim) -> list[Identity]:
        """Return known identities with the citation's number and symbol, of its issuer.

        Of a law cited by name, also those with that name and a number.
        """
        mark = self._mark(claim)
        known = self.by_mark.get(mark, set()) if mark else set()
        if claim.citation.kind == "name":
            known = known | self.laws.get(mark[2] if mark else "", set())
        issuer = self._issuer_key(claim.issuer, claim.citation.symbol, claim.year)
        return [
            item
            for item in known
            if (not issuer or not item.issuer or item.issuer == issuer)
            and (not claim.year or item.year == claim.year)
            and (not claim.years or item.year in claim.years)
        ]

    def _match_held(self, claim: Claim) -> Identity | None:
        """Return the one held letter that fits, also where one side names no issuer."""
        fitting = [item for item in self._fitting(claim) if item in self.held]
        if not fitting:
            fitting = self._held_in_other_words(claim)
        return fitting[0] if len(fitting) == 1 else None

    def _held_in_other_words(self, claim: Claim) -> list[Identity]:
        """Return held letters whose letterhead names the issuer that a citation names, otherwise."""
        mark = self._mark(claim) if claim.issuer and claim.issuer_from in _NAMED else None
        found = []
        for item in self.by_mark.get(mark, ()) if mark else ():
            letter = self.held.get(item)
            own = letter.metadata.issuer if letter else None
            if letter is None or own is None or item.year != (claim.year or item.year):
                continue
            days = {claim.issued, letter.metadata.issued} - {None}
            same_day = claim.issued is not None and claim.issued == letter.metadata.issued
            if len(days) < 2 and (
                same_agency(
                    claim.issuer or "", own, self.registry.agencies.province, same_day=same_day
                )
                or (same_day and may_be_of_another_province(claim, own, self.registry))
            ):
                found.append(item)
        return found

    def _mark(self, claim: Claim) -> tuple[str, int, str] | None:
        citation = claim.citation
        if citation.kind == "name" and citation.title:
            return "", 0, slug(citation.title)
        if citation.number is None or citation.symbol is None:
            return None
        return without_zeros(citation.number), citation.number_year or 0, slug(citation.symbol)

    def _identity_of_claim(self, claim: Claim) -> Identity | None:
        mark = self._mark(claim)
        if mark is None:
            return None
        number, number_year, symbol = mark
        return Identity(
            year=claim.year or 0,
            number=number,
            number_year=number_year,
            symbol=symbol,
            issuer=self._issuer_key(claim.issuer, claim.citation.symbol, claim.year),
        )

    def _issuer_key(self, name: str | None, symbol: str | None, year: int | None) -> str:
        return self.registry.agencies.issuer_key(name, symbol, year or 0) if name else ""

    def _nickname(self, entry: NicknameEntry) -> Identity:
        return Identity(
            year=entry.number_year or entry.issued.year,
            number=without_zeros(entry.number),
            number_year=entry.number_year or 0,
            symbol=slug(entry.symbol),
            issuer=self.registry.agencies.series_of(entry.issuer),
        )

    def _identity_of(self, letter: Letter) -> Identity:
        metadata = letter.metadata
        if metadata.number is None or metadata.symbol is None:
            stem = slug(PurePosixPath(letter.path).stem)
            number, number_year, symbol = "", 0, f"khong-so-{stem}"
        else:
            number = without_zeros(metadata.number)
            number_year, symbol = metadata.number_year or 0, slug(metadata.symbol)
        return Identity(
            year=metadata.year or 0,
            number=number,
            number_year=number_year,
            symbol=symbol,
            issuer=self._issuer_key(metadata.issuer, metadata.symbol, metadata.year),
        )

    def _wanted_id(self, identity: Identity) -> str:
        symbol = identity.symbol.partition("~")[0]
        year = year_part(identity.year)
        if not identity.number:
            return f"{year}/{bounded(symbol)}"
        reference = reference_slug(identity.number, identity.number_year, symbol)
        base = f"{year}/{bounded(reference)}"
        usual = self.registry.agencies.bearers_in(symbol, identity.year)
        if not usual or not identity.issuer:
            return base
        if identity.issuer in {agency_key(entry.name) for entry in usual}:
            return base
        if identity.issuer == self.registry.agencies.joint_key(symbol, identity.year):
            return base
        return f"{year}/{bounded(f'{reference}--{identity.issuer}')}"

    def _id_of(self, identity: Identity, claim: Claim) -> str:
        if identity not in self.ids:
            self.claims[identity].append(claim)
            self._index(identity)
            self._add(identity, self._free(self._wanted_id(identity)), None)
        return self.ids[identity]

    def _free(self, wanted: str) -> str:
        """Return an id that no document has: the wanted one, else with the first free number."""
        if wanted not in self.by_id:
            return wanted
        number = self._next.get(wanted, 2)
        while f"{wanted}-{number}" in self.by_id:
            number += 1
        self._next[wanted] = number + 1
        return f"{wanted}-{number}"

    def _add(self, identity: Identity, document_id: str, letter: Letter | None) -> None:
        self.ids[identity] = document_id
        self.by_id[document_id] = (
            described.held(document_id, identity, letter)
            if letter
            else described.stub(document_id, identity, self.claims[identity], self.registry)
        )


_MANY = 12
_TITLE_WORDS = 4
"""Words after the first that a title must have to tell one document from others."""
