"""Names of laws that hold a word or a comma at which other names end.

The name of a law is not marked off from the sentence it stands in: "Luật Đầu tư theo quy
định" ends at "theo", "Luật Đầu tư theo phương thức đối tác công tư" does not. Only the names
that no rule can tell are listed, as the National Assembly gave them, without "Luật".
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
)

EXAMPLES = tuple(fold(name) for name in _NAMES)

NAME = re.compile(rf"(?:{pattern_of(EXAMPLES)})(?!\w)")
"""Matches, on folded text after "Luật ", "Pháp lệnh " or "Bộ luật ", one of these names."""
