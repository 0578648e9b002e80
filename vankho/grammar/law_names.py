"""Names of laws, as the National Assembly gave them, without "Luật".

The name of a law is not marked off from the sentence it stands in: "Luật Đầu tư theo quy
định" ends at "theo", "Luật Đầu tư theo phương thức đối tác công tư" does not. The names that
hold a word or a comma at which others end can be told by no rule; by the plain ones a name is
known to end before any verb, and where it is written small: "Luật đất đai năm 2013".
"""

import re

from vankho.text.fold import fold
from vankho.text.trie import pattern_of

_NAMES = (
    "Tổ chức Quốc hội",
    "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
    "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
    "Cán bộ, công chức",
    "An toàn, vệ sinh lao động",
    "Trật tự, an toàn giao thông đường bộ",
    "Phòng, chống tham nhũng",
    "Phòng, chống ma túy",
    "Phòng, chống rửa tiền",
    "Phòng, chống khủng bố",
    "Phòng, chống mua bán người",
    "Phòng, chống thiên tai",
    "Phòng, chống bạo lực gia đình",
    "Phòng, chống bệnh truyền nhiễm",
    "Phòng, chống tác hại của thuốc lá",
    "Phòng, chống tác hại của rượu, bia",
    "Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người",
    "Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Thực hành tiết kiệm, chống lãng phí",
    "Đầu tư theo phương thức đối tác công tư",
    "Trách nhiệm bồi thường của Nhà nước",
    "Quản lý, sử dụng tài sản công",
    "Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp",
    "Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
    "Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam",
    "Xuất cảnh, nhập cảnh của công dân Việt Nam",
    "Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng",
    "Thực hiện dân chủ ở cơ sở",
    "Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
    "Quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng",
    "Sĩ quan Quân đội nhân dân Việt Nam",
    "Ngân hàng Nhà nước Việt Nam",
    "Mặt trận Tổ quốc Việt Nam",
    "Quốc tịch Việt Nam",
    "Hàng không dân dụng Việt Nam",
    "Cảnh sát biển Việt Nam",
    "Biên phòng Việt Nam",
    "Bảo vệ, chăm sóc và giáo dục trẻ em",
    "Tín ngưỡng, tôn giáo",
    "Chăm sóc, bảo vệ sức khỏe nhân dân",
    "Khám bệnh, chữa bệnh",
    "Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác",
    "Ban hành văn bản quy phạm pháp luật",
    "Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân",
    "Tài nguyên, môi trường biển và hải đảo",
    "Công nghiệp quốc phòng, an ninh và động viên công nghiệp",
    "Khoa học, công nghệ và đổi mới sáng tạo",
    "Thi đua, khen thưởng",
    "Ưu đãi người có công với cách mạng",
    "Tiêu chuẩn và quy chuẩn kỹ thuật",
    "Quy hoạch đô thị và nông thôn",
    "Hòa giải ở cơ sở",
    "Hòa giải, đối thoại tại Tòa án",
    "Cơ quan đại diện nước Cộng hòa xã hội chủ nghĩa Việt Nam ở nước ngoài",
    "Chất lượng sản phẩm, hàng hóa",
    "Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)",
    "Phòng, chống lụt, bão",
    "Phòng không nhân dân",
    "Phổ biến, giáo dục pháp luật",
    "Phục hồi, phá sản",
    "Thuế xuất khẩu, thuế nhập khẩu",
    "Thể dục, thể thao",
    "Thi hành tạm giữ, tạm giam",
    "Trưng mua, trưng dụng tài sản",
    "Chuyển giao công nghệ",
    "Chuyển giao người đang chấp hành án phạt tù",
    "Tương trợ tư pháp về dân sự",
    "Tương trợ tư pháp về hình sự",
    "Lực lượng dự bị động viên",
    "Quản lý và đầu tư vốn nhà nước tại doanh nghiệp",
    "Hoạt động giám sát của Quốc hội",
    "Khuyến khích đầu tư trong nước",
    "Ký kết, gia nhập và thực hiện điều ước quốc tế",
    "Người Việt Nam đi làm việc ở nước ngoài theo hợp đồng",
    "Tham gia lực lượng gìn giữ hòa bình của Liên hợp quốc",
    "Hàng hải Việt Nam",
    "Biển Việt Nam",
    "Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia",
    "Án phí, lệ phí Tòa án",
    "Trình tự, thủ tục xem xét, quyết định áp dụng các biện pháp xử lý hành chính tại Tòa án nhân dân",
    "Thực hiện dân chủ ở xã, phường, thị trấn",
    "Chống bán phá giá hàng hóa nhập khẩu vào Việt Nam",
)

EXAMPLES = tuple(fold(name) for name in _NAMES)

NAME = re.compile(rf"(?:{pattern_of(EXAMPLES)})(?!\w)")
"""Matches, on folded text after "Luật ", "Pháp lệnh " or "Bộ luật ", one of these names."""

