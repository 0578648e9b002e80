import dataclasses
import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.search.letters import AGENCIES, archive, letters
from vankho.search import build, layout, postings, runs, store, taken
from vankho.search.agencies import Agencies, agency_name
from vankho.search.build import build_index
from vankho.search.document import SearchAgency, SearchDocument
from vankho.search.reference import reference_keys
from vankho.search.varint import varint, varints


def _hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _many(count: int) -> list[SearchDocument]:
    """Letters of one kind with rising dates."""
    first = letters()[0]
    return [
        dataclasses.replace(
            first,
            id=f"{2000 + i // 300}/{i}-ubnd-vp",
            url=f"van-ban/{2000 + i // 300}/{i}-ubnd-vp.html",
            reference=f"{i}/UBND-VP",
            issued=f"{2000 + i // 300}-{1 + i % 300 // 25:02}-{1 + i % 25:02}",
            year=2000 + i // 300,
            text=f"{first.text}\n\nVề việc thứ {i} và {i * 7}.",
        )
        for i in range(count)
    ]


@pytest.mark.parametrize(
    ("reference", "keys"),
    [
        ("972/UBND-KSTTHC", ("972/ubndkstthc",)),
        ("0972/UBND-KSTTHC", ("972/ubndkstthc",)),
        ("468/STTTT-BCVT&CNTT", ("468/stttbcvtcntt".replace("sttt", "stttt"),)),
        ("37/2020/QĐ-UBND", ("37/qdubnd", "37/2020/qdubnd")),
        ("01/2023/TT-VPCP", ("1/ttvpcp", "1/2023/ttvpcp")),
        ("12-NQ/TW", ("12/nqtw",)),
        ("12a/BC-SNV", ("12a/bcsnv",)),
        ("66.4/2025/NQ-CP", ("66.4/nqcp", "66.4/2025/nqcp")),
        ("59/2020/QH14", ("59/qh14", "59/2020/qh14")),
        ("Luật Lưu trữ", ()),
        ("", ()),
    ],
)
def test_reference_keys(reference: str, keys: tuple[str, ...]) -> None:
    assert reference_keys(reference) == keys


@pytest.mark.parametrize("value", [0, 1, 127, 128, 300, 65_535, 65_536, 2**31])
def test_varint_round_trip(value: int) -> None:
    data = varint(value)
    assert sum((byte & 0x7F) << (7 * i) for i, byte in enumerate(data)) == value
    assert varints([value, 5]) == data + varint(5)


def test_same_bytes_from_the_same_documents(tmp_path: Path) -> None:
    documents = archive()
    build_index(documents, AGENCIES, tmp_path / "a")
    shuffled = random.Random(3).sample(documents, len(documents))
    build_index(iter(shuffled), AGENCIES, tmp_path / "b")
    assert _hashes(tmp_path / "a") == _hashes(tmp_path / "b")


def test_spilled_runs_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = _many(40)
    build_index(documents, AGENCIES, tmp_path / "a")
    monkeypatch.setattr(postings, "_RUN_POSTINGS", 500)
    monkeypatch.setattr(runs, "_CHUNK", 7)
    build_index(documents, AGENCIES, tmp_path / "b")
    assert _hashes(tmp_path / "a") == _hashes(tmp_path / "b")


def _kept_bytes(before: dict[str, str], folder: Path) -> float:
    """How much of an index is what it was before, as a share of its bytes."""
    now = _hashes(folder)
    size = {name: (folder / name).stat().st_size for name in now}
    kept = sum(size[name] for name, digest in now.items() if before.get(name) == digest)
    return kept / sum(size.values())


_COUNT = 1_500
_CHANGES = {
    "a new letter": lambda all_: (all_[:-1], all_, 0.8),
    "a letter taken back": lambda all_: (all_, all_[:-1], 0.8),
    "a late letter changed": lambda all_: (all_, [*all_[:-2], _changed(all_[-2]), all_[-1]], 0.8),
    # The old letters' posting lists are written anew, but of their texts one group only.
    "an old letter found": lambda all_: ([*all_[:40], *all_[41:]], all_, 0.35),
    "an old letter changed": lambda all_: (
        all_,
        [*all_[:40], _changed(all_[40]), *all_[41:]],
        0.35,
    ),
}


def _changed(letter: SearchDocument) -> SearchDocument:
    return dataclasses.replace(letter, text=f"{letter.text} Đã sửa.", subject="việc khác")


