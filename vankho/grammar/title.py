"""How the title of a document begins, right after its number, date and issuer."""

import re

TITLE = re.compile(
    r",?\s?(?:cua\s[^;.]{2,80}?\s)?(?:\([^()]*\)\s?)?,?\s?(?:ve|v/v|quy\sdinh|phe\sduyet|ban\shanh|cong\sbo|huong\sdan|chi\sdao|sua\sdoi|thi\shanh|trien\skhai|thuc\shien"
    r"|thong\squa|giao|dieu\schinh|bai\sbo|thay\sthe|kiem\stra|tang\scuong|phan\scap|phan\scong|giua),?\s"
)
"""Matches on folded text; what it is about follows: "về việc …", "quy định …"."""
