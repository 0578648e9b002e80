"""The printed frame of a letter: header, addressees, recipients, signature.

Components are those of Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I. Patterns read
folded text (``text.fold``) unless they say otherwise. What repeats in them is bounded, so that
no line, however long or odd, takes more time than its length.
"""

import re

# What OCR takes for each other: 0 and O, 1, l and I, m and rn.
_O, _I, _DIGIT = "[o0]", "[il1]", "[0-9oli]"
_M = "(?:m|rn)"
_RULE = r"[-–._~=+*\s]{1,5}"

NATION = re.compile(
    rf"c{_O}ng\s?h{_O}a\s?xa\s?h{_O}{_I}\s?chu\s?ngh{_I}a\s?v{_I}et\s?na{_M}"
    rf"|d{_O}c\s?lap{_RULE}tu\s?d{_O}{_RULE}hanh\s?phuc"
    r"|(?:^|\|)\s*viet\s?nam\s?dan\s?chu\s?cong\s?hoa\s*(?=$|\|)"
    r"|dang\s?cong\s?san\s?viet\s?nam|socialist\srepublic\sof\sviet\s?nam|independence\s?-\s?freedom\s?-\s?happiness"
)
NUMBER = re.compile(
    r"""(?<![\w])[-–_\s]{0,60}(?:so|(?:s0|5[o0])(?=\s?[:.;]))(?:\s?/\s?no\.?)?\s?(?P<colon>[:.;])?\s*
        (?P<number>[0-9][0-9oli.]{0,20}[a-z]?(?![\w.]))? (?P<blank>[\s._…]{0,60} | (?(colon)[^\n]{1,12}?|(?!))) [/-]\s*
        (?:(?P<year>[12]\d{3})\s?/\s?)?
        (?P<symbol>[a-z][a-z0-9]*(?:\.[a-z0-9]{1,6}(?=[-/&]))?(?:\s?[-/&]\s?[a-z][a-z0-9.]*)*)""",
    re.VERBOSE,
)
RULE = re.compile(r"[\W_]*(?:o\s?[0o]\s?o)?[\W_]*")
"""A line drawn below the title or the agency."""
NUMBERED_TYPE = re.compile(
    r"\s*(?:bo\s)?luat\s|\s*(?:phap lenh|lenh|nghi quyet|nghi dinh|thong tu|quyet dinh|ban an)\s"
)
"""A type set before the number: "Luật số: 158/2025/QH15", "Bản án số: 27/2023/DS-ST"."""
_HOUR = r"(?:(?:(?:hoi|luc)\s)?\d{1,2}\s?(?:gio|h|:)\s?(?:\d{1,2}\s?(?:phut)?)?,?\s)?"
"""Công điện tell the hour as well: "hồi 16 giờ 30 ngày 26 tháng 10 năm 2021"."""
_DAY = rf"""ngay\s{{0,3}}:?\s{{0,3}}(?P<day>{_DIGIT}{{1,2}}|\S{{0,6}}?(?:\s\S{{1,2}})?)\s{{0,40}}
        thang\s{{0,3}}:?\s{{0,3}}(?P<month>{_DIGIT}{{1,2}}|\S{{0,6}}?)\s{{0,40}}
        na{_M}\s{{0,3}}(?P<year>{_DIGIT}{{4}}|(?:(?=\S{{0,5}}\d)\S{{1,6}}|[^\sa-z]{{0,6}})(?:\s[^\sa-z|,;]{{1,3}})?)(?!\w)"""