@pytest.mark.parametrize("change", _CHANGES)
def test_what_a_change_leaves_alone(
    tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "_SMALLEST", 64)
    earlier, later, share = _CHANGES[change](_many(_COUNT))
    build_index(earlier, AGENCIES, tmp_path / "earlier")
    before = _hashes(tmp_path / "earlier")
    report = build_index(later, AGENCIES, tmp_path / "next", before=tmp_path / "earlier")
    assert report.rebuilt == 1
    assert _kept_bytes(before, tmp_path / "next") > share
    assert _hashes(tmp_path / "earlier") == before
    # In place, beside, or from nothing: the same bytes.
    build_index(later, AGENCIES, tmp_path / "earlier")
    build_index(later, AGENCIES, tmp_path / "clean")
    clean = _hashes(tmp_path / "clean")
    assert _hashes(tmp_path / "next") == _hashes(tmp_path / "earlier") == clean


@pytest.mark.parametrize("seed", range(4))
def test_any_change_gives_the_bytes_of_a_clean_build(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "_SMALLEST", 16)
    chance = random.Random(seed)
    documents = _many(400) + archive()
    out = tmp_path / "search"
    for step in range(4):
        chosen = chance.sample(documents, chance.randint(1, len(documents)))
        chosen = [_changed(item) if chance.random() < 0.1 else item for item in chosen]
        build_index(chosen, AGENCIES, out)
        build_index(chosen, AGENCIES, tmp_path / str(step))
        assert _hashes(out) == _hashes(tmp_path / str(step))


def test_nothing_changed_builds_nothing(tmp_path: Path) -> None:
    build_index(archive(), AGENCIES, tmp_path)
    before = _hashes(tmp_path)
    assert build_index(archive(), AGENCIES, tmp_path).rebuilt == 0
    assert _hashes(tmp_path) == before


def _spoil_gone(folder: Path) -> None:
    next(folder.rglob("i0.js")).unlink()


def _spoil_changed(folder: Path) -> None:
    path = next(folder.rglob("t0.js"))
    path.write_bytes(path.read_bytes().replace(b"e", b"f"))


def _spoil_added(folder: Path) -> None:
    (next(folder.rglob("f.js")).parent / "mat.js").write_text("Chuyện mật")


def _spoil_swapped(folder: Path) -> None:
    one, other = sorted(path for path in folder.iterdir() if path.is_dir())[:2]
    one.rename(folder / "x")
    other.rename(one)
    (folder / "x").rename(other)


