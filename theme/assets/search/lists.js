// Round the results: order, filters with counts, pages. All are links, so each is an address.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const SHORT = 8;

  /** @param {any} state */
  function orders(state) {
    const { say, make } = search;
    const one = (/** @type {string} */ words, /** @type {boolean} */ on, /** @type {string} */ value) =>
      make("a", { href: state.address({ "sap-xep": value }), class: "vankho-chip", ...(on ? { "aria-current": "true" } : {}) }, words);
    const filters = make("a", { href: "#vankho-facets", class: "vankho-chip vankho-narrow" }, say.filters);
    return [`${say.sortLabel} `, one(say.relevance, !state.byDate, ""), " ", one(say.newest, state.byDate, "ngay"), filters];
  }

  /** @param {any} state @param {{field: string, values: [string, number][]}[]} counts */
  function facetLists(state, counts) {
    const { say, make } = search;
    const shown = counts.filter(({ field, values }) => values.length > 1 || state.filters[field]);
    const lists = shown.map(({ field, values }) => facetList(state, field, values));
    if (Object.keys(state.filters).length > 1) {
      lists.unshift(make("p", {}, make("a", { href: search.searchPage({ q: state.text }) }, say.removeAll)));
    }
    return lists;
  }

  /** @param {any} state @param {string} field @param {[string, number][]} values */
  function facetList(state, field, values) {
    const { say, make } = search;
    const name = search.PARAMETERS[field];
    const chosen = state.filters[field];
    const ordered = chosen ? [...values].sort((a, b) => Number(b[0] === chosen) - Number(a[0] === chosen)) : values;
    const list = make("ul", {});
    ordered.forEach(([value, count], i) => {
      const on = value === chosen;
      const words = field === "held" ? say.held[value] : value;
      const link = make("a", { href: state.address({ [name]: on ? "" : value }), ...(on ? { "aria-current": "true" } : {}) }, words);
      if (on) link.append(make("span", { class: "vankho-hidden" }, ` – ${say.remove}`));
      const item = make("li", {}, link, " ", make("span", { class: "vankho-count" }, say.number(count)));
      if (i >= SHORT) item.hidden = true;
      list.append(item);
    });
    const box = make("details", {}, make("summary", {}, say.labels[field]), list);
    // Open at first where there is room; a choice that has been made is always in sight.
    if (chosen || field === "year" || field === "issuer" || window.matchMedia("(min-width: 60em)").matches) box.setAttribute("open", "");
    if (values.length > SHORT) box.append(moreButton(list));
    return box;
  }

  /** @param {any} state @param {number} total @param {number} size */
  function pageLinks(state, total, size) {
    const { say, make } = search;
    const last = Math.ceil(total / size);
    if (last < 2) return [];
    const numbers = [...new Set([1, state.page - 2, state.page - 1, state.page, state.page + 1, state.page + 2, last])];
    const link = (/** @type {number} */ page, /** @type {string} */ words, /** @type {Record<string, string>} */ more = {}) =>
      make("a", { href: state.address({ trang: page > 1 ? String(page) : "" }), "data-top": "", class: "vankho-chip", ...more }, words);
    const shown = [];
    if (state.page > 1) shown.push(link(state.page - 1, say.previous, { rel: "prev" }));
    let before = 0;
    for (const page of numbers.filter((page) => page >= 1 && page <= last).sort((a, b) => a - b)) {
      if (page > before + 1) shown.push(make("span", {}, "…"));
      const current = page === state.page ? { "aria-current": "page" } : {};
      shown.push(link(page, say.number(page), { "aria-label": `${say.page} ${page}`, .../** @type {any} */ (current) }));
      before = page;
    }
    if (state.page < last) shown.push(link(state.page + 1, say.next, { rel: "next" }));
    return shown;
  }

  /** @param {HTMLElement} list */
  function moreButton(list) {
    const { say, make } = search;
    const button = make("button", { type: "button", class: "vankho-more", "aria-expanded": "false" }, say.more);
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      [...list.children].forEach((item, i) => (/** @type {HTMLElement} */ (item).hidden = !open && i >= SHORT));
      button.setAttribute("aria-expanded", String(open));
      button.textContent = open ? say.fewer : say.more;
    });
    return button;
  }

  Object.assign(search, { orders, facetLists, pageLinks });
})();
