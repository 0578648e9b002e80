// How words are compared; the same as vankho/search/fold.py, tests hold the two together.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const BLOCKS = [[0x61, 0x7b], [0xc0, 0x250], [0x1e00, 0x1f00]];
  const TONES = "\u0300\u0301\u0303\u0309\u0323";
  const IGNORED = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff";

  /** @returns {Map<string, string>} every lower-case letter of a word → its plain letter */
  function letters() {
    // None of these has a decomposition: đ and its lookalikes, and ƣ, which OCR reads for ư.
    const table = new Map([["đ", "d"], ["ð", "d"], ["ɖ", "d"], ["ƣ", "u"]]);
    for (const [start, stop] of BLOCKS) {
      for (let code = start; code < stop; code++) {
        const letter = String.fromCharCode(code).toLowerCase();
        const base = letter.normalize("NFD").charAt(0);
        if (letter.length === 1 && base >= "a" && base <= "z") table.set(letter, base);
      }
    }
    return table;
  }

  const LETTERS = letters();
  const CLASS = "0-9" + [...LETTERS.keys()].sort().join("");
  // A word ends after 64 characters, as in Python.
  const WORD = new RegExp(`[${CLASS}][${CLASS}${IGNORED}]{0,63}`, "g");
  const INVISIBLE = new RegExp(`[${IGNORED}]`, "g");
  const ASCII = /^[\x00-\x7f]*$/;

  /** @param {string} text */
  function lower(text) {
    return text.normalize("NFC").replace(/\u0130/g, "I").toLowerCase();
  }

  /**
   * The words of a text, lower-case, accents kept.
   * @param {string} text
   * @returns {string[]}
   */
  function words(text) {
    return lower(text).match(WORD) || [];
  }

  /**
   * A word of `words` without its accents.
   * @param {string} word
   */
  function foldWord(word) {
    if (ASCII.test(word)) return word;
    let out = "";
    for (const c of word.replace(INVISIBLE, "")) out += LETTERS.get(c) || c;
    return out;
  }

  /**
   * Folded words with single blanks between.
   * @param {string} text
   */
  function fold(text) {
    return words(text).map(foldWord).join(" ");
  }

  /**
   * A word with its tone at the end, so that hoà and hòa are one.
   * @param {string} word
   */
  function accent(word) {
    if (ASCII.test(word)) return word;
    const shown = word.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
    let letters = "";
    let tones = "";
    for (const c of shown.normalize("NFD")) {
      if (TONES.includes(c)) tones += c;
      else letters += c;
    }
    return letters.normalize("NFC") + tones;
  }

  /**
   * Plain letters in a string of the same length, punctuation kept: patterns match on it and the
   * places they find hold for the text as typed.
   * @param {string} text NFC
   */
  function plain(text) {
    let out = "";
    for (let at = 0; at < text.length; at++) {
      const small = text[at].toLowerCase();
      out += LETTERS.get(small) || (small.length === 1 ? small : text[at]);
    }
    return out;
  }

  /**
   * Words with their places. Lower case keeps lengths (İ is handled), so places hold for `text`.
   * @param {string} text NFC
   * @returns {{word: string, start: number, end: number}[]}
   */
  function places(text) {
    const found = [];
    const small = text.replace(/\u0130/g, "I").toLowerCase();
    for (const match of small.matchAll(WORD)) {
      const start = /** @type {number} */ (match.index);
      found.push({ word: match[0], start, end: start + match[0].length });
    }
    return found;
  }

  Object.assign(search, { fold, foldWord, words, accent, plain, places, IGNORED });
})();
