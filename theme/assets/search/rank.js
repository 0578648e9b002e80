// Words: which documents have them, and how much a document is about them.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const TOP_IMPACT = 7;
  const PAIR = 1.5;
  const ACCENT = 0.8;
  const ENOUGH = 0.6;
  /** Of so many words one may be missing, of twice as many two: nobody remembers a letter word for word. */
  const SPARE = 5;
  const MISSING = 2;
  /** Pairs of words that so many documents of a segment have are all in the index; vankho/search/segment.py has the same number. */
  const COMMON = 256;
  /** A document that is only cited has a few words, all of weight; letters that can be read come first. */
  const NOT_HELD = 0.5;

  /**
   * @typedef {object} Wanted a word looked for
   * @property {string} word folded
   * @property {string} accent
   * @property {boolean} [optional] counts, but need not be there
   * @property {string[]} [instead] words to take for one that no document has
   */

  /** @param {any} archive @param {number} count documents that have a term */
  function rarity(archive, count) {
    return Math.log(1 + (archive.documents - count + 0.5) / (count + 0.5));
  }

  /** @param {Wanted[]} wanted @returns {string[]} pairs of neighbours */
  function pairs(wanted) {
    return wanted.slice(1).map((next, i) => `${wanted[i].word} ${next.word}`);
  }

  /** Days and months are written 5 or 05. @param {string} word @returns {string[]} both, the one typed first */
  function numerals(word) {
    if (!/^\d{1,2}$/.test(word)) return [word];
    return word.length > 1 ? (word[0] === "0" ? [word, word[1]] : [word]) : [word, `0${word}`];
  }

  /** @param {Wanted[]} wanted @returns {string[]} pairs of neighbours, numerals in both forms */
  function spelledPairs(wanted) {
    return wanted.slice(1).flatMap((next, i) => numerals(wanted[i].word).flatMap((a) => numerals(next.word).map((b) => `${a} ${b}`)));
  }

  /** @param {Wanted} wanted */
  const spellings = (wanted) => wanted.instead || numerals(wanted.word);

  /** @param {Wanted} wanted @returns {string} the term of the word as it is accented */
  const accented = ({ word, accent }) => `${word}\t${accent}`;

  /**
   * The terms that a text query reads.
   * @param {Wanted[]} wanted @param {boolean} withAccents
   */
  function termsOf(wanted, withAccents) {
    const accents = withAccents ? wanted.map(accented) : [];
    return [...wanted.flatMap(spellings), ...spelledPairs(wanted), ...accents];
  }

  /** The documents that have words, with scores. */
  class Matches {
    /** @param {number} size */
    constructor(size) {
      this.hits = new Uint8Array(size);
      this.scores = new Float32Array(size);
      /** How many of the required words there are, and how many a document must have. */
      this.required = 0;
      this.needed = 0;
    }

    /** Allows words to be missing where there are many; a document without them is worth less. */
    spare() {
      this.needed = this.required - Math.floor(this.required / SPARE);
      for (let i = 0; i < this.hits.length; i++) {
        const missing = this.required - this.hits[i];
        if (missing > 0 && this.hits[i] >= this.needed) this.scores[i] = Math.max(0, this.scores[i] - MISSING * missing);
      }
    }

    /** @param {number} document */
    has(document) {
      return this.required > 0 && this.hits[document] >= this.needed;
    }

    /** @param {any} within a set of documents, or nothing for all */
    any(within) {
      for (let i = 0; i < this.hits.length; i++) {
        if (this.hits[i] >= this.needed && (!within || within.marks[i])) return this.required > 0;
      }
      return false;
    }

    /** Be content with documents that have most of the words. */
    relax() {
      this.needed = Math.max(1, Math.ceil(this.required * ENOUGH));
      return this;
    }
  }

  /**
   * @param {any} archive
   * @param {Wanted[]} wanted in the order typed
   * @param {Map<string, any>} lists of `termsOf`
   * @param {boolean} withAccents
   * @param {any[]} [groups] sets of documents, each required like a word
   */
  function match(archive, wanted, lists, withAccents, groups = []) {
    const found = new Matches(archive.documents);
    const seen = new Set();
    for (const one of wanted) {
      if (seen.has(one.word)) continue;
      seen.add(one.word);
      if (!one.optional) found.needed = ++found.required;
      const own = spellings(one).map((word) => lists.get(word)).filter(Boolean);
      countWord(archive, found, own, Boolean(one.optional));
    }
    for (const { marks } of groups) {
      found.needed = ++found.required;
      for (let i = 0; i < marks.length; i++) found.hits[i] += marks[i];
    }
    for (const pair of new Set(spelledPairs(wanted))) {
      const list = lists.get(pair);
      if (!list) continue;
      const weight = PAIR * rarity(archive, list.count) + 0.4;
      search.each(list, (/** @type {number} */ document, /** @type {number} */ inSubject) => {
        found.scores[document] += weight * (inSubject ? 1 : 0.55);
      });
    }
    if (withAccents) {
      for (const name of new Set(wanted.map(accented))) {
        const list = lists.get(name);
        if (!list) continue;
        const weight = ACCENT * rarity(archive, list.count);
        search.each(list, (/** @type {number} */ document) => (found.scores[document] += weight));
      }
    }
    for (const { held, offset, documents } of archive.segments) {
      if (!held) for (let i = offset; i < offset + documents; i++) found.scores[i] *= NOT_HELD;
    }
    return found;
  }

  /** @param {Matches} found @param {any[]} lists @param {number} score for their documents */
  function addTo(found, lists, score) {
    for (const list of lists) search.each(list, (/** @type {number} */ document) => void (found.scores[document] += score));
  }

  /** @param {any} archive @param {Matches} found @param {any[]} lists @param {boolean} optional */
  function countWord(archive, found, lists, optional) {
    const counted = lists.length > 1 ? new Uint8Array(found.hits.length) : null;
    for (const list of lists) {
      const weight = rarity(archive, list.count) / TOP_IMPACT;
      search.each(list, (/** @type {number} */ document, /** @type {number} */ impact) => {
        found.scores[document] += weight * impact;
        if (optional || counted?.[document]) return;
        if (counted) counted[document] = 1;
        found.hits[document]++;
      });
    }
  }

  /** @param {any} list @param {any} segment @returns {number} documents of the segment that have the term */
  function countIn(list, segment) {
    return list?.parts.find((/** @type {any} */ part) => part.segment === segment)?.count || 0;
  }

  /**
   * Documents that may hold a phrase: they have all its pairs, as far as the index tells.
   * @param {any} archive @param {Wanted[]} words @param {Map<string, any>} lists
   */
  function mayHold(archive, words, lists) {
    const possible = new search.Documents(archive.documents);
    possible.marks.fill(1);
    const names = words.length > 1 ? pairs(words) : [words[0].word];
    for (const name of names) {
      const list = lists.get(name);
      const single = name.split(" ").map((word) => lists.get(word));
      const has = search.Documents.of(list ? [list] : [], archive.documents);
      for (const segment of archive.segments) {
        const common = single.every((one) => countIn(one, segment) >= COMMON);
        const told = !segment.dropped || common || countIn(list, segment) > 0;
        if (!told) has.marks.fill(1, segment.offset, segment.offset + segment.documents);
      }
      for (let i = 0; i < possible.marks.length; i++) possible.marks[i] &= has.marks[i];
    }
    return possible;
  }

  Object.assign(search, { match, addTo, termsOf, mayHold, rarity, pairs, numerals });
})();