DATE = re.compile(rf"(?P<place>[^\d,;:|]{{2,40}}?)\s?[,.;]\s?{_HOUR}{_DAY}", re.VERBOSE)
DATE_ALONE = re.compile(rf"(?:^|\|)\s*(?P<place>[^\d,;:|.]{{2,40}}?)\s{_DAY}\s*$", re.VERBOSE)
"""The same where the comma is lost: then place and date must be all that the line holds."""
DATE_SHORT = re.compile(
    r"(?:^|\|)\s*(?P<place>[^\d,;:|.]{2,40}?)\s?[,.;]\s?ngay\s?:?\s?"
    r"(?:(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})|(?=[^a-z|]{0,9}\d)[^|]{1,30})\s*$"
)
"""The last thing of a line: a date in figures, or one of which OCR left too little to be read."""
DAY_ALONE = re.compile(
    r"ngay\s?:?\s?(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>[12]\d{3})"
)
"""The line of a court that tells the day and no place: "Ngày: 14 - 7 - 2023"."""
MONTH_ALONE = re.compile(
    r"^(?P<place>[^\d,;:|.]{2,40}?),\sthang\s\d{1,2}[\s/]{1,3}(?:nam\s)?(?P<year>\d{4})$"
)
"""The foot of a cover, which tells no day: "Mộ Đức, tháng 5 năm 2023"."""
CONTENTS = re.compile(r"muc luc\s?:?")
PROGRAMME_DAY = re.compile(
    r"(?:ngay thu (?:nhat|hai|ba|tu|\d)|buoi (?:sang|chieu|toi))\s?(?:[:(,]|$)"
)
"""A programme's first day, above its first point: "NGÀY THỨ NHẤT (11/7/2024)"."""
HELD_AT = re.compile(r"(?:[1i][.)]\s)?(?:thoi gian|dia diem|thanh phan)(?: [a-z]+){0,3}\s?:")
"""How minutes begin that tell when and where on lines of their own: "Thời gian: 14 giờ 00 phút, ngày …"."""
DATE_OPEN = re.compile(
    r"(?:[^\d,;:|]{2,40},\s?)?ngay[\s\d._…]{1,14}thang[\s\d._…]{1,14}nam[\s\d._…]{1,14}"
)
"""A place and date that stand alone, in full or left open for the pen."""
TODAY = re.compile(
    rf"""[^.;]{{0,60}}?(?<!\w)(?:{_DAY}
        |ngay\s(?P<short_day>\d{{1,2}})[/.-](?P<short_month>\d{{1,2}})[/.-](?P<short_year>\d{{4}})(?!\d))""",
    re.VERBOSE,
)
"""The day of minutes and contracts that bear none in their header, behind "Hôm nay"."""
PASSED = re.compile(
    rf"""(?<!\w)(?:luat|phap\slenh)\snay\s(?:da\s)?duoc\s[^.;]{{0,160}}?\sthong\squa\s(?=ngay)(?:{_DAY}
        |ngay\s(?P<short_day>\d{{1,2}})[/.-](?P<short_month>\d{{1,2}})[/.-](?P<short_year>\d{{4}})(?!\d))""",
    re.VERBOSE,
)
"""The last sentence of a law."""
HELD_TODAY = re.compile(r"(?:^|,\s)hom\snay\b")
HOUR = re.compile(r"^(?:vao\s)?(?:hoi|luc)\s(?=\d{1,2}\s?(?:gio|h|:))")
HELD = re.compile(
    rf"{HELD_TODAY.pattern}|{HOUR.pattern}|^(?=ngay\s\d)|^(?:1[.)]\s)?thoi gian(?: [a-z]+){{0,3}}\s?:"
)
"""How minutes begin: "Hôm nay, ngày …", "Vào lúc 8 giờ 00 ngày …", "Ngày …, tại …", "Thời gian: …"."""
SUBJECT = re.compile(
    r"^\s*[(\[“\"]?\s?(?:v\s?/\s?v|v\s?[/l|,.i1!]\s?[vy](?=[\s:.])|vv(?=[\s:.])|ve viec)\s*[:.]?\s*"
)
ADDRESSEES = re.compile(rf"^\s*(?:dong\s)?k{_I}nh\s?gu{_I}\b\s*[:.;]?")
TELEGRAM = re.compile(r"(?<!\w)dien\s?:\s*$")
"""The line of a công điện that names its addressees: "CHỦ TỊCH … điện:"."""
FIELD = re.compile(
    r"(?:cap cho|ho (?:va )?ten(?: [a-z]+){0,4}|toi ten(?: la)?|ten toi la|(?:ong|ba|ong ?[(/] ?ba\)?|dong chi)|chuc vu|sinh ngay|ma (?:so )?ho so|so ho so|ho so cua|trieu tap)\s?:"
)
"""The first words of a form that names a person: no subject."""
STEP = re.compile(r"buoc \d{1,2}\s?[.:]")
"""How procedures count: "Bước 1. Tiếp nhận hồ sơ"."""
PROPOSED = re.compile(r"(?:(?:1|i)[.)/]\s|-\s)?(?:van de|noi dung|viec) trinh\s?:\s")
"""How a slip names what it lays before somebody."""
RECIPIENTS = re.compile(
    rf"n{_O}{_I}\s?(?:nhan(?!\s(?:ho\sso|ket\squa|thong\stin|bao\scao|van\sban|thanh\stoan|hang))\s*[:.;]?|gui\s?[:;])"
)
URGENCY = re.compile(r"(?<!\w)(?:hoa\s?toc(?:\shen\sgio)?|thuong\s?khan|khan)(?!\w)")
SECRECY = re.compile(r"(?<!\w)(?:tuyet\s+mat|toi\s+mat|mat)(?!\w)")
"""A secrecy mark; it counts only where it fills a header line or stands in capitals."""
CIRCULATION = re.compile(
    r"luu\s?hanh\s?noi\s?bo|khong\s?pho\s?bien|tai\s?lieu\s?thu\s?hoi|cam\s?sao\s?chup"
)
NOTE = re.compile(
    r"(?:du\s?thao|ban\s?thao)(?:\s(?:lan|so|ngay|trinh|lay)\b.*|\s\d+)?|(?:ban\s)?sao\s(?:y|luc|gui)(?:\sban\schinh)?|ban\s(?:sao|chinh)"
    r"|(?:cong\svan|van\sban)\s(?:den|di)|den|mau(?:\sso)?\s?[\d./a-z-]{1,12}"
)
"""What is stamped or typed on a letterhead beside the agency: a draft, a copy."""
COPY = re.compile(r"(?:ban\s)?sao\s(?:y|luc)(?:\sban\schinh)?|trich\ssao")
"""What heads the form of a copy, below the letter that was copied."""
YOUTH = re.compile(r"doan\s(?:tncs|thanh\snien\scong\ssan)\sho\schi\sminh")
"""Stands in the place of the national title on letters of the Youth Union."""
STAMP = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,200}\.\w|[^\s)]{1,64}\)[^\s)]{1,200}\.\w{1,40}\.vn|^\s*\d{1,2}[./]\d{1,2}[./]\d{4}\s+\d{1,2}:\d{2}|^\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*)?\+0?7:00\s*$|^\s*\d{1,2}:\d{2}:\d{2}\s*$"
    r"|^\s*(?:ky boi|nguoi ky|email|co quan|thoi gian ky|ngay ky)\s*:|^\s*thoi gian ky"
)
SIGNATURE_STAMP = re.compile(
    r"^\s*(?:digitally\ssigned\sby|signed\sby|signature\s(?:not\s)?(?:verified|valid)|(?:reason|location|date|dn)\s?:"
    r"|(?:ky|nguoi ky|duoc ky)\s?(?:so\s)?(?:boi)?\s?:|(?:thoi gian|ngay|gio|ly do)\sky\s?:|email\s?:|co quan\s?:)"
)
"""What a digital signature leaves in the text, wherever its box is set."""
PAGE = re.compile(r"^\s*(?:trang\s)?[-–]?\s?\d{1,3}\s?[-–]?(?:\s?/\s?\d{1,3})?\s*$")
DECISION = re.compile(
    r"^\s*(?:quyet\s?dinh|quyet\s?nghi|nghi\s?quyet|chi\s?thi|ra\ssac\slenh)\s?:?\s*$"
)
"""Capitals between the reasons and what is decided."""

