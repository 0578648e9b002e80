// The answer to a query: documents in order, page by page, checked against their text.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const PLACES = 2 ** 25;
  const LEVELS = 2 ** 20 - 1;
  const CHECKED_AT_ONCE = 16;
  /** How many phrase candidates are checked to give an exact count. */
  const CHECKED_FOR_COUNT = 400;
  const KEPT_TEXTS = 400;

  /**
   * Documents with a tier, best first; of equals the newer, as documents stand by date.
   * @param {any} ranking @param {any} within a set of documents, or nothing
   * @param {ArrayLike<number> | null} days sort by these instead
   */
  function ordered(ranking, within, days) {
    const { tiers, scores } = ranking;
    let most = 1e-9;
    let count = 0;
    for (let i = 0; i < tiers.length; i++) {
      if (!tiers[i] || (within && !within.marks[i])) continue;
      count++;
      if (scores[i] > most) most = scores[i];
    }
    const keys = new Float64Array(count);
    let at = 0;
    for (let i = 0; i < tiers.length; i++) {
      if (!tiers[i] || (within && !within.marks[i])) continue;
      const rank = days ? days[i] : tiers[i] * (LEVELS + 1) + Math.round((Math.max(0, scores[i]) / most) * LEVELS);
      keys[at++] = rank * PLACES + i;
    }
    return keys.sort().reverse();
  }

  class Answer {
    /**
     * @param {any} archive @param {any} found a `Search` that has run
     * @param {{within?: any, days?: ArrayLike<number> | null, depth?: number}} [options]
     */
    constructor(archive, found, { within = null, days = null, depth = 10 } = {}) {
      this.archive = archive;
      this.found = found;
      this.byDate = Boolean(days);
      this.depth = depth;
      /** @type {number[]} documents, in order */
      this.documents = Array.from(ordered(found.ranking, within, days), (key) => key % PLACES);
      /** How many of the documents are known to hold the phrases. */
      this.checked = 0;
      /** @type {any[][]} */
      this.phrases = found.query.phrases.map((/** @type {any} */ phrase) => phrase.words);
      this.reranked = false;
    }

    /** True if `total` is the number of documents and not an upper bound. */
    get exact() {
      return !this.phrases.length || this.checked >= this.documents.length;
    }

    get total() {
      return this.documents.length;
    }

    /**
     * Throws out candidates that do not hold the phrases, until `count` are known to.
     * @param {number} count
     */
    async check(count) {
      if (!this.phrases.length) return;
      while (this.checked < Math.min(count, this.documents.length)) {
        const batch = this.documents.slice(this.checked, this.checked + CHECKED_AT_ONCE);
        const cards = await Promise.all(batch.map((document) => this.archive.card(document)));
        const good = batch.filter((_, i) => this.phrases.every((phrase) => holds(cards[i], phrase)));
        this.documents.splice(this.checked, batch.length, ...good);
        this.checked += good.length;
      }
    }

    /** Checks all, if they are not too many, so that counts are exact. */
    async settle() {
      if (this.documents.length <= CHECKED_FOR_COUNT) await this.check(this.documents.length);
    }

    /** The first ones again, by what their text says: the words as typed, together, accented alike. */
    async rerank() {
      if (this.reranked || this.byDate) return;
      this.reranked = true;
      const { ranking, shown, query } = this.found;
      const first = this.documents.slice(0, this.depth).filter((document) => ranking.tiers[document] === search.TIER.text);
      if (first.length < 2 || shown.length < 1) return;
      const start = this.documents.indexOf(first[0]);
      const cards = await Promise.all(first.map((document) => this.archive.card(document)));
      const value = new Map(
        first.map((document, i) => [document, ranking.scores[document] + likeness(cards[i], shown, query.accented)]),
      );
      first.sort((a, b) => (value.get(b) || 0) - (value.get(a) || 0) || b - a);
      this.documents.splice(start, first.length, ...first);
    }

    /**
     * @param {number} number from 1
     * @param {number} size
     * @returns {Promise<any[]>} cards
     */
    async page(number, size) {
      await this.check(number * size + 1);
      await this.rerank();
      const part = this.documents.slice((number - 1) * size, number * size);
      return Promise.all(part.map((document) => this.archive.card(document)));
    }
  }

  /** @type {Map<any[], any>} texts cut into words, by the row of their card, oldest first */
  const cuts = new Map();

  /** @param {any} card @returns {any} its text, subject and particulars, cut into words */
  function textOf(card) {
    let cut = cuts.get(card.row);
    if (cut) {
      cuts.delete(card.row);
    } else {
      const shown = [card.type, card.reference, card.issuer, card.signer, ...card.addressees].filter(Boolean);
      cut = {
        text: new search.Text(card.text),
        subject: new search.Text(card.subject),
        fields: shown.map((field) => new search.Text(field)),
      };
    }
    cuts.set(card.row, cut);
    if (cuts.size > KEPT_TEXTS) cuts.delete(/** @type {any[]} */ (cuts.keys().next().value));
    return cut;
  }

  /** @param {any} card @param {any[]} phrase */
  function holds(card, phrase) {
    const { text, subject, fields } = textOf(card);
    return [text, subject, ...fields].some((part) => part.phrase(phrase, true) >= 0);
  }

  /**
   * @param {any} card @param {any[]} words @param {boolean} accented
   */
  function likeness(card, words, accented) {
    const { text, subject } = textOf(card);
    const inSubject = subject.phrase(words, false) >= 0;
    const inText = text.phrase(words, false) >= 0;
    let value = (inSubject ? 2 : 0) + (inText ? 1 : 0);
    if (accented) {
      if (inSubject && subject.phrase(words, true) >= 0) value += 2;
      if (inText && text.phrase(words, true) >= 0) value += 1.5;
    }
    return value;
  }

  Object.assign(search, { Answer, textOf });
})();
