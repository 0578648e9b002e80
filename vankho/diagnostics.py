"""The catalogue: for each code its severity, its message and what to do, in Vietnamese."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from vankho.model.finding import Code, Diagnostic, Finding, Severity

_BLANK = re.compile(r"\{(\w+)\}")
_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Entry:
    """How a code is worded. Blanks in braces are filled from the finding's details."""

    severity: Severity
    message: str
    hint: str


CATALOGUE: dict[Code, Entry] = {
    Code.ENCODING: Entry(
        _E,
        "Tệp không phải UTF-8: {what}.",
        "Lưu lại tệp bằng bảng mã UTF-8 (trong Word: Lưu thành > Văn bản thuần > UTF-8).",
    ),
    Code.CONTROL_CHARACTER: Entry(
        _W,
        "Có ký tự điều khiển U+{char} không hiển thị được; trên trang thay bằng dấu \ufffd.",
        "Xóa ký tự này khỏi tệp hoặc chuyển lại văn bản từ bản gốc.",
    ),
    Code.EMPTY_LETTER: Entry(
        _E, "Tệp không có nội dung.", "Chép nội dung văn bản vào tệp hoặc bỏ tệp khỏi kho."
    ),
    Code.UNREADABLE_FILE: Entry(
        _E,
        "Không đọc được tệp: {why}.",
        "Kiểm tra quyền đọc, loại tệp và tên tệp; đặt chính tệp đó vào kho.",
    ),
    Code.FRONT_MATTER: Entry(
        _E,
        "Phần khai báo đầu tệp không dùng được: {why}.",
        "Sửa lại phần nằm giữa hai dòng --- theo hướng dẫn thêm văn bản.",
    ),
    Code.REPLACE_NOT_FOUND: Entry(
        _E,
        "Chỗ cần sửa “{text}” xuất hiện {count} lần trong văn bản (phải đúng 1 lần).",
        "Chép thêm vài chữ trước và sau để chỗ cần sửa là duy nhất.",
    ),
    Code.ORIGINAL_MISSING: Entry(
        _E,
        "Không dùng được bản gốc “{name}”: {why}.",
        "Đặt tệp vào corpus/originals và ghi đường dẫn tính từ thư mục đó.",
    ),
    Code.NUMBER_MISSING: Entry(
        _W,
        "Không đọc được số và ký hiệu của văn bản.",
        "Nếu văn bản có số, khai báo number và symbol ở đầu tệp.",
    ),
    Code.DATE_MISSING: Entry(
        _W, "Không đọc được ngày ban hành.", "Khai báo issued: NĂM-THÁNG-NGÀY ở đầu tệp."
    ),
    Code.DATE_IMPOSSIBLE: Entry(
        _W, "Ngày ban hành “{text}” không có thật.", "Đối chiếu bản gốc rồi khai báo issued ở đầu tệp."
    ),
    Code.ISSUER_MISSING: Entry(
        _W, "Không đọc được cơ quan ban hành.", "Khai báo issuer ở đầu tệp."
    ),
    Code.SUBJECT_MISSING: Entry(
        _W, "Không đọc được trích yếu.", "Khai báo subject ở đầu tệp."
    ),
    Code.SIGNER_MISSING: Entry(
        _N, "Không đọc được người ký.", "Khai báo signer (position, name) ở đầu tệp."
    ),
    Code.POINT_REPEATED: Entry(
        _W,
        "Số “{marker}” lặp lại ở cùng một chỗ; lần này có địa chỉ #{anchor}.",
        "Đối chiếu bản gốc: có thể đánh số sai hoặc chuyển chữ sai.",
    ),
    Code.DUPLICATE_LETTER: Entry(
        _E,
        "Cùng một văn bản ({id}) với tệp {other}; cả hai có trang riêng, viện dẫn trỏ tới tệp kia.",
        "Giữ một tệp. Nếu là hai văn bản khác nhau, khai báo number, symbol hoặc issuer.",
    ),
    Code.SLUG_COLLISION: Entry(
        _W,
        "Hai văn bản khác nhau có chung địa chỉ {id}; văn bản này dùng {own}.",
        "Không cần sửa nếu hai văn bản thật sự khác nhau.",
    ),
    Code.CITATION_AMBIGUOUS: Entry(
        _W,
        "Viện dẫn “{surface}” có thể là: {candidates}.",
        "Trang liệt kê các khả năng. Chỉ bản gốc mới cho biết văn bản nào được viện dẫn.",
    ),
    Code.CITATION_UNNAMED: Entry(
        _N,
        "Viện dẫn “{surface}” không ghi ký hiệu và chưa có văn bản nào phù hợp.",
        "Khi kho có văn bản đó, viện dẫn tự thành liên kết. Nếu biết ký hiệu, dùng replace ở đầu tệp.",
    ),
    Code.CITATION_DATE_MISMATCH: Entry(
        _W,
        "Viện dẫn “{surface}” ghi ngày {written}, văn bản {id} ghi ngày {held}.",
        "Đối chiếu hai bản gốc; liên kết vẫn trỏ tới {id}.",
    ),
    Code.CITATION_DATE_IMPOSSIBLE: Entry(
        _W,
        "Viện dẫn “{surface}” ghi một ngày không có thật: {written}.",
        "Đối chiếu bản gốc; nếu do chuyển chữ, dùng replace ở đầu tệp.",
    ),
    Code.CITATION_LATER_THAN_LETTER: Entry(
        _W,
        "Viện dẫn “{surface}” ban hành sau văn bản này ({written}).",
        "Đối chiếu ngày của cả hai văn bản với bản gốc.",
    ),
    Code.CITATION_POINT_MISSING: Entry(
        _W,
        "Văn bản {id} không có {pinpoint}; liên kết trỏ tới đầu trang.",
        "Đối chiếu số điểm, khoản ở cả hai văn bản.",
    ),
    Code.ID_LOST: Entry(
        _W,
        "Địa chỉ {id} đã công bố, nay không còn trang nào.",
        "Chạy vankho ids --update trước khi công bố, hoặc tự thêm vào registry/ids.yml, dưới {key}: {line}",
    ),
    Code.SECRET: Entry(
        _E,
        "Văn bản mang dấu mật hoặc hạn chế phổ biến, đã giữ lại (SHA-256 {sha256}).",
        "Chuyển tệp ra khỏi máy theo quy định về bảo vệ bí mật nhà nước. Nếu bị giữ nhầm: ghi quyết định thả vào registry/releases.yml.",
    ),
    Code.SECRET_RELEASED: Entry(
        _N,
        "Phần đầu trông như có dấu mật; công bố theo quyết định của {by} ngày {date}: {why}.",
        "Không cần sửa. Muốn giữ lại thì xóa mục của tệp này trong registry/releases.yml.",
    ),
    Code.RELEASE_LAPSED: Entry(
        _E,
        "Quyết định thả văn bản này (của {by} ngày {date}) không còn hiệu lực: {why}.",
        "Đối chiếu lại với bản gốc rồi ghi quyết định mới vào registry/releases.yml, hoặc xóa quyết định cũ.",
    ),
    Code.WITHHELD_UNCLEAR: Entry(
        _E,
        "Phần khai báo đầu tệp có nói đến việc công bố nhưng không đọc được, nên văn bản được giữ lại (SHA-256 {sha256}).",
        "Sửa phần khai báo: publish: true để công bố, publish: false để giữ lại.",
    ),
    Code.TEXT_LOST: Entry(
        _E,
        "Trang không mang đủ lời văn; chỗ khác đầu tiên: “{expected}” thành “{found}”.",
        "Đây là lỗi của chương trình; trang cũ được giữ nguyên. Xin báo cho người quản trị.",
    ),
    Code.LINK_BROKEN: Entry(
        _E, "Liên kết {target} trên trang {page} không dẫn tới đâu.",
        "Đây là lỗi của chương trình hoặc của trang viết tay; sửa liên kết đó.",
    ),
    Code.ROW_INVALID: Entry(
        _E, "Dòng dữ liệu không hợp lược đồ {schema}: {why}.", "Đây là lỗi của chương trình."
    ),
}  # fmt: skip


