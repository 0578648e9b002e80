// Citations in the official form, for the document and for each of its points.
(function () {
  "use strict";
  const POINT_LINK = "Liên kết đến ";
  const sheet = document.querySelector("[data-letter-text]");
  if (!sheet) return;
  const whole = sheet.getAttribute("data-citation");
  const report = document.querySelector("a.vk-bao-loi");

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** Copies text; where no clipboard is given (http, file), by way of the selection. */
  async function copy(text, field) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      field.value = text;
      field.select();
      return document.execCommand("copy");
    }
  }

  const field = make("textarea", { id: "vk-trich-dan", readonly: "", rows: "3" });
  const link = make("textarea", { id: "vk-lien-ket", readonly: "", rows: "2" });
  const status = make("p", { role: "status" });
  const wrong = make("a", { href: "#" }, "Báo lỗi ở chỗ này");
  const copyText = make("button", { type: "button", class: "vk-nut-bam" }, "Sao chép trích dẫn");
  const copyLink = make("button", { type: "button", class: "vk-nut-bam" }, "Sao chép liên kết");
  const close = make("button", { type: "button", class: "vk-nut-bam" }, "Đóng");
  const box = make(
    "dialog",
    { class: "vk-hop", "aria-label": "Trích dẫn" },
    make("label", { for: field.id }, "Trích dẫn"),
    field,
    make("div", { class: "vk-cong-cu" }, copyText),
    make("label", { for: link.id }, "Liên kết"),
    link,
    make("div", { class: "vk-cong-cu" }, copyLink, close),
    status,
  );
  if (report) box.append(wrong);
  document.body.append(box);

  /** @param {string} point its name, empty for the whole document @param {string} anchor */
  function open(point, anchor) {
    field.value = point ? `${point} ${whole}` : whole;
    link.value = location.href.split("#")[0] + (anchor ? `#${anchor}` : "");
    status.textContent = "";
    if (report) wrong.href = reportAt(point, link.value);
    box.showModal();
    field.select();
  }

  /** The mail of the page with the point filled in. */
  function reportAt(point, address) {
    const [target, query] = report.href.split("?");
    const parts = new URLSearchParams(query);
    const body = parts.get("body").replace(/^Trang: .*$/m, point ? `Trang: ${address}\nTại: ${point}` : `Trang: ${address}`);
    return `${target}?subject=${encodeURIComponent(parts.get("subject"))}&body=${encodeURIComponent(body)}`;
  }

  async function say(button, from) {
    from.focus();
    const done = await copy(from.value, from);
    from.select();
    status.textContent = done ? "Đã sao chép." : "Hãy nhấn Ctrl+C để sao chép phần đang chọn.";
    if (done) button.focus();
  }

  copyText.addEventListener("click", () => say(copyText, field));
  copyLink.addEventListener("click", () => say(copyLink, link));
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => event.target === box && box.close());

  for (const mark of sheet.querySelectorAll("a.vk-neo")) mark.setAttribute("aria-haspopup", "dialog");
  sheet.addEventListener("click", (event) => {
    const mark = event.target.closest("a.vk-neo");
    if (!mark || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // A jump to the point would take the focus away from the box.
    event.preventDefault();
    const anchor = mark.getAttribute("href").slice(1);
    history.replaceState(null, "", `#${anchor}`);
    open((mark.getAttribute("aria-label") || "").slice(POINT_LINK.length), anchor);
  });

  const button = make("button", { type: "button", class: "vk-nut-bam" }, "Sao chép trích dẫn");
  const printer = make("button", { type: "button", class: "vk-nut-bam" }, "In văn bản");
  button.addEventListener("click", () => open("", ""));
  printer.addEventListener("click", () => window.print());
  const before = document.getElementById("thuoc-tinh") || sheet;
  before.before(make("div", { class: "vk-cong-cu" }, button, printer));
})();
