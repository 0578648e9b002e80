// Results as elements. Only text nodes are made of what letters and readers wrote, never HTML.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  /**
   * @param {string} name
   * @param {Record<string, string>} [attributes]
   * @param {...(Node | string)} children
   * @returns {HTMLElement}
   */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== ""));
    return element;
  }

  /** @param {any} card */
  function title(card) {
    if (!card.reference) return card.subject || card.type || card.id;
    return [card.type, card.reference].filter(Boolean).join(" ");
  }

  /**
   * @param {any} found a `Search` that has run
   * @param {any} card
   * @returns {{parts: {text: string, hit: boolean}[], place: number}}
   */
  function excerptOf(found, card) {
    const tier = found.ranking.tiers[card.number];
    const textual = tier === search.TIER.acts || tier === search.TIER.cites || tier === search.TIER.text;
    const phrases = found.query.phrases.map((/** @type {any} */ phrase) => phrase.words);
    if (!textual || !card.text || !(found.shown.length || phrases.length)) return { parts: [], place: -1 };
    return search.excerpt(search.textOf(card).text, found.shown, phrases, tier === search.TIER.cites);
  }

  /**
   * One result.
   * @param {any} found @param {any} card @param {string} base path to the root of the site
   */
  function result(found, card, base) {
    const { parts, place } = excerptOf(found, card);
    const anchor = place >= 0 ? card.anchor(place) : "";
    const href = base + card.url + (anchor ? `#${anchor}` : "");
    const link = make("a", { href, class: "vankho-result__link" }, make("span", { class: "vankho-result__reference" }, title(card)));
    if (card.reference && card.subject) link.append(": ", make("span", { class: "vankho-result__subject" }, search.say.sentence(card.subject)));
    const item = make("li", { class: "vankho-result" }, link, particulars(found, card));
    if (parts.length) item.append(excerpt(parts, anchor));
    return item;
  }

  /** @param {any} found @param {any} card */
  function particulars(found, card) {
    const { say } = search;
    const line = make("p", { class: "vankho-result__particulars" });
    const shown = [
      card.date && say.day(card.date),
      card.issuer,
      card.signer && `${say.signedBy} ${card.signer}`,
    ].filter(Boolean);
    line.append(shown.join(" · "));
    if (!card.held) line.append(" ", make("span", { class: "vankho-result__tag" }, say.stub));
    const reason = say.reasons[found.reasons.get(found.ranking.tiers[card.number])];
    if (reason) line.append(" ", make("span", { class: "vankho-result__tag" }, reason));
    return line;
  }

  /** @param {{text: string, hit: boolean}[]} parts @param {string} anchor */
  function excerpt(parts, anchor) {
    const shown = make("p", { class: "vankho-result__excerpt" });
    const where = search.say.place(anchor);
    if (where) shown.append(make("span", { class: "vankho-result__place" }, `${where[0].toUpperCase()}${where.slice(1)}:`), " ");
    for (const { text, hit } of parts) shown.append(hit ? make("mark", {}, text) : text);
    return shown;
  }

  /**
   * Fills the list that the contract promises: `data-query` says whose results stand there.
   * @param {HTMLElement} list @param {any} found @param {any[]} cards @param {string} base @param {string} text
   */
  function fill(list, found, cards, base, text) {
    list.replaceChildren(...cards.map((card) => result(found, card, base)));
    list.setAttribute("data-query", text);
  }

  /** @param {HTMLElement} list */
  function clear(list) {
    list.replaceChildren();
    list.removeAttribute("data-query");
  }

  /**
   * What else there is to say of a search: corrected, relaxed, a number not known, filters to offer.
   * @param {any} found
   * @param {(changes: Record<string, string>) => string} address of the search page with changes
   */
  function notes(found, address) {
    const { say } = search;
    const shown = [];
    if (found.corrected) {
      const exact = make("a", { href: address({ dung: "1" }) }, `${say.exactly} “${found.query.text}”`);
      shown.push(make("p", {}, `${say.corrected} “`, make("strong", {}, found.corrected), "”, ", exact));
    }
    if (found.relaxed) shown.push(make("p", {}, say.relaxed));
    if (found.strict && !found.ranking.empty) shown.push(make("p", {}, say.unknown));
    const chips = found.chips.slice(0, 4).map((/** @type {{kind: string, name: string}} */ { kind, name }) => {
      const words = say.chip[kind].replace("%s", name);
      return make("a", { href: address({ [search.PARAMETERS[kind]]: name }), class: "vankho-chip" }, words);
    });
    if (chips.length) shown.push(make("p", { class: "vankho-chips" }, `${say.onlyThese} `, ...chips));
    return shown;
  }

  /** @param {string} heading @returns {HTMLElement} how to search */
  function tips(heading) {
    const { say } = search;
    return make("div", { class: "vankho-tips" }, make("p", {}, heading), make("ul", {}, ...say.tips.map((/** @type {string} */ tip) => make("li", {}, tip))));
  }

  /** @returns {HTMLElement} what to show where the index does not load */
  function failure() {
    const button = make("button", { type: "button", class: "vankho-button" }, search.say.reload);
    button.addEventListener("click", () => location.reload());
    return make("p", {}, `${search.say.failed} `, button);
  }

  Object.assign(search, { make, fill, clear, notes, tips, failure });
})();
