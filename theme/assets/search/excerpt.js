// Where a text answers a query: the place to show, and what to mark in it.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const WINDOW = 36;
  const KNOWN_WORDS = 50_000;

  /**
   * @typedef {{start: number, end: number, word: string, accent: string}} Place a word of a text
   */

  /** @type {Map<string, {word: string, accent: string}>} by word as it stands in a text */
  const spellings = new Map();

  /** @param {string} word */
  function spelling(word) {
    let found = spellings.get(word);
    if (!found) {
      found = { word: search.foldWord(word), accent: search.accent(word) };
      if (spellings.size >= KNOWN_WORDS) spellings.clear();
      spellings.set(word, found);
    }
    return found;
  }

  /** A text with its words, made once for each card. */
  class Text {
    /** @param {string} text */
    constructor(text) {
      this.text = text;
      /** @type {Place[]} */
      this.places = search.places(text).map(({ word, start, end }) => ({ start, end, ...spelling(word) }));
      this.folded = ` ${this.places.map(({ word }) => word).join(" ")} `;
      this.accented = ` ${this.places.map(({ accent }) => accent).join(" ")} `;
    }

    /**
     * @param {{word: string, accent: string}[]} words
     * @param {boolean} accented as accented too, where a word was typed with accents
     * @returns {number} place of the phrase's first word, −1 if the phrase is not there
     */
    phrase(words, accented) {
      const key = ` ${words.map(({ word }) => word).join(" ")} `;
      for (let at = this.folded.indexOf(key); at >= 0; at = this.folded.indexOf(key, at + 1)) {
        const first = countBlanks(this.folded, at);
        if (!accented || words.every((one, i) => one.accent === one.word || one.accent === this.places[first + i].accent)) {
          return first;
        }
      }
      return -1;
    }
  }

  /** @param {string} text @param {number} end */
  function countBlanks(text, end) {
    let count = 0;
    for (let at = text.indexOf(" "); at >= 0 && at < end; at = text.indexOf(" ", at + 1)) count++;
    return count;
  }

  /**
   * Words to look for, by their folded form.
   * @param {any[]} wanted
   * @returns {Set<string>}
   */
  function foldedOf(wanted) {
    return new Set(wanted.flatMap((one) => one.instead || search.numerals(one.word)));
  }

  /**
   * The window that holds most of the words looked for, rare ones counting more by being few.
   * @param {Place[]} places @param {Set<string>} words
   */
  function bestWindow(places, words) {
    /** @type {Map<string, number>} */
    const totals = new Map();
    for (const { word } of places) if (words.has(word)) totals.set(word, (totals.get(word) || 0) + 1);
    /** @type {Map<string, number>} */
    const inside = new Map();
    let best = 0;
    let most = 0;
    let value = 0;
    places.forEach(({ word }, i) => {
      if (words.has(word)) {
        const count = inside.get(word) || 0;
        inside.set(word, count + 1);
        if (!count) value += 1 + 1 / (totals.get(word) || 1);
        if (i && words.has(places[i - 1].word)) value += 0.01;
      }
      const left = i - WINDOW;
      if (left >= 0 && words.has(places[left].word)) {
        const gone = places[left].word;
        const count = inside.get(gone) || 0;
        inside.set(gone, count - 1);
        if (count === 1) value -= 1 + 1 / (totals.get(gone) || 1);
      }
      if (value > most) {
        most = value;
        best = Math.max(0, i - WINDOW + 1);
      }
    });
    return { start: best, found: most > 0 };
  }

  /**
   * The excerpt of a text.
   * @param {Text} text
   * @param {any[]} wanted words
   * @param {any[][]} phrases
   * @param {boolean} together mark the words where they stand together only: 01 is no hit in 06/01/2023
   * @returns {{parts: {text: string, hit: boolean}[], place: number}} place: where the hit begins, −1 for none
   */
  function excerpt(text, wanted, phrases, together = false) {
    const { places } = text;
    if (!places.length) return { parts: [], place: -1 };
    const all = [...wanted, ...phrases.flat()];
    const words = foldedOf(all);
    let start = 0;
    let hit = -1;
    for (const phrase of [...phrases, wanted]) {
      const at = phrase.length > 1 ? text.phrase(phrase, false) : -1;
      if (at >= 0) {
        hit = at;
        start = Math.max(0, at - 8);
        break;
      }
    }
    if (hit < 0) {
      const window = bestWindow(places, words);
      start = window.start;
      hit = window.found ? places.findIndex(({ word }, i) => i >= start && words.has(word)) : -1;
      if (hit >= 0) start = Math.max(0, Math.min(start, hit), hit - 8);
    }
    const run = together && hit >= 0 && text.phrase(wanted, false) === hit ? places.slice(hit, hit + wanted.length) : null;
    const marked = run ? (/** @type {Place} */ place) => run.includes(place) : isHit(text, start, words, all);
    return { parts: cut(text, start, marked), place: hit < 0 ? -1 : places[hit].start };
  }

  /**
   * Which words to mark: where accents were typed and the window has words accented so, only those;
   * của is no hit for cửa.
   * @param {Text} text @param {number} first @param {Set<string>} words @param {any[]} wanted
   * @returns {(place: Place) => boolean}
   */
  function isHit(text, first, words, wanted) {
    const accents = new Set(wanted.map(({ accent }) => accent));
    const shown = text.places.slice(first, first + WINDOW);
    const typed = wanted.some(({ word, accent }) => word !== accent);
    const strict = typed && shown.some(({ word, accent }) => word !== accent && accents.has(accent));
    return ({ word, accent }) => words.has(word) && (!strict || accents.has(accent));
  }

  /** @param {Text} text @param {number} first @param {(place: Place) => boolean} hit */
  function cut(text, first, hit) {
    const { places } = text;
    const last = Math.min(places.length, first + WINDOW) - 1;
    /** @type {{text: string, hit: boolean}[]} */
    const parts = [];
    const add = (/** @type {string} */ piece, /** @type {boolean} */ hit) => {
      const before = parts[parts.length - 1];
      if (before && before.hit === hit) before.text += piece;
      else if (piece) parts.push({ text: piece, hit });
    };
    if (first > 0) add("… ", false);
    let at = places[first].start;
    for (let i = first; i <= last; i++) {
      add(text.text.slice(at, places[i].start).replace(/\s+/g, " "), false);
      add(text.text.slice(places[i].start, places[i].end), hit(places[i]));
      at = places[i].end;
    }
    if (last < places.length - 1) add(" …", false);
    else add(text.text.slice(at).replace(/\s+/g, " ").trimEnd(), false);
    return parts;
  }

  Object.assign(search, { Text, excerpt });
})();
