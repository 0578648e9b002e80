// The page for what is not there: it reads a number or a year out of the address and offers the
// nearest documents. It knows the root of the site by its own address, wherever it was found.
(function () {
  "use strict";
  if (window.vankhoNotFound) return;
  window.vankhoNotFound = true;
  const root = new URL("../../", document.currentScript.src).href;
  const place = document.getElementById("vk-404");
  if (!place) return;
  const MOST = 8;

  /** Where the page thinks the site begins; wrong below another path, and in a file. */
  function thought() {
    const meta = document.querySelector('meta[name="vankho-base"]');
    return new URL(meta ? meta.content : "/", location.href).href;
  }

  /** Sets addresses right that were made for another root. */
  function mend(wrong) {
    if (wrong === root) return;
    const right = (address) => (address.startsWith(wrong) ? root + address.slice(wrong.length) : address);
    for (const link of document.querySelectorAll("a[href]")) {
      if (!link.getAttribute("href").startsWith("#")) link.href = right(link.href);
    }
    for (const form of document.querySelectorAll("form[action]")) form.action = right(form.action);
    for (const sheet of document.querySelectorAll('link[rel~="stylesheet"], link[rel~="icon"]')) sheet.href = right(sheet.href);
  }

  /** Colours as the machine asks for them: the theme's script, which does so, lies at the wrong root. */
  function dress(wrong) {
    if (wrong === root || (window.__md_get && window.__md_get("__palette"))) return;
    const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const choice = document.querySelector(`input[data-md-color-media="(prefers-color-scheme: ${scheme})"]`);
    for (const name of choice ? choice.getAttributeNames() : []) {
      if (name.startsWith("data-md-color-")) document.body.setAttribute(name, choice.getAttribute(name));
    }
  }

  /** What the address names: number, symbol as in ids, year; words where it names no number. */
  function wanted() {
    let path = location.href.startsWith(root) ? location.href.slice(root.length) : location.pathname;
    try {
      path = decodeURIComponent(path);
    } catch {
      // An address that is not UTF-8: read as it stands.
    }
    path = path.replace(/^404\.html/, "").replace(/\.html/g, "").replace(/#.*$/, "");
    const year = (path.match(/(?:^|\D)((?:19|20)\d\d)(?:\D|$)/) || [])[1] || "";
    const last = (path.split(/[?/]/).filter((part) => part && !part.includes("=")).pop() || "").replace(/^(\D+)-trang-\d+$/, "$1");
    const found = last.match(/(\d+)(.*)$/);
    if (!found || (found[1] === year && !/[a-z]/i.test(found[2]))) return { number: "", symbol: "", year, words: found ? "" : folded(last) };
    return { number: found[1].replace(/^0+(?=\d)/, ""), symbol: folded(found[2]), year, words: "" };
  }

  function folded(text) {
    const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d");
    return plain.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  }

  function run(path) {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = root + path;
      script.onload = script.onerror = () => resolve();
      document.head.append(script);
    });
  }

  /** How near a document is: its number must be the one wanted. */
  function nearness([id, , held], want) {
    const [year, name] = id.split("/");
    const [, number, symbol] = name.match(/^0*(\d+)(?:-\d{4})?-?(.*)$/) || [];
    if (number !== want.number) return -1;
    let shared = 0;
    while (shared < symbol.length && symbol[shared] === want.symbol[shared]) shared++;
    return (year === want.year ? 100 : 0) + 2 * shared - symbol.length / 100 + held;
  }

  function item(address, text, note) {
    const link = document.createElement("a");
    link.href = root + address;
    link.textContent = text;
    const line = document.createElement("li");
    line.append(link, note);
    return line;
  }

  function heading(text) {
    const element = document.createElement("h2");
    element.textContent = text;
    return element;
  }

  async function offer() {
    const want = wanted();
    document.getElementById("vk-tim-q").value = [want.number, want.symbol.replace(/-/g, " "), want.words.replace(/-/g, " "), want.year].filter(Boolean).join(" ");
    let rows = [];
    let years = [];
    window.vankhoNumbers = (value) => (rows = value);
    window.vankhoYears = (value) => (years = value);
    const shard = want.number ? String(Number(want.number.slice(-2))).padStart(2, "0") : "";
    await Promise.all([shard && run(`xem-truoc/so/${shard}.js`), run("xem-truoc/nam.js")]);
    const near = rows
      .map((row) => ({ row, score: nearness(row, want) }))
      .filter(({ score }) => score >= 0)
      .sort((a, b) => b.score - a.score || (a.row[0] < b.row[0] ? 1 : -1))
      .slice(0, MOST);
    const list = document.createElement("ul");
    for (const { row } of near) list.append(item(`van-ban/${row[0]}.html`, row[1], row[2] ? "" : " – chưa có trong kho"));
    if (years.includes(Number(want.year))) list.append(item(`danh-sach/nam/${want.year}.html`, `Mọi văn bản năm ${want.year}`, ""));
    if (list.children.length) place.replaceChildren(heading("Có phải văn bản này?"), list);
  }

  const wrong = thought();
  mend(wrong);
  dress(wrong);
  offer();
})();
