// The dialog in the header: type, walk through the results with the arrows, Enter.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const SHOWN = 10;
  const PAUSE = 120;

  class Dialog {
    /** @param {HTMLDialogElement} element */
    constructor(element) {
      this.element = element;
      this.input = /** @type {HTMLInputElement} */ (element.querySelector("input[name=q]"));
      this.status = /** @type {HTMLElement} */ (element.querySelector("[role=status]"));
      this.notes = /** @type {HTMLElement} */ (element.querySelector("[data-vankho-notes]"));
      this.list = /** @type {HTMLElement} */ (element.querySelector("ol"));
      this.all = /** @type {HTMLElement} */ (element.querySelector("[data-vankho-all]"));
      this.turn = search.latest(PAUSE);
      this.asked = "";
      /** @type {Element | null} */
      this.opener = null;
      this.input.addEventListener("input", () => this.run());
      element.addEventListener("keydown", (event) => this.key(event));
      element.addEventListener("click", (event) => this.click(event));
      element.addEventListener("close", () => /** @type {HTMLElement | null} */ (this.opener)?.focus());
    }

    /**
     * The dialog stands open; what was typed before the scripts came is searched now.
     * @param {Element | null} opener gets the focus back
     */
    opened(opener) {
      this.opener = opener;
      // The index is fetched while the reader still types.
      search.withArchive(async () => undefined).catch(() => undefined);
      if (this.input.value.trim()) this.run();
      else this.showTips();
    }

    showTips() {
      search.clear(this.list);
      this.status.textContent = "";
      this.all.replaceChildren();
      this.notes.replaceChildren(search.tips(search.say.examplesTitle));
    }

    async run() {
      const current = await this.turn();
      const text = this.input.value;
      if (!current()) return;
      if (!text.trim()) return this.showTips();
      const waiting = setTimeout(() => current() && (this.status.textContent = search.say.searching), 300);
      try {
        const { found, answer, cards } = await search.withArchive(async (/** @type {any} */ archive) => {
          const found = await search.find(archive, text);
          const answer = new search.Answer(archive, found, { depth: SHOWN });
          return { found, answer, cards: await answer.page(1, SHOWN) };
        });
        if (current()) this.show(text, found, answer, cards);
      } catch (error) {
        if (current()) this.fail(error);
      } finally {
        clearTimeout(waiting);
      }
    }

    /** @param {string} text @param {any} found @param {any} answer @param {any[]} cards */
    show(text, found, answer, cards) {
      const { say } = search;
      const address = (/** @type {Record<string, string>} */ changes) => search.searchPage({ q: text.trim(), ...changes });
      search.fill(this.list, found, cards, search.base(), text);
      this.notes.replaceChildren(...search.notes(found, address));
      if (!cards.length) this.notes.append(search.tips(say.tipsTitle));
      this.status.textContent = say.count(answer.total, answer.exact);
      this.all.replaceChildren();
      if (answer.total > cards.length) {
        const words = `${say.all} ${say.count(answer.total, answer.exact).toLowerCase()}`;
        this.all.append(search.make("a", { href: address({}) }, words));
      }
    }

    /** @param {unknown} error */
    fail(error) {
      search.clear(this.list);
      this.status.textContent = "";
      this.notes.replaceChildren(search.failure());
      console.error(error);
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      // While an input method composes a letter, the keys are its own.
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "Escape") {
        event.preventDefault();
        this.element.close();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        this.step(event, event.key === "ArrowDown" ? 1 : -1);
      }
    }

    /** @param {KeyboardEvent} event @param {number} by */
    step(event, by) {
      const links = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll("ol a, [data-vankho-all] a")]);
      const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      if (at < 0 && (by < 0 || document.activeElement !== this.input)) return;
      event.preventDefault();
      const next = at + by;
      if (next < 0) this.input.focus();
      else links[Math.min(next, links.length - 1)]?.focus();
    }

    /** A click on the backdrop closes; so does one on a link, which may lead to a place on this page.
     * @param {MouseEvent} event */
    click(event) {
      const target = /** @type {Element} */ (event.target);
      if (target === this.element || target.closest("[data-vankho-close], a")) this.element.close();
    }
  }

  /**
   * Where Enter leads: to the document that alone bears the number, else to the search page.
   * @param {string} text
   * @returns {Promise<string>}
   */
  async function destination(text) {
    const page = search.searchPage({ q: text });
    try {
      return await search.withArchive(
        async (/** @type {any} */ archive) => (await search.only(archive, await search.find(archive, text))) || page,
      );
    } catch {
      return page;
    }
  }

  Object.assign(search, { Dialog, destination });
})();
