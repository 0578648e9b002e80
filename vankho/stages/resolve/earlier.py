"""What "văn bản nêu trên" may mean: the documents that a letter has named before."""

import re
from collections.abc import Sequence

from vankho.model.letter import Letter, Level
from vankho.model.resolution import (
    Ambiguous,
    Outcome,
    Resolved,
    SelfReference,
    Several,
    Stub,
    Unnamed,
)
from vankho.stages.resolve.claim import Claim
from vankho.text.fold import fold

_MOST = 12
"""More documents than this no reader takes "các văn bản nêu trên" for."""
_SEVERAL = re.compile(r"(?:cac|nhung|(?P<count>hai|ba|bon|nam|0?\d))\s")
_COUNTS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5}

_UNKNOWN = ""
"""In the place of an issuer that no words and no symbol tell."""

_Key = tuple[str | None, str | None]


class Earlier:
    """The documents named so far, by type and issuer; each is looked up at once."""

    def __init__(self, letter: Letter) -> None:
        self.sent: set[str] = set()
        """Types of things named so far as issued or sent with this letter."""
        self.attached = any(
            block.path and block.path[0].level is Level.ATTACHMENT for block in letter.blocks
        )
        self._fitting: dict[_Key, dict[Outcome, None]] = {}
        self._last: dict[_Key, Outcome] = {}
        self._named: set[Outcome] = set()
        self._amending: set[Outcome] = set()
        """Named so far only as what changed another: "A (được sửa đổi tại B)"."""

    def add(self, claim: Claim, outcome: Outcome | None) -> None:
        """Take in one mention, in order of the text."""
        citation = claim.citation
        if citation.kind == "self" and citation.attachment is not None:
            self.sent.add(citation.attachment.type)
        if outcome is None or isinstance(outcome, SelfReference) or citation.kind == "anaphora":
            return
        if citation.about is None:
            self._amending.discard(outcome)
        elif outcome not in self._named:
            self._amending.add(outcome)
        self._named.add(outcome)
        # A law is no "văn bản nêu trên"; it is "Luật này".
        kinds = {citation.type} if citation.kind == "name" else {None, citation.type}
        if citation.called:  # "Thông báo số 2210/SXD-QLHT" is a letter; "Thông báo này" means it
            kinds.add(citation.called)
        for kind in kinds:
            for issuer in {None, claim.issuer or _UNKNOWN}:
                self._last[kind, issuer] = outcome
                fitting = self._fitting.setdefault((kind, issuer), {})
                if len(fitting) <= _MOST:
                    fitting[outcome] = None

    def meant_by(self, claim: Claim) -> Outcome | None:
        """Return the one document that a reference back fits, the several it names, or None."""
        fitting = list(self._fitting.get(self._key(claim), ()))
        if any(isinstance(outcome, Ambiguous | Unnamed) for outcome in fitting):
            return None
        several = (
            _SEVERAL.match(fold(claim.citation.surface))
            if claim.citation.kind == "anaphora"
            else None
        )
        if several is None:
            return self._one_of(fitting) or self._one_of(self._of_whom_is_beside(claim))
        count = several["count"]
        wanted = _COUNTS.get(count) or int(count) if count else None
        if not 2 <= len(fitting) <= _MOST or (wanted and wanted != len(fitting)):
            return None
        return Several(candidates=tuple(outcome.id for outcome in fitting))  # type: ignore[union-attr]

    def _one_of(self, fitting: Sequence[Outcome]) -> Outcome | None:
        main = [outcome for outcome in fitting if outcome not in self._amending] or fitting
        return main[0] if len(main) == 1 else None

    def _of_whom_is_beside(self, claim: Claim) -> Sequence[Outcome]:
        """Return those of whoever is named before a reference back: "đề xuất của X tại Công văn nêu trên"."""
        if claim.beside is None:
            return ()
        return list(self._fitting.get((claim.citation.type, claim.beside), ()))

    def open_between(self, claim: Claim) -> Ambiguous | None:
        """Return the documents between which a reference back leaves it open, if several fit."""
        fitting = self._fitting.get(self._key(claim), ())
        ids = [outcome.id for outcome in fitting if isinstance(outcome, Resolved | Stub)]
        return Ambiguous(candidates=tuple(ids)) if 2 <= len(ids) == len(fitting) <= _MOST else None

    def last_and_others(self, claim: Claim) -> tuple[Outcome, list[Outcome]] | None:
        """Return, of those that a reference back fits, the one named last, and the others."""
        key = self._key(claim)
        last = self._last.get(key)
        if last is None:
            return None
        return last, [outcome for outcome in self._fitting[key] if outcome != last]

    def _key(self, claim: Claim) -> _Key:
        kind, issuer = claim.citation.type, claim.issuer
        if claim.citation.issuer and not issuer and (kind, _UNKNOWN) in self._fitting:
            issuer = _UNKNOWN  # "công văn nêu trên của Công ty": not one whose issuer is known
        return kind, issuer
