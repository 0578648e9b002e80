"""Words that say more of a type of document: "Công điện khẩn", "CHƯƠNG TRÌNH HÀNH ĐỘNG"."""

KIND_WORDS = (
    "khan|nhanh|hoa toc|thuong khan|ket luan|thanh tra|kiem tra|lien nganh|lien so|lien tich|phoi hop|hanh dong"
    "|ket qua|tham tra|tham dinh|tong hop|chung|dieu hanh|lao dong|lam viec|kinh te|dich vu|nguyen tac|hop tac|bao chi"
)
"""Alternatives of a pattern on folded text, in which one blank stands between syllables."""
