// What the search says, in one place.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  /** @param {number} value */
  const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

  const LABELS = {
    year: "Năm",
    issuer: "Cơ quan ban hành",
    addressee: "Nơi nhận",
    type: "Loại văn bản",
    signer: "Người ký",
    held: "Có trong kho",
  };

  const REASONS = {
    own: "",
    near: "Cùng số",
    cites: "Viện dẫn số này",
    issued: "",
    signed: "",
    dated: "",
    addressed: "Gửi cơ quan này",
    mentions: "Nhắc đến ngày này",
  };

  const ANCHOR = [
    [/^phu-luc-?/, "Phụ lục "],
    [/^phan-/, "Phần "],
    [/^chuong-/, "Chương "],
    [/^tieu-muc-/, "tiểu mục "],
    [/^muc-/, "mục "],
    [/^dieu-/, "Điều "],
    [/^khoan-/, "khoản "],
    [/^diem-/, "điểm "],
    [/^tiet-/, "tiết "],
    [/^gach-/, "gạch đầu dòng "],
    [/^cong-/, "dấu cộng "],
  ];
  /** @type {Record<string, string>} */
  const PLACES = { "mo-dau": "phần mở đầu", "ket-thuc": "phần kết", "kinh-gui": "kính gửi", "noi-nhan": "nơi nhận", "chu-ky": "chữ ký" };

  /**
   * An anchor in words: `khoan-1-diem-dd` is "khoản 1 điểm đ".
   * @param {string} anchor
   */
  function place(anchor) {
    if (anchor in PLACES) return PLACES[anchor];
    const parts = [];
    for (let rest = anchor; rest; ) {
      const known = ANCHOR.find(([pattern]) => /** @type {RegExp} */ (pattern).test(rest));
      if (!known) return "";
      rest = rest.replace(/** @type {RegExp} */ (known[0]), "");
      const value = (rest.match(/^[a-z0-9]+/) || [""])[0];
      rest = rest.slice(value.length).replace(/^-/, "");
      const roman = /^(phan|chuong|muc|phu)/.test(anchor) && /^[ivxlc]+$/.test(value);
      parts.push(known[1] + (value === "dd" ? "đ" : roman ? value.toUpperCase() : value));
    }
    return parts.join(" ").replace(/\s+/g, " ").trim();
  }

  /**
   * As letters and pages write it: days and the first two months with two digits (NĐ 30/2020).
   * @param {string} date ISO, or a year
   */
  function day(date) {
    const [year, month, dayOfMonth] = date.split("-");
    return dayOfMonth ? `${dayOfMonth}/${Number(month) < 3 ? month : Number(month)}/${year}` : year;
  }

  /** A subject as pages write it: its first letter large. @param {string} text */
  const sentence = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

  const say = {
    labels: LABELS,
    reasons: REASONS,
    number,
    place,
    day,
    sentence,
    held: { co: "Có trong kho", khong: "Chỉ được viện dẫn" },
    /** @param {number} total @param {boolean} exact */
    count: (total, exact) => (total ? `${exact ? "" : "Khoảng "}${number(total)} kết quả` : "Không có kết quả"),
    searching: "Đang tìm…",
    corrected: "Kết quả cho",
    exactly: "tìm đúng",
    relaxed: "Không văn bản nào có đủ các từ đã gõ; đây là những văn bản gần nhất.",
    unknown: "Kho không có văn bản nào mang hay viện dẫn số này; đây là những văn bản có đủ các chữ đã gõ.",
    onlyThese: "Chỉ xem:",
    chip: { issuer: "do %s ban hành", signer: "do %s ký", year: "năm %s" },
    stub: "Chưa có trong kho",
    signedBy: "Người ký:",
    all: "Xem tất cả",
    results: "kết quả",
    failed: "Không tải được chỉ mục tìm kiếm. Kho có thể vừa được cập nhật: hãy tải lại trang.",
    reload: "Tải lại trang",
    more: "Xem thêm",
    fewer: "Thu gọn",
    sortLabel: "Sắp xếp:",
    relevance: "Liên quan nhất",
    newest: "Mới nhất",
    filters: "Bộ lọc",
    remove: "Bỏ lọc",
    removeAll: "Bỏ mọi bộ lọc",
    previous: "Trang trước",
    next: "Trang sau",
    pages: "Các trang kết quả",
    page: "Trang",
    label: "Tìm văn bản",
    placeholder: "Số, ký hiệu, ngày, cơ quan, nội dung…",
    submit: "Tìm",
    tips: [
      "Gõ số hoặc số và ký hiệu: 972, 972/UBND-KSTTHC",
      "Gõ ngày, tháng hoặc năm ban hành: 11/3/2021, tháng 2/2024",
      "Bớt từ, hoặc gõ không dấu: so hoa ho so",
      "Tìm nguyên cụm từ trong ngoặc kép: \"một cửa liên thông\"",
    ],
    tipsTitle: "Thử cách khác:",
    examplesTitle: "Có thể tìm:",
    unfiltered: "Tìm lại không dùng bộ lọc",
    unquoted: "Tìm không cần đúng cụm từ",
  };

  Object.assign(search, { say });
})();