BASIS = re.compile(
    r"(?:can cu|chieu(?! ngay| nay| qua| \d)|thuc hien|xet|theo|tiep theo|trien khai)\s"
)
# First words of the running text, where it follows the header at once.
OPENING = re.compile(
    r"^\s*(?:can cu|thuc hien|xet|theo|de (?:trien khai|to chuc|thuc hien|tang cuong|chuan bi|kip thoi|dam bao|bao dam)"
    r"|nham|tren co so|ngay \d|qua |tiep theo|phuc dap|tra loi|hom nay|thoi gian qua|trong (?:thoi gian|nhung)"
    r"|tai (?:phien|cuoc|buoi) (?:hop|lam viec)|tai hoi nghi|hien nay|vua qua"
    r"|uy ban nhan dan|ubnd|so |bo |van phong|nhan duoc|ban |cuc |tiep tuc|sau khi|kinh thua|thua )"
)

_MARK = r"(?:t\s?[./]?\s?m|k\s?[./]?\s?t|t\s?[./]?\s?l|t\s?[./]?\s?u\s?[./]?\s?[nq])"
CAPACITY = re.compile(rf"(?<!\w)(?:{_MARK}(?:\s?[./,:;]\s?|\s)|q\s?[./]\s?)(?=[^\W\d_]{{2}})")
"""Quyền hạn, with whatever stands for its stop: TM. KT. TL. TUQ. TUN. Q., K/T, T.U.Q."""
OFFICES = r"""(?:quyen\s)?(?:pho(?=\s)|chu\stich|giam\sdoc|chanh\s(?:van\sphong|an|thanh\stra)
        |bo\struong|thu\struong|cuc\struong|truong\s(?:phong|ban|doan|khoa|tram|cong\san|tieu\sban|thon|co\squan|dai\sdien|bo\smon|chi\snhanh|van\sphong|kho)|vien\struong
        |tong\s(?:giam\sdoc|cuc\struong|bien\stap|thanh\stra|thu\sky|kiem\stoan)|bi\sthu|thu\stuong|chu\snhiem|hieu\struong
        |thong\sdoc|vu\struong|chi\scuc\struong|thu\sky|chu\stoa|chu\stri|doi\struong|dai\sdien
        |nguoi\s(?:duoc\s|nhan\s)?(?:uy\squyen|lao\sdong|su\sdung\slao\sdong|lam\s(?:don|chung)|cam\s(?:ket|doan)|ban\sgiao|ghi\sbien\sban|chung\skien|nop(?:\sdon|\sho\sso|\stien)?|tiep\snhan(?:\sho\sso)?|(?:ke\s)?khai|viet\sdon|vi\spham|bi\sthiet\shai|phien\sdich|de\snghi|lap(?:\s(?:bieu|bang|bien\sban|bao\scao))?)
        |nguoi\snhan\s(?:quyet\sdinh|thong\sbao|van\sban|bien\sban|giay)
        |(?:cong\schung|kiem\ssat|dieu\stra|kiem\stoan|dau\sgia|tham\sdinh|giam\sdinh)\svien
        |chi\shuy\struong|chinh\suy|tu\slenh|hat\struong|to\struong|tham\sphan|chap\shanh\svien|tham\smuu\struong
        |uy\svien|ke\stoan\struong|chuyen\svien|lanh\sdao\s(?:van\sphong|phong|so|ban|don\svi|co\squan))"""