@pytest.mark.parametrize("spoil", [_spoil_gone, _spoil_changed, _spoil_added, _spoil_swapped])
def test_what_is_not_what_its_name_says_is_built_again(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    build_index(archive(), AGENCIES, tmp_path)
    before = _hashes(tmp_path)
    spoil(tmp_path)
    build_index(archive(), AGENCIES, tmp_path)
    assert _hashes(tmp_path) == before


def test_another_program_trusts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_index(archive(), AGENCIES, tmp_path)
    monkeypatch.setattr(taken, "program", lambda: "another")
    monkeypatch.setattr(build, "program", lambda: "another")
    assert build_index(archive(), AGENCIES, tmp_path).rebuilt == 2


@pytest.mark.parametrize(
    "manifest", ["", "[]", '{"program": 0, "folders": {}}', "{}", '{"folders": []}']
)
def test_a_strange_manifest_is_no_obstacle(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest)
    assert build_index(archive(), AGENCIES, tmp_path).rebuilt == 2


def test_a_letter_taken_back_is_gone_from_every_file(tmp_path: Path) -> None:
    documents = archive()
    secret = dataclasses.replace(
        documents[0], id="2021/1-mat", text="Chuyện tuyệt mật xyzzy", reference="1/MAT"
    )
    build_index([*documents, secret], AGENCIES, tmp_path)
    build_index(documents, AGENCIES, tmp_path)
    build_index(documents, AGENCIES, tmp_path.with_name("clean"))
    assert _hashes(tmp_path) == _hashes(tmp_path.with_name("clean"))


def test_no_documents(tmp_path: Path) -> None:
    report = build_index([], [], tmp_path)
    assert report.documents == report.segments == 0
    assert (tmp_path / "index.js").read_text(encoding="utf-8").startswith("vankhoIndex(")


def test_a_broken_run_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    build_index(archive(), AGENCIES, tmp_path)
    before = _hashes(tmp_path)

    def broken():
        yield from letters()
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        build_index(broken(), AGENCIES, tmp_path)
    assert _hashes(tmp_path) == before


def test_progress_counts_documents(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build_index(archive(), AGENCIES, tmp_path, progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (len(archive()), len(archive()))


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".building-x").mkdir()
    build_index(archive(), AGENCIES, tmp_path)
    assert not list(tmp_path.glob(".building-*"))


def test_strange_documents_are_indexed_all_the_same(tmp_path: Path) -> None:
    first = letters()[0]
    strange = [
        dataclasses.replace(first, id="a", issued="2021-02-30"),
        dataclasses.replace(first, id="b", issued=None, year=None, issuer=None, reference=None),
        dataclasses.replace(first, id="c", text="x" * 100_000, anchors=((99_999, "khoan-1"),)),
        dataclasses.replace(first, id="d", text="", subject=None, anchors=()),
        dataclasses.replace(first, id="e", text="\u2028 </script> \x00 \U0001f600 số 5"),
    ]
    assert build_index(strange, AGENCIES, tmp_path).documents == 5


def _entries(count: int, *, held: bool = True) -> list[store.Entry]:
    return [store.Entry(f"{i:06}", str(i), held, 0, 0, b"", ()) for i in range(count)]


@pytest.mark.parametrize("count", [0, 1, 127, 305, 5_000, 20_005, 100_005])
def test_layout(count: int) -> None:
    entries = _entries(count)
    parts = layout.segments(entries)
    assert [entry for part in parts for entry in part] == entries
    assert len(parts) <= 2
    assert all(parts)
    for part in parts:
        groups = layout.groups(part, count)
        assert [entry for group in groups for entry in group] == part
        assert max(map(len, groups)) < 16 * max(64, count // 256)
    if count > 1_000:
        assert len(parts[-1]) < count / 4


def test_cuts_stay_where_they_are() -> None:
    entries = _entries(3_000)

    def cuts(of: list[store.Entry]) -> set[str]:
        parts = layout.segments(of)
        return {group[0].id for part in parts for group in layout.groups(part, len(of))}

    whole = cuts(entries)
    for gone in (7, 1_000, 2_500, 2_999):
        left = cuts(entries[:gone] + entries[gone + 1 :])
        assert len(whole ^ left) <= 2


def test_stubs_have_a_segment_of_their_own() -> None:
    parts = layout.segments(_entries(3) + _entries(2, held=False))
    assert [[entry.held for entry in part] for part in parts] == [[False] * 2, [True] * 3]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ủy ban nhân dân tỉnh Quảng Ngãi", "ubnd tinh quang ngai"),
        ("UBND tỉnh Quảng Ngãi", "ubnd tinh quang ngai"),
        ("UBND tỉnh", "ubnd tinh quang ngai"),
        ("Sở Y tế tỉnh Quảng Ngãi", "so y te tinh quang ngai"),
        ("SỞ Y TẾ", "so y te tinh quang ngai"),
        ("Sở Bưu chính", "so thong tin"),
        ("Xã Nào Đó", "xa nao do"),
    ],
)
def test_agencies_are_filed_under_one_name(name: str, key: str) -> None:
    known = (
        SearchAgency(name="Ủy ban nhân dân tỉnh Quảng Ngãi", abbreviations=("UBND",), aliases=()),
        SearchAgency(name="Sở Y tế tỉnh Quảng Ngãi", abbreviations=("SYT",), aliases=()),
        SearchAgency(name="Sở Thông tin", abbreviations=(), aliases=("Sở Bưu chính",)),
    )
    assert Agencies(known, []).key(name) == key


def test_a_short_name_that_two_agencies_share_is_neither() -> None:
    known = [
        SearchAgency(name=f"Sở Y tế tỉnh {place}", abbreviations=(), aliases=())
        for place in ("Quảng Ngãi", "Kon Tum")
    ]
    assert Agencies(known, []).key("Sở Y tế") == "so y te"


def test_agency_table_knows_what_people_type() -> None:
    table = Agencies([AGENCIES[1]], ["Sở Tài chính"]).table()
    rows = {name: set(typed) for name, *typed in table}
    assert {"stttt", "sotttt", "sobuuchinhvienthong"} <= rows["Sở Thông tin và Truyền thông"]
    assert {"catinh", "cat"} <= set(Agencies([], ["Công an tỉnh"]).table()[0])
    assert {"stc", "sotc", agency_name("Sở Tài chính").replace(" ", "")} <= rows["Sở Tài chính"]
