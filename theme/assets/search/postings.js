// Posting lists: steps between postings, each a document with a small value in its low bits.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const IMPACT_BITS = 3;

  /** How many low bits carry a value: by the kind of term, see vankho/search/terms.py.
   * @param {string} term */
  function valueBits(term) {
    if (term.includes("\t") || term.includes(":")) return 0;
    return term.includes(" ") ? 1 : IMPACT_BITS;
  }

  /**
   * Calls `visit` with each document of a list, numbered within the archive.
   * @param {{name: string, parts: {segment: {offset: number}, bytes: Uint8Array}[]}} list
   * @param {(document: number, value: number) => void} visit
   */
  function each(list, visit) {
    const bits = valueBits(list.name);
    const mask = (1 << bits) - 1;
    for (const { segment, bytes } of list.parts) {
      let posting = -1;
      for (let at = 0; at < bytes.length; ) {
        let value = bytes[at++];
        if (value > 0x7f) {
          value &= 0x7f;
          for (let shift = 7; ; shift += 7) {
            const byte = bytes[at++];
            value |= (byte & 0x7f) << shift;
            if (byte < 0x80) break;
          }
        }
        posting += value;
        visit(segment.offset + (posting >>> bits), posting & mask);
      }
    }
  }

  /** A set of documents. */
  class Documents {
    /** @param {number} size documents in the archive */
    constructor(size) {
      this.marks = new Uint8Array(size);
    }

    /** @param {{name: string, parts: any[]}[]} lists @param {number} size */
    static of(lists, size) {
      const set = new Documents(size);
      for (const list of lists) each(list, (document) => (set.marks[document] = 1));
      return set;
    }

    /** @param {Documents | null} other @returns {Documents} those in both */
    and(other) {
      if (!other) return this;
      const both = new Documents(this.marks.length);
      for (let i = 0; i < both.marks.length; i++) both.marks[i] = this.marks[i] & other.marks[i];
      return both;
    }

    get empty() {
      return !this.marks.includes(1);
    }
  }

  Object.assign(search, { each, Documents });
})();