"""Chức vụ: the first words of a position, to be set between other alternatives (verbose)."""
STANDS_BY = re.compile(
    r"nguoi (?:nop|nhan (?:quyet dinh|thong bao|van ban|bien ban|giay)|chung kien|lam chung|vi pham|bi thiet hai|phien dich)"
    r"|thu ky(?! thuong truc)|nguoi ghi bien ban"
    r"|(?:dai dien (?:cho )?(?:co quan|don vi) (?:duoc|bi) |(?:co quan|don vi) duoc )(?:kiem tra|thanh tra|giam sat)"
    r"|(?:dai dien (?:cho )?|nguoi dai dien )?(?:chinh quyen|(?:to chuc|ca nhan|ben|don vi)(?:/to chuc|, to chuc)? vi pham)"
)
"""Whoever signs below this has received the paper, has seen, done or written down what it tells; none issued it."""
AUTHORITY = re.compile(rf"{CAPACITY.pattern}|(?<!\w){OFFICES}", re.VERBOSE)
_SIGNED = (
    r"\(?\s?(?:da\s)?(?:chu\s)?ky(?:\s(?:ten|so|thay|dien\stu))?"
    r"(?:(?:[,;]|\sva|\s-)?\s(?:(?:da\s)?(?:dong\s)?dau|(?:ghi\s)?(?:ro\s)?(?:ho(?:,|\sva)?\sten|chuc\s(?:vu|danh)))){0,3}\s?\)?"
)
SIGNED = re.compile(rf"^\s*[\[(/]?{_SIGNED}[\])/]?\s*$")
SIGNATURE_HEAD = re.compile(
    r"^\s*(?:xac\sthuc\svan\sban\shop\snhat|(?:phe\s)?duyet(?:\scua\s.{2,60})?|xac\snhan(?:\scua\s.{2,60})?)\s*:?\s*$"
)
"""What capitals above a signature say it is for: "PHÊ DUYỆT" above "GIÁM ĐỐC"."""
SIGNED_BESIDE = re.compile(rf"(?<=[;.,)])\s\((?={_SIGNED}$).*$")
