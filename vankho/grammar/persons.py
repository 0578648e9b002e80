"""Names of persons: where one begins in a run of capitalised words."""

from vankho.text.fold import fold

_FAMILIES = frozenset(
    fold(name)
    for name in [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Huỳnh",
        "Hoàng",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
        "Đinh",
        "Trịnh",
        "Trương",
        "Đoàn",
        "Mai",
        "Cao",
        "Lương",
        "Lưu",
        "Tạ",
        "Hà",
        "Tô",
        "Thái",
        "Tôn",
        "Châu",
        "Chu",
        "Kiều",
        "Kha",
        "Quách",
        "Tống",
        "Từ",
        "Vương",
        "Văn",
        "Phùng",
        "Đào",
        "Đồng",
        "Lâm",
        "Lại",
        "La",
        "Lục",
        "Lò",
        "Vi",
        "Vàng",
        "Giàng",
        "Sùng",
        "Nông",
        "Ninh",
        "Ma",
        "Mạc",
        "Mã",
        "Triệu",
        "Thạch",
        "Sơn",
        "Kim",
        "Danh",
        "Siu",
        "Ksor",
        "Rơ",
        "Rah",
        "Hoa",
        "Khổng",
        "Khuất",
        "Khúc",
        "Lữ",
        "Nghiêm",
        "Nhâm",
        "Ông",
        "Quan",
        "Thân",
        "Thiều",
        "Tiêu",
        "Trang",
        "Trình",
        "Ung",
        "Viên",
        "Vi",
        "Bạch",
        "Bành",
        "Biện",
        "Cung",
        "Cù",
        "Diệp",
        "Doãn",
        "Giang",
        "Hàn",
        "Hứa",
        "Hạ",
        "Âu",
        "Bế",
        "Hoàng",
        "Cầm",
        "Quàng",
        "Điêu",
    ]
)


def whole(words: str) -> str:
    """Return the person's name at the end of capitalised words: it begins with a family name.

    >>> whole("Tuấn Dương Văn Tô")
    'Dương Văn Tô'
    """
    parts = words.split()
    for at in range(len(parts) - 1):
        if fold(parts[at]) in _FAMILIES:
            first = at - 1 if at and parts[at - 1] in {"A", "Y"} else at  # "Y Đinh Thị Nga"
            return " ".join(parts[first:])
    return words


def begins_with_family(words: str) -> bool:
    """Say whether the first of the words is a family name."""
    return fold(words.partition(" ")[0]) in _FAMILIES
