// The search page: the whole of a search is in its address.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const SIZE = 10;
  const PAUSE = 200;

  const { State } = search;

  class Page {
    /** @param {HTMLElement} root */
    constructor(root) {
      const { make, say } = search;
      this.root = root;
      this.state = new State(new URLSearchParams(location.search));
      this.input = /** @type {HTMLInputElement} */ (
        make("input", {
          type: "text", inputmode: "search", enterkeyhint: "search", name: "q", id: "vankho-search-q", autocomplete: "off",
          autocapitalize: "off", spellcheck: "false", placeholder: say.placeholder, maxlength: "400", class: "vankho-field",
        })
      );
      const label = make("label", { for: "vankho-search-q", class: "vankho-label" }, say.label);
      const submit = make("button", { type: "submit", class: "vankho-button" }, say.submit);
      this.form = make("form", { role: "search", class: "vankho-form" }, label, this.input, submit);
      this.status = make("p", { role: "status", "aria-live": "polite", class: "vankho-status" });
      this.notes = make("div", { class: "vankho-notes" });
      this.order = make("p", { class: "vankho-order" });
      this.list = make("ol", { "data-search-results": "", class: "vankho-results" });
      this.pages = make("nav", { "aria-label": say.pages, class: "vankho-pages" });
      this.facets = make("section", { "aria-label": say.filters, class: "vankho-facets", id: "vankho-facets" });
      const main = make("div", { class: "vankho-main" }, this.order, this.list, this.pages);
      root.replaceChildren(this.form, this.status, this.notes, make("div", { class: "vankho-columns" }, main, this.facets));
      this.turn = search.latest(0);
      this.pause = search.latest(PAUSE);
      this.listen();
      this.restore();
    }

    listen() {
      this.input.addEventListener("input", () => this.typed());
      this.form.addEventListener("submit", (/** @type {Event} */ event) => this.submit(event));
      this.root.addEventListener("click", (event) => this.click(event));
      window.addEventListener("popstate", () => this.restore());
    }

    /** Shows what the address asks for. */
    restore() {
      this.state = new State(new URLSearchParams(location.search));
      this.input.value = this.state.text;
      this.run();
    }

    /** @param {string} address @param {boolean} [replace] */
    go(address, replace = false) {
      history[replace ? "replaceState" : "pushState"](null, "", address);
      this.state = new State(new URL(address, document.baseURI).searchParams);
      if (this.input.value.trim() !== this.state.text) this.input.value = this.state.text;
      return this.run();
    }

    async typed() {
      const current = await this.pause();
      if (!current()) return;
      this.go(this.state.address({ q: this.input.value.trim(), dung: "" }), true);
    }

    /** @param {Event} event */
    async submit(event) {
      event.preventDefault();
      await this.pause();
      const text = this.input.value.trim();
      const filtered = Object.keys(this.state.filters).length > 0;
      const document = text && !filtered ? await search.destination(text) : "";
      if (document && !document.includes("tim-kiem.html")) return location.assign(document);
      this.go(this.state.address({ q: text, dung: "" }));
    }

    /** Links of the page itself change the state, unless opened elsewhere. @param {MouseEvent} event */
    click(event) {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const target = new URL(link.href);
      if (link.getAttribute("href")?.startsWith("#") || link.closest("li.vankho-result") || target.pathname !== location.pathname) return;
      event.preventDefault();
      this.go(link.href).then(() => link.hasAttribute("data-top") && this.status.scrollIntoView());
    }

    async run() {
      const current = await this.turn();
      const state = this.state;
      if (state.idle) return this.rest();
      const waiting = setTimeout(() => current() && (this.status.textContent = search.say.searching), 300);
      try {
        const shown = await search.withArchive((/** @type {any} */ archive) => this.answer(archive, state));
        if (current()) this.show(state, shown);
      } catch (error) {
        if (current()) this.fail(error);
      } finally {
        clearTimeout(waiting);
      }
    }

    /** @param {any} archive @param {any} state */
    async answer(archive, state) {
      const [found, facets] = await Promise.all([
        search.find(archive, state.text, { exact: state.exact }),
        search.Facets.load(archive),
      ]);
      if (!state.text.trim()) found.ranking.tiers.fill(search.TIER.text);
      const whole = new search.Answer(archive, found);
      await whole.settle();
      if (whole.phrases.length && whole.exact) keepOnly(found, whole.documents);
      const marks = found.ranking.tiers.map((/** @type {number} */ tier) => (tier ? 1 : 0));
      const within = { marks: facets.kept(marks, state.filters) };
      const answer = new search.Answer(archive, found, { within, days: state.byDate ? facets.days : null, depth: SIZE });
      if (whole.exact) answer.checked = answer.total;
      const cards = await answer.page(state.page, SIZE);
      return { found, answer, cards, counts: facets.counts(marks, state.filters), exact: whole.exact };
    }

    /** Nothing is asked for. */
    rest() {
      search.clear(this.list);
      this.status.textContent = "";
      for (const part of [this.order, this.pages, this.facets]) part.replaceChildren();
      this.notes.replaceChildren(search.tips(search.say.examplesTitle));
    }

    /** @param {any} state @param {any} shown */
    show(state, { found, answer, cards, counts, exact }) {
      const { say } = search;
      search.fill(this.list, found, cards, search.base(), state.text);
      this.list.setAttribute("start", String((state.page - 1) * SIZE + 1));
      this.status.textContent = say.count(answer.total, exact);
      const offered = found.chips.filter((/** @type {any} */ chip) => !state.filters[chip.kind]);
      this.notes.replaceChildren(...search.notes({ ...found, chips: offered, query: found.query }, (/** @type {any} */ c) => state.address(c)));
      if (!cards.length) this.notes.append(...this.wayOut(state, found));
      this.order.replaceChildren(...(answer.total > 1 ? search.orders(state) : []));
      this.facets.replaceChildren(...search.facetLists(state, counts));
      this.pages.replaceChildren(...search.pageLinks(state, answer.total, SIZE));
      const title = document.title.replace(/^“.*” – /, "");
      document.title = state.text ? `“${state.text}” – ${title}` : title;
    }

    /** What to try where nothing was found. @param {any} state @param {any} found */
    wayOut(state, found) {
      const { say, make } = search;
      const ways = [];
      if (Object.keys(state.filters).length) {
        ways.push(make("p", {}, make("a", { href: search.searchPage({ q: state.text }) }, say.unfiltered)));
      }
      if (found.query.phrases.length) {
        const plain = state.text.replace(/["“”„«»]/g, " ").trim();
        ways.push(make("p", {}, make("a", { href: state.address({ q: plain }) }, say.unquoted)));
      }
      return [...ways, search.tips(say.tipsTitle)];
    }

    /** @param {unknown} error */
    fail(error) {
      this.rest();
      this.notes.replaceChildren(search.failure());
      console.error(error);
    }
  }

  /** @param {any} found @param {number[]} documents that hold the phrases: all others leave the ranking */
  function keepOnly(found, documents) {
    const kept = new Set(documents);
    found.ranking.tiers.forEach((/** @type {number} */ tier, /** @type {number} */ i) => {
      if (tier && !kept.has(i)) found.ranking.tiers[i] = 0;
    });
  }

  Object.assign(search, { Page });
})();