def line_starts(text: str) -> list[int]:
    """Return the offset of the first character of each line."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def locate(finding: Finding, path: str, text: str, starts: list[int] | None = None) -> Diagnostic:
    """Place a finding of a letter in its file. Lines and columns count from 1."""
    starts = starts or line_starts(text)
    offset = finding.span.start if finding.span is not None else 0
    row = bisect_right(starts, offset) - 1
    end = text.find("\n", starts[row])
    return place(
        finding,
        path=path,
        line=row + 1,
        column=offset - starts[row] + 1,
        source_line=text[starts[row] : end if end >= 0 else len(text)],
    )


def place(
    finding: Finding, *, path: str, line: int = 1, column: int = 1, source_line: str = ""
) -> Diagnostic:
    """Word a finding at a known place."""
    entry = CATALOGUE[finding.code]
    details = dict(finding.details)
    return Diagnostic(
        path=path,
        line=line,
        column=column,
        code=finding.code,
        severity=entry.severity,
        message=_fill(entry.message, details),
        hint=_fill(entry.hint, details),
        source_line=source_line,
    )


def _fill(template: str, details: dict[str, str]) -> str:
    # Not str.format: a detail is text of a letter and may hold braces.
    return _BLANK.sub(lambda match: details.get(match[1], ""), template)
