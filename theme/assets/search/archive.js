// The opened index: the posting lists of terms across its segments, and its cards.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  /** The form of index that this client reads; vankho/search/build.py has the same number. */
  const FORMAT = 3;

  /**
   * @typedef {{segment: any, count: number, bytes: Uint8Array}} Part a posting list in one segment
   * @typedef {{name: string, count: number, parts: Part[]}} List a posting list in all of them
   */

  class Archive {
    /** @param {any} index @param {string} root */
    constructor(index, root) {
      /** @type {string} */
      this.build = index.build;
      /** @type {any[]} */
      this.segments = [];
      this.documents = 0;
      this.held = 0;
      for (const entry of index.segments) {
        this.segments.push(new search.Segment(entry, this.documents, root));
        this.documents += entry.documents;
        if (entry.held) this.held += entry.documents;
      }
      this.names = new search.Names(index.agencies, index.signers);
    }

    /** @returns {string[]} years that documents are dated in */
    years() {
      const years = new Set();
      for (const segment of this.segments) for (const [month] of segment.months) years.add(month.slice(0, 4));
      return [...years].filter(Boolean).sort();
    }

    /**
     * The lists of many terms at once; all shards are asked for together.
     * @param {Iterable<string>} names
     * @returns {Promise<Map<string, List>>} without the terms that no document has
     */
    async lists(names) {
      const wanted = [...new Set(names)];
      const rows = await Promise.all(
        wanted.map((name) => Promise.all(this.segments.map((segment) => segment.term(name)))),
      );
      const found = new Map();
      rows.forEach((parts, i) => {
        const list = joined(wanted[i], /** @type {Part[]} */ (parts.filter(Boolean)));
        if (list.count) found.set(wanted[i], list);
      });
      return found;
    }

    /**
     * The lists of all terms that begin alike.
     * @param {string} prefix @param {number} [limit] shards a segment
     * @returns {Promise<List[]>} by term
     */
    async range(prefix, limit = 4) {
      /** @type {Map<string, Part[]>} */
      const found = new Map();
      for (const terms of await Promise.all(this.segments.map((segment) => segment.range(prefix, limit)))) {
        for (const { name, part } of terms) {
          const parts = found.get(name);
          if (parts) parts.push(part);
          else found.set(name, [part]);
        }
      }
      return [...found.keys()].sort().map((name) => joined(name, found.get(name) || []));
    }

    /** @param {number} number of a document in the archive */
    segmentOf(number) {
      let found = this.segments[0];
      for (const segment of this.segments) if (segment.offset <= number) found = segment;
      return found;
    }

    /** @param {number} number */
    async card(number) {
      const segment = this.segmentOf(number);
      return new search.Card(await segment.card(number - segment.offset), segment.held, number);
    }
  }

  /** @param {string} name @param {Part[]} parts @returns {List} */
  function joined(name, parts) {
    return { name, count: parts.reduce((sum, part) => sum + part.count, 0), parts };
  }

  /** What a result shows. */
  class Card {
    /** @param {any[]} row @param {boolean} held @param {number} number */
    constructor(row, held, number) {
      const [id, url, type, reference, date, issuer, signer, subject, text, anchors, addressees] = row;
      /** The same array for the same document, as long as its shard is kept. */
      this.row = row;
      Object.assign(this, { id, type, reference, date, issuer, signer, subject, text, addressees, held, number });
      /** @type {string} */
      this.url = url || `van-ban/${id}.html`;
      /** @type {(number | string)[]} */
      this.steps = anchors;
    }

    /** @param {number} place in the text @returns {string} the anchor that it stands under, or nothing */
    anchor(place) {
      let at = 0;
      let found = "";
      for (let i = 0; i < this.steps.length; i += 2) {
        at += /** @type {number} */ (this.steps[i]);
        if (at > place) break;
        found = /** @type {string} */ (this.steps[i + 1]);
      }
      return found;
    }
  }

  /** @type {Promise<Archive> | null} */
  let opened = null;

  /**
   * The index, opened once.
   * @param {string} root address of the folder of the index, with its slash
   * @param {boolean} [fresh] open it again, past the browser's cache
   * @returns {Promise<Archive>}
   */
  function open(root, fresh = false) {
    if (opened && !fresh) return opened;
    const opening = search.entry(root, fresh).then((/** @type {any} */ index) => {
      // A tab that was open before the program was renewed: its scripts cannot read what is there now.
      if (index.format !== FORMAT) throw new search.OtherFormat(String(index.format));
      return new Archive(index, root);
    });
    opening.catch(() => (opened = null));
    opened = opening;
    return opening;
  }

  Object.assign(search, { open, Card });
})();
