"""Words that the names of agencies begin with, and the offices whose holders sign for them.

Patterns read folded text. A person holding an office signs for the agency: letters of "Chủ tịch
UBND tỉnh" bear the letterhead and the number series of UBND tỉnh.
"""

import re

OFFICE = re.compile(
    r"""(?:pho(?=\sthu\stuong\schinh\sphu)|(?:pho\s)?(?:chu\stich(?!\snuoc)|giam\sdoc|tong\sgiam\sdoc|chanh\san|vien\struong
        |tong\skiem\stoan(?:\snha\snuoc)?|thong\sdoc|chu\snhiem|bo\struong|thu\struong
        |cuc\struong|tong\scuc\struong|chi\scuc\struong|bi\sthu|hieu\struong
        |tu\slenh(?=\s(?:quan\s|bo\s|vung\s|hai\s))|truong\sban(?=\sban\s)|truong(?=\sban\s)|truong(?=\s(?:phong|cong\san)\s)|thu\struong|lanh\sdao|chanh(?=\s(?:van\sphong|thanh\stra))|tong(?=\sthanh\stra)|thuong\struc(?=\s(?:hdnd|hoi\sdong|ubnd))))(?:,\s|\sva\s|\s)""",
    re.VERBOSE,
)

_HEADS = (
    "uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|uy ban thuong vu quoc hoi|tong thu ky quoc hoi|quoc hoi|chinh phu|"
    "thu tuong chinh phu|thu tuong|chu tich nuoc|bo chinh tri|ban bi thu|ban can su dang|dang doan|ban chap hanh|ban thuong vu|"
    "tinh uy|thanh uy|huyen uy|thi uy|quan uy|trung uong (?:hoi(?! (?:nghi|nhap))|doan)|co quan (?:canh sat|an ninh) dieu tra|dang uy(?: cac co quan)?|van phong|so|bo|cuc|tong cuc|chi cuc|vu|thanh tra|kiem toan|"
    "toa an|vien kiem sat nhan dan|vien kiem sat|vien|doan dai bieu quoc hoi|doan giam sat|doan (?:kiem|thanh) tra(?: lien nganh| cong vu| cai cach hanh chinh| chuyen nganh| an toan thuc pham| trach nhiem(?: cong vu)?)?|doan lien nganh|doan xac minh|ngan hang|cong an|uy ban|hoi dong|ban chi dao|ban quan ly|ban|to cong tac|hoi|"
    "lien doan|lien hiep|tong lien doan|lien minh|tinh doan|huyen doan|thanh doan|doan|cong doan|mat tran|trung tam|tong cong ty|cong ty|tap doan|truong|"
    "dai hoi dong co dong|hoi dong quan tri|hoi dong thanh vien|dai hoi|"
    "tand|vksnd|bhxh|ldld|kbnn|ubmttqvn|ubmttq|bch|bqlda|bql|bao hiem (?:xa hoi|tien gui)|kho bac|quan khu|bo chi huy|bo tu lenh|dai|hiep hoi|quy"
)
# Heads that are ordinary words too ("phòng, chống", "đội ngũ"): a name begins with a capital.
_COMMON_HEADS = (
    "phong|nha truong|benh vien|bao tang|thu vien|nha hat|nha van hoa|nha thieu nhi|vuon quoc gia|khu bao ton|hoc vien|tram|xi nghiep|nha may|nha xuat ban|hat kiem lam|don bien phong"
    "|chi nhanh|buu dien|doi|su doan|trung doan|hop tac xa|doanh nghiep|cang vu|tieu ban|khu quan ly"
)
# Names that go on in small letters, as all the agencies of the kind bear them.
_WHOLE = (
    r"van phong dang ky(?: quyen su dung)? dat dai|van phong (?:hdnd|hoi dong nhan dan) va (?:ubnd|uy ban nhan dan)"
    r"|van phong doan (?:dbqh|dai bieu quoc hoi) va (?:hdnd|hoi dong nhan dan)|doan dai bieu quoc hoi|lien minh hop tac xa"
    r"|chi cuc (?:an toan (?:ve sinh )?thuc pham|(?:trong trot va )?bao ve thuc vat|bao ve moi truong|quan ly dat dai"
    r"|phat trien nong thon|quan ly chat luong(?: nong lam san va thuy san|,? che bien va phat trien thi truong)?|giam dinh xay dung|phong, chong te nan xa hoi)"
    r"|ban an toan giao thong|(?:bo (?:chi huy|tu lenh) )?bo doi bien phong|ngan hang chinh sach xa hoi"
    r"|uy ban an toan giao thong(?: quoc gia)?|uy ban quoc gia (?:ung pho su co(?:,? thien tai)?,? va )?tim kiem cuu nan"
    r"|uy ban quan ly von nha nuoc tai doanh nghiep|(?:ban|uy ban quoc gia) vi su tien bo (?:cua )?phu nu(?: viet nam)?"
    r"|ban chi huy phong,? chong thien tai va tim kiem cuu nan|van phong dieu phoi (?:xay dung )?nong thon moi"
    r"|lien hiep cac (?:hoi khoa hoc va ky thuat|to chuc huu nghi)|dang uy khoi (?:cac )?(?:co quan va )?doanh nghiep"
    r"|chi cuc dan so\s?[-–]\s?ke hoach hoa gia dinh|hoi nan nhan chat doc da cam(?:/dioxin)?"
    r"|uy ban doan ket cong giao|uy ban tai chinh(?:,| va)? ngan sach"
    r"|cuc (?:canh sat (?:quan ly hanh chinh|qlhc) ve (?:trat tu xa hoi|ttxh)|nha giao va can bo quan ly giao duc"
    r"|quan ly nha giao va can bo quan ly giao duc|quan ly kham,? chua benh|cong nghiep cong nghe thong tin va truyen thong"
    r"|(?:quan ly giam dinh nha nuoc|giam dinh nha nuoc) ve chat luong cong trinh xay dung"
    r"|quan ly (?:dau tu )?xay dung va chat luong cong trinh giao thong)|vien quy hoach xay dung"
    r"|truong (?:trung hoc (?:pho thong|co so)|pho thong dan toc noi tru)"
    r"|trung tam (?:nuoi duong va )?dieu duong nguoi co cong"
    r"|dai hoi dong co dong(?: (?:thuong nien|bat thuong)(?: nam \d{4})?)?|ban chi dao (?:sap xep, to chuc lai (?:don vi hanh chinh|to chuc bo may)(?: (?:cac cap|cap (?:tinh|xa|huyen)))*"
    r"(?: va xay dung mo hinh (?:to chuc )?chinh quyen dia phuong (?:0?2|hai) cap)?|doi moi, sap xep (?:lai )?to chuc bo may)(?: cua (?:chinh phu|trung uong))?"
    r"|hoi dong (?:truong|dai hoc|giao su(?: nha nuoc)?)|uy ban cong tac dai bieu|uy ban dan nguyen va giam sat(?: cua quoc hoi)?|vien thong"
)
_WHOLE_COMMON = (
    r"phong (?:(?:nong nghiep va )?phat trien nong thon|quan ly do thi|canh sat (?:giao thong|hinh su|kinh te|moi truong|co dong))"
    r"|phong canh sat (?:quan ly hanh chinh|qlhc) ve (?:trat tu xa hoi|ttxh)|hoc vien chinh tri quoc gia|hai quan(?= khu vuc)"
    r"|chi nhanh van phong dang ky(?: quyen su dung)? dat dai|doi quan ly thi truong|(?:phong )?thi hanh an dan su"
    r"|thue co so(?: \d{1,2})?|(?:thue|thong ke)(?=\s(?:tinh|thanh pho)(?!\w))|thong ke co so(?: \d{1,2})?"
)
HEAD = re.compile(rf"(?:{_HEADS})(?!\w)")
"""A word that only the names of agencies begin with."""
WHOLE_HEAD = re.compile(rf"(?:{_WHOLE})(?!\w)")
"""A name that is read as a whole, to its last small letter."""
BEGIN_WHOLE = {"van phong", "dai hoi dong co dong", "hoi dong", "ban chi dao", "ban", "chi cuc", "doan", "lien minh", "ngan hang", "uy ban", "vien", "bo", "lien hiep",
    "dang uy", "hoi", "cuc", "truong", "trung tam"}  # fmt: skip
"""Heads that one of ``WHOLE_HEAD`` can begin with."""
COMMON_HEAD = re.compile(rf"(?:{_WHOLE_COMMON}|{_COMMON_HEADS})(?!\w)")
"""A word that is an ordinary one, too: with a capital a name may begin with it."""

STARTS = re.compile(rf"(?<!\w)(?:{_HEADS})(?!\w)")
"""Finds, on folded text, where the name of an agency may begin."""
