"""One page of every kind, in the test archive."""

KINDS = {
    "home": "index.html",
    "newest": "danh-sach/moi-nhat.html",
    "lists": "danh-sach/index.html",
    "year": "danh-sach/nam/2021.html",
    "month": "danh-sach/nam/2021/thang-07.html",
    "agencies": "danh-sach/co-quan.html",
    "agency": "danh-sach/co-quan/so-thong-tin-va-truyen-thong-tinh-quang-ngai.html",
    "stubs": "danh-sach/chua-co.html",
    "letter": "van-ban/2020/5127-ubnd-kstthc.html",
    "corrected": "van-ban/2021/457-ubnd-tthc.html",
    "decision": "van-ban/2020/28-2020-qd-ubnd.html",
    "stub": "van-ban/2021/1688-ubnd-tthc.html",
    "abbreviations": "danh-sach/viet-tat.html",
    "subjects": "danh-sach/tu-ngu.html",
    "number": "so/457-ubnd-tthc.html",
    "forward": "so/5127-ubnd-kstthc.html",
    "guide": "huong-dan/index.html",
    "search": "tim-kiem.html",
    "not-found": "404.html",
}
LETTER = KINDS["letter"]