# Not the shortest, which begin other words: "Luật Giá trị gia tăng", "Luật Dược".
_PLAIN = """
An ninh mạng; An ninh quốc gia; An toàn thông tin mạng; An toàn thực phẩm; Báo chí; Bảo hiểm tiền gửi; Bảo hiểm xã hội; Bảo hiểm y tế;
Bảo vệ bí mật nhà nước; Bảo vệ dữ liệu cá nhân; Bảo vệ môi trường; Bảo vệ quyền lợi người tiêu dùng; Bảo vệ và kiểm dịch thực vật;
Bảo vệ và phát triển rừng; Biên giới quốc gia; Bình đẳng giới; Bưu chính; Các công cụ chuyển nhượng; Các tổ chức tín dụng; Căn cước;
Căn cước công dân; Cảnh sát cơ động; Cảnh vệ; Cạnh tranh; Chăn nuôi; Chứng khoán; Cơ yếu; Công an nhân dân; Công chứng; Công đoàn;
Công nghệ cao; Công nghệ thông tin; Công nghiệp công nghệ số; Cư trú; Dân quân tự vệ; Dân số; Dầu khí; Di sản văn hóa; Doanh nghiệp;
Doanh nghiệp nhà nước; Doanh nghiệp tư nhân; Du lịch; Dữ liệu; Dữ liệu cá nhân; Đa dạng sinh học; Đặc xá; Đất đai; Đấu giá tài sản;
Đấu thầu; Đầu tư; Đầu tư công; Đầu tư nước ngoài; Đầu tư nước ngoài tại Việt Nam; Đê điều; Địa chất và khoáng sản; Điện ảnh; Điện lực; Điều ước quốc tế;
Đo đạc và bản đồ; Đo lường; Đường bộ; Đường sắt; Giám định tư pháp; Giao dịch điện tử; Giao thông đường bộ;
Giao thông đường thủy nội địa; Giáo dục; Giáo dục đại học; Giáo dục nghề nghiệp; Giáo dục quốc phòng và an ninh;
Giáo dục quốc phòng - an ninh; Hải quan; Hàng không dân dụng; Hàng không dân dụng Việt Nam; Hóa chất; Hoạt động chữ thập đỏ; Hộ tịch;
Hôn nhân và gia đình; Hợp tác xã; Hỗ trợ doanh nghiệp nhỏ và vừa; Kế toán; Khiếu nại; Khiếu nại, tố cáo; Khí tượng thủy văn;
Khoa học và công nghệ; Khoáng sản; Kiểm toán độc lập; Kiểm toán nhà nước; Kiến trúc; Kinh doanh bảo hiểm; Kinh doanh bất động sản;
Lao động; Lâm nghiệp; Lưu trữ; Lý lịch tư pháp; Năng lượng nguyên tử; Ngân sách nhà nước; Nghĩa vụ quân sự; Người cao tuổi;
Người khuyết tật; Nhà giáo; Nhà ở; Nuôi con nuôi; Phá sản; Phí và lệ phí; Phòng bệnh; Phòng cháy và chữa cháy; Phòng thủ dân sự; Quảng cáo; Quản lý ngoại thương;
Quản lý nợ công; Quản lý thuế; Quốc phòng; Quy hoạch; Quy hoạch đô thị; Sở hữu trí tuệ; Sử dụng năng lượng tiết kiệm và hiệu quả;
Tài nguyên nước; Tần số vô tuyến điện; Thanh niên; Thanh tra; Thi hành án dân sự; Thi hành án hình sự; Thống kê; Thủ đô; Thú y;
Thuế bảo vệ môi trường; Thuế giá trị gia tăng; Thuế sử dụng đất nông nghiệp; Thuế sử dụng đất phi nông nghiệp; Thuế tài nguyên;
Thuế thu nhập cá nhân; Thuế thu nhập doanh nghiệp; Thuế tiêu thụ đặc biệt; Thư viện; Thương mại; Thương mại điện tử; Thủy lợi; Thủy sản;
Tiếp cận thông tin; Tiếp công dân; Tố cáo; Tổ chức Chính phủ; Tổ chức chính quyền địa phương; Tổ chức cơ quan điều tra hình sự;
Tổ chức Tòa án nhân dân; Tổ chức Viện kiểm sát nhân dân; Tố tụng hành chính; Trẻ em; Trồng trọt; Trọng tài thương mại; Trợ giúp pháp lý;
Trưng cầu ý dân; Tư pháp người chưa thành niên; Tương trợ tư pháp; Viên chức; Viễn thông; Việc làm; Xây dựng; Xuất bản; Xử lý vi phạm hành chính;
Dân sự; Hình sự; Tố tụng dân sự; Tố tụng hình sự; Hàng hải; Hàng hải Việt Nam
"""

PLAIN_EXAMPLES = tuple(name.strip() for name in _PLAIN.split(";"))

_PLAIN_NAME = re.compile(rf"(?:{pattern_of(map(fold, PLAIN_EXAMPLES))})(?!\w)")
_SMALL = frozenset(map(str.casefold, PLAIN_EXAMPLES))


def plain_end(text: str, folded: str, at: int) -> int | None:
    """Return where a plain name that begins at view offset ``at`` is over; None where none does.

    A name that goes on with a capital is a longer one, and one in small letters must be written
    as the law is: "Luật để điều chỉnh" folds like "Luật Đê điều".
    """
    name = _PLAIN_NAME.match(folded, at)
    if name is None or text[name.end() + 1 : name.end() + 2].isupper():
        return None
    small = not text[at].isupper()
    return None if small and text[at : name.end()].casefold() not in _SMALL else name.end()
