"""The printed frame of a letter: header, addressees, recipients, signature.

Components are those of Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I. Patterns read
folded text (``text.fold``) unless they say otherwise. What repeats in them is bounded, so that
no line, however long or odd, takes more time than its length.
"""

import re

NATION = re.compile(
    r"cong\s?hoa\s?xa\s?hoi\s?chu\s?nghia\s?viet\s?nam|doc\s?lap\s?[-–.]+\s?tu\s?do\s?[-–.]+\s?hanh\s?phuc"
    r"|dang\s?cong\s?san\s?viet\s?nam|socialist\srepublic\sof\sviet\s?nam|independence\s?-\s?freedom\s?-\s?happiness"
)
NUMBER = re.compile(
    r"""(?<![\w])[-–_\s]{0,60}so(?:\s?/\s?no\.?)?\s?(?P<colon>[:.])?\s*
        (?P<number>[0-9][0-9ol.]{0,20}[a-z]?(?![\w.]))? (?P<blank>[\s._…]{0,60} | (?(colon)[^\n]{1,12}?|(?!))) [/-]\s*
        (?:(?P<year>[12]\d{3})\s?/\s?)?
        (?P<symbol>[a-z][a-z0-9]*(?:\s?[-/&]\s?[a-z][a-z0-9.]*)*)""",
    re.VERBOSE,
)
NUMBERED_TYPE = re.compile(
    r"\s*(?:bo\s)?luat\s|\s*(?:phap lenh|lenh|nghi quyet|nghi dinh|thong tu|quyet dinh)\s"
)
"""A type set before the number in the letterhead: "Luật số: 158/2025/QH15"."""
DATE = re.compile(
    r"""(?P<place>[^\d,;:|]{2,40}?)\s?,\s?ngay\s*(?P<day>[0-9ol]{1,2}|\S{0,6}?)\s*
        thang\s*(?P<month>[0-9ol]{1,2}|\S{0,6}?)\s*nam\s*(?P<year>[0-9ol]{4}(?!\w)|[^\sa-z]{0,4}(?:\s[^\sa-z]{1,3})?)""",
    re.VERBOSE,
)
SUBJECT = re.compile(r"^\s*(?:v\s?/\s?v|ve viec)\s*[:.]?\s*")
ADDRESSEES = re.compile(r"^\s*(?:dong\s)?kinh\s?gui\b\s*[:.;]?")
TELEGRAM = re.compile(r"(?<!\w)dien\s?:\s*$")
"""The line of a công điện that names its addressees: "CHỦ TỊCH … điện:"."""
RECIPIENTS = re.compile(r"noi\s?nhan\s*[:.;]?")
URGENCY = re.compile(r"(?<!\w)(?:hoa\s?toc(?:\shen\sgio)?|thuong\s?khan|khan)(?!\w)")
SECRECY = re.compile(r"(?<!\w)(?:tuyet\s+mat|toi\s+mat|mat)(?!\w)")
"""A secrecy mark; it counts only where it fills a header line or stands in capitals."""
CIRCULATION = re.compile(
    r"luu\s?hanh\s?noi\s?bo|khong\s?pho\s?bien|tai\s?lieu\s?thu\s?hoi|cam\s?sao\s?chup"
)
STAMP = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,200}\.\w|[^\s)]{1,64}\)[^\s)]{1,200}\.\w{1,40}\.vn|^\s*\d{1,2}[./]\d{1,2}[./]\d{4}\s+\d{1,2}:\d{2}|^\s*\+0?7:00\s*$"
    r"|^\s*(?:ky boi|nguoi ky|email|co quan|thoi gian ky|ngay ky)\s*:|^\s*thoi gian ky"
)
PAGE = re.compile(r"^\s*(?:trang\s)?[-–]?\s?\d{1,3}\s?[-–]?(?:\s?/\s?\d{1,3})?\s*$")
DECISION = re.compile(r"^\s*(?:quyet\s?dinh|quyet\s?nghi|nghi\s?quyet|chi\s?thi)\s?:?\s*$")

# First words of the running text, where it follows the header at once.
OPENING = re.compile(
    r"^\s*(?:can cu|thuc hien|xet|theo|de (?:trien khai|to chuc|thuc hien|tang cuong|chuan bi|kip thoi|dam bao|bao dam)"
    r"|nham|tren co so|ngay \d|qua |tiep theo|phuc dap|tra loi|hom nay|thoi gian qua|trong (?:thoi gian|nhung)"
    r"|hien nay|vua qua|uy ban nhan dan|ubnd|so |bo |van phong|nhan duoc|ban |cuc |tiep tuc|sau khi|kinh thua|thua )"
)

AUTHORITY = re.compile(
    r"""(?<!\w)(?:(?:tm|kt|tl|tuq|q)\s?\.\s?|pho\s|chu\stich|giam\sdoc|pho\sgiam\sdoc|chanh\s(?:van\sphong|an|thanh\stra)
        |bo\struong|thu\struong|cuc\struong|pho\scuc\struong|truong\s(?:phong|ban|doan)|vien\struong|tong\sgiam\sdoc
        |bi\sthu|thu\stuong|chu\snhiem|hieu\struong|thong\sdoc|tong\scuc\struong|vu\struong|chi\scuc\struong
        |thu\sky|chu\stoa|chu\stri|k/t|doi\struong|tong\sbien\stap|nguoi\suy\squyen|dai\sdien)""",
    re.VERBOSE,
)
SIGNED = re.compile(
    r"^\s*\(?\s?da ky\s?\)?\s*$|^\s*\(?\s?(?:ky|ky ten|ky, dong dau|da ky, dong dau)\s?\)?\s*$"
)
