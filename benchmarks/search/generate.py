"""Made letters of real size, any number of them, with a citation graph like a real one's.

Words follow each other as they do in the letters of `gold/search` (a chain of two words), so
that words and pairs are as frequent as in real letters; about a third of the sentences are
stock ones that come again and again, as in real letters. Rare syllables stand for the names of
places and people. About three quarters of the citations go to letters of the archive, recent
ones first, most of the others to a few hundred popular documents.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from vankho.search.document import Cited, SearchAgency, SearchDocument

USUAL_CHARACTERS = 4_100
"""About 5.6 kB in UTF-8, as the real letters have."""
_FIRST_DAY = date(2005, 1, 3)
_LAST_DAY = date(2024, 12, 27)
_AGENCIES = (
    ("UBND", "Ủy ban nhân dân tỉnh", ("KSTTHC", "TTHC", "NNTN", "KTTH", "NC", "KGVX", "CNXD")),
    ("SNV", "Sở Nội vụ", ("CCHC", "CCVC", "VP")),
    ("STP", "Sở Tư pháp", ("HCTP", "XDKT", "VP")),
    ("STC", "Sở Tài chính", ("QLNS", "QLGCS", "VP")),
    ("SYT", "Sở Y tế", ("NVY", "NVD", "VP")),
    ("SCT", "Sở Công Thương", ("QLTM", "QLNL", "VP")),
    ("SXD", "Sở Xây dựng", ("KTQH", "QLNTTBĐS", "VP")),
    ("SGDĐT", "Sở Giáo dục và Đào tạo", ("GDTrH", "KTQLCLGD", "VP")),
    ("STTTT", "Sở Thông tin và Truyền thông", ("BCVT&CNTT", "TTBCXB", "VP")),
    ("SNNPTNT", "Sở Nông nghiệp và Phát triển nông thôn", ("CNTY", "TL", "KL")),
    ("STNMT", "Sở Tài nguyên và Môi trường", ("QLĐĐ", "MT", "VP")),
    ("SKHĐT", "Sở Kế hoạch và Đầu tư", ("ĐKKD", "TH", "VP")),
    ("SGTVT", "Sở Giao thông vận tải", ("QLVT", "KHTC", "VP")),
    ("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", ("QLVH", "QLDL", "VP")),
    ("CAT", "Công an tỉnh", ("PC06", "PC07", "PV01")),
)
_CENTRAL = (
    ("QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ"),
    ("NQ-CP", "Nghị quyết", "Chính phủ"),
    ("NĐ-CP", "Nghị định", "Chính phủ"),
    ("CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ"),
    ("TT-VPCP", "Thông tư", "Văn phòng Chính phủ"),
    ("TT-BNV", "Thông tư", "Bộ Nội vụ"),
)
_ONSETS = "b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x"
_RIMES = (
    "a à á ả ạ an àn ang áng anh ành ao ào ăn ắc âm ập ê ế em en ên ếch i ì ich iên iền iết iêu inh ình "
    "o ò oa oà oan oàn oang oanh ong òng ô ố ôi ồi ôn ông ống ơ ờ ơi ơn ớp u ù uân uất ung úng uy uyên "
    "uyết ư ừ ưng ước ương ường ưu ượu"
)
_SURNAMES = "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý"
_SENTENCE = re.compile(r"(?<=[.;:])\s+|\n+")
_CITATION = re.compile(r"\d{1,5}/(?:\d{4}/)?[A-ZĐ][\w&-]+")


def agencies() -> list[SearchAgency]:
    """The registry that goes with the letters."""
    return [
        SearchAgency(
            name=f"{name} Quảng Ngãi" if short == "UBND" else name,
            abbreviations=(short,),
            aliases=(),
        )
        for short, name, _ in _AGENCIES
    ]


@dataclass
class _Model:
    """What follows two words, in the source."""

    follows: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    starts: list[tuple[str, str]] = field(default_factory=list)

    def learn(self, text: str) -> None:
        for sentence in _SENTENCE.split(text.replace("*", "")):
            words = _CITATION.sub("#", sentence).split()
            if len(words) < 6 or sentence.isupper() or sentence.startswith("Độc lập"):
                continue
            self.starts.append((words[0], words[1]))
            for a, b, c in zip(words, words[1:], words[2:], strict=False):
                self.follows[a, b].append(c)

    def sentence(self, chance: random.Random, rare: "_Rare") -> str:
        a, b = chance.choice(self.starts)
        words = [a, b]
        while len(words) < 60:
            nexts = self.follows.get((a, b))
            if not nexts:
                break
            a, b = b, chance.choice(nexts)
            words.append(b)
            if chance.random() < 0.04:
                words.append(rare.word(chance))
            if chance.random() < 0.02:
                words.append(str(chance.randint(1, 999)))
        return " ".join(words)


class _Rare:
    """Syllables for names, a few common and most rare, as names are."""

    def __init__(self, chance: random.Random) -> None:
        self._syllables = [(o + r).capitalize() for o in _ONSETS.split() for r in _RIMES.split()]
        chance.shuffle(self._syllables)

    def word(self, chance: random.Random) -> str:
        place = int(chance.paretovariate(0.6)) - 1
        return self._syllables[place % len(self._syllables)]


class _Maker:
    def __init__(self, count: int, sources: Sequence[str], seed: int) -> None:
        self.chance = random.Random(seed)
        self.model = _Model()
        for text in sources:
            self.model.learn(text)
        self.rare = _Rare(self.chance)
        self.stock = [self.model.sentence(self.chance, self.rare) for _ in range(400)]
        self.count = count
        self.signers = [self._person() for _ in range(120)]
        self.places = [
            f"{self.rare.word(self.chance)} {self.rare.word(self.chance)}" for _ in range(180)
        ]
        self.popular = [self._central() for _ in range(300)]
        self.recent: list[Cited] = []
        self.stubs: dict[str, SearchDocument] = {}

    def _person(self) -> str:
        names = [self.rare.word(self.chance) for _ in range(2)]
        return " ".join([self.chance.choice(_SURNAMES.split()), *names])

    def _central(self) -> SearchDocument:
        symbol, kind, issuer = self.chance.choice(_CENTRAL)
        year = self.chance.randint(2001, 2024)
        number = self.chance.randint(1, 2_500)
        legal = symbol.startswith(("NĐ", "TT"))
        reference = f"{number:02}/{year}/{symbol}" if legal else f"{number:02}/{symbol}"
        return _stub(
            reference, year, kind, issuer, self.model.sentence(self.chance, self.rare)[:90]
        )

    def letters(self) -> Iterator[SearchDocument]:
        span = (_LAST_DAY - _FIRST_DAY).days
        numbers: dict[tuple[str, int], int] = defaultdict(int)
        for i in range(self.count):
            day = _FIRST_DAY + timedelta(days=span * i // self.count)
            short, name, units = _AGENCIES[
                min(int(self.chance.expovariate(0.25)), len(_AGENCIES) - 1)
            ]
            numbers[short, day.year] += 1
            number = numbers[short, day.year]
            yield self._letter(number, short, name, self.chance.choice(units), day)

    def _letter(self, number: int, short: str, name: str, unit: str, day: date) -> SearchDocument:
        chance = self.chance
        symbol = f"{short}-{unit}"
        subject = f"{chance.choice(self.model.starts)[0].lower()} {self.model.sentence(chance, self.rare)}"[
            :110
        ]
        subject = subject.rsplit(" ", 1)[0]
        addressees = tuple(sorted({self._addressee() for _ in range(chance.randint(1, 4))}))
        signer = chance.choice(self.signers)
        head = f"Số: {number}/{symbol}\n\nQuảng Ngãi, ngày {day.day:02} tháng {day.month} năm {day.year}"
        kept = [head, f"V/v {subject}", "Kính gửi:", *(f"- {a};" for a in addressees)]
        size = sum(map(len, kept))
        target = USUAL_CHARACTERS * chance.lognormvariate(-0.125, 0.5)
        anchors: list[tuple[int, str]] = []
        cites: list[Cited] = []
        clause = 0
        while size < target:
            clause += 1
            anchors.append((size + 2 * len(kept), f"khoan-{clause}"))
            kept.append(f"{clause}. {self._paragraph(cites)}")
            size += len(kept[-1])
        kept += ["Nơi nhận:\n- Như trên;\n- Lưu: VT.", signer]
        reference = f"{number}/{symbol}"
        self._remember(Cited(reference, day.year))
        slug = re.sub(r"[^a-z0-9]+", "-", reference.lower().replace("đ", "d"))
        return SearchDocument(
            id=f"{day.year}/{slug}",
            url=f"van-ban/{day.year}/{slug}.html",
            held=True,
            type="Công văn",
            reference=reference,
            number=str(number),
            symbol=symbol,
            issued=day.isoformat(),
            year=day.year,
            issuer=f"{name} Quảng Ngãi" if short == "UBND" else name,
            addressees=addressees,
            signer=signer,
            subject=subject,
            text="\n\n".join(kept),
            anchors=tuple(anchors),
            cites=tuple(sorted(set(cites))),
        )

    def _addressee(self) -> str:
        if self.chance.random() < 0.5:
            return self.chance.choice(_AGENCIES)[1]
        return f"UBND xã {self.chance.choice(self.places)}"

    def _paragraph(self, cites: list[Cited]) -> str:
        sentences = []
        for _ in range(self.chance.randint(1, 4)):
            if self.chance.random() < 0.35:
                sentence = self.chance.choice(self.stock)
            else:
                sentence = self.model.sentence(self.chance, self.rare)
            sentences.append(re.sub("#", lambda _: self._cite(cites), sentence))
        return " ".join(sentences)

    def _cite(self, cites: list[Cited]) -> str:
        roll = self.chance.random()
        if roll < 0.75 and self.recent:
            back = min(int(self.chance.expovariate(1 / 400)), len(self.recent) - 1)
            cited = self.recent[-1 - back]
        elif roll < 0.98:
            popular = self.popular[
                min(int(self.chance.paretovariate(0.8)) - 1, len(self.popular) - 1)
            ]
            self.stubs.setdefault(popular.id, popular)
            cited = Cited(popular.reference or "", popular.year)
        else:
            rare = self._central()
            self.stubs.setdefault(rare.id, rare)
            cited = Cited(rare.reference or "", rare.year)
        cites.append(cited)
        return cited.reference

    def _remember(self, cited: Cited) -> None:
        self.recent.append(cited)
        if len(self.recent) > 20_000:
            del self.recent[:10_000]


def _stub(reference: str, year: int, kind: str, issuer: str, subject: str) -> SearchDocument:
    number, *_, symbol = reference.split("/")
    slug = re.sub(r"[^a-z0-9]+", "-", reference.lower().replace("đ", "d"))
    return SearchDocument(
        id=f"{year}/{slug}",
        url=f"van-ban/{year}/{slug}.html",
        held=False,
        type=kind,
        reference=reference,
        number=number,
        symbol=symbol,
        issued=None,
        year=year,
        issuer=issuer,
        addressees=(),
        signer=None,
        subject=subject,
        text="",
        anchors=(),
        cites=(),
    )


def documents(count: int, sources: Sequence[str], seed: int = 1) -> Iterator[SearchDocument]:
    """`count` letters, then the documents that they cite and the archive does not hold."""
    maker = _Maker(count, sources, seed)
    yield from maker.letters()
    yield from maker.stubs.values()
