// One segment of the index: where its terms, cards and columns are.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));
  const UTF8 = new TextDecoder();

  /** @param {Uint8Array} data four bytes of length, a header, a body */
  function withHeader(data) {
    const length = new DataView(data.buffer, data.byteOffset, 4).getUint32(0, true);
    return { header: JSON.parse(UTF8.decode(data.subarray(4, 4 + length))), body: data.subarray(4 + length) };
  }

  /**
   * Place of the last item that is not after `wanted`, −1 if all are.
   * @param {string[]} sorted @param {string} wanted
   */
  function lastNotAfter(sorted, wanted) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  class TermShard {
    /** @param {Uint8Array} data */
    constructor(data) {
      const { header, body } = withHeader(data);
      /** @type {string[]} */
      this.terms = header.t;
      /** @type {number[]} */
      this.counts = header.n;
      this.body = body;
      this.starts = [0];
      for (const size of header.b) this.starts.push(this.starts[this.starts.length - 1] + size);
    }

    /** @param {number} place */
    postings(place) {
      return this.body.subarray(this.starts[place], this.starts[place + 1]);
    }
  }

  class Segment {
    /** @param {any} entry @param {number} offset number of its first document in the archive @param {string} root */
    constructor(entry, offset, root) {
      this.address = `${root}${entry.name}/`;
      this.offset = offset;
      /** @type {number} */
      this.documents = entry.documents;
      /** @type {boolean} */
      this.held = entry.held;
      /** @type {boolean} */
      this.dropped = entry.dropped;
      /** @type {[string, number][]} */
      this.months = entry.months;
      /** @type {string[]} */
      this.firstTerms = entry.terms;
      /** @type {number} */
      this.cardsAShard = entry.cards.a;
      /** Groups of cards: address, number of the first document within the segment. */
      this.groups = [];
      let first = 0;
      for (const [name, documents] of entry.cards.groups) {
        this.groups.push({ address: `${root}${name}/`, first });
        first += documents;
      }
      /** @type {Map<number, TermShard>} */
      this.shards = new Map();
    }

    /** @param {number} place */
    async termShard(place) {
      let found = this.shards.get(place);
      if (!found) {
        found = new TermShard(await search.shard(`${this.address}i${place}.js`));
        if (this.shards.size > 100) this.shards.clear();
        this.shards.set(place, found);
      }
      return found;
    }

    /** @param {string} name */
    async term(name) {
      const place = lastNotAfter(this.firstTerms, name);
      if (place < 0) return null;
      const shard = await this.termShard(place);
      const at = lastNotAfter(shard.terms, name);
      if (at < 0 || shard.terms[at] !== name) return null;
      return { segment: this, count: shard.counts[at], bytes: shard.postings(at) };
    }

    /**
     * Terms that begin with `prefix`, at most `limit` shards of them.
     * @param {string} prefix @param {number} limit
     */
    async range(prefix, limit) {
      const start = Math.max(0, lastNotAfter(this.firstTerms, prefix));
      const stop = Math.min(lastNotAfter(this.firstTerms, `${prefix}\uffff`), start + limit - 1);
      const places = [];
      for (let place = start; place <= stop; place++) places.push(place);
      const found = [];
      for (const shard of await Promise.all(places.map((place) => this.termShard(place)))) {
        for (let at = Math.max(0, lastNotAfter(shard.terms, prefix)); at < shard.terms.length; at++) {
          const name = shard.terms[at];
          if (name > `${prefix}\uffff`) break;
          if (name.startsWith(prefix)) {
            found.push({ name, part: { segment: this, count: shard.counts[at], bytes: shard.postings(at) } });
          }
        }
      }
      return found;
    }

    /** Words of letters only, and how many documents have each. */
    async vocabulary() {
      return JSON.parse(UTF8.decode(await search.shard(`${this.address}v.js`)));
    }

    /** @param {"f" | "g"} name */
    async columns(name) {
      return withHeader(await search.shard(`${this.address}${name}.js`));
    }

    /** @param {number} number of the document within the segment */
    async card(number) {
      let low = 0;
      for (let high = this.groups.length - 1; low < high; ) {
        const middle = (low + high + 1) >> 1;
        if (this.groups[middle].first <= number) low = middle;
        else high = middle - 1;
      }
      const { address, first } = this.groups[low];
      const place = number - first;
      const rows = parsedCards(await search.shard(`${address}t${Math.floor(place / this.cardsAShard)}.js`));
      return rows[place % this.cardsAShard];
    }

    /** The month of a document, or its year, or nothing: as much as is known. @param {number} number */
    month(number) {
      let low = 0;
      for (let high = this.months.length - 1; low < high; ) {
        const middle = (low + high + 1) >> 1;
        if (this.months[middle][1] <= number) low = middle;
        else high = middle - 1;
      }
      return this.months[low]?.[0] || "";
    }

    /** True if all that is known of a document's date is this year, or nothing. @param {number} number @param {string} year */
    vague(number, year) {
      const known = this.month(number);
      return known === year || !known;
    }

    /**
     * Documents dated in a year or month: a run, as documents stand by date.
     * @param {string} prefix "2021" or "2021-03"
     * @returns {[number, number]}
     */
    dated(prefix) {
      let start = -1;
      let stop = this.documents;
      this.months.forEach(([month, first], i) => {
        if (!month.startsWith(prefix)) return;
        if (start < 0) start = first;
        stop = i + 1 < this.months.length ? this.months[i + 1][1] : this.documents;
      });
      return start < 0 ? [0, 0] : [start, stop];
    }
  }

  /** @type {WeakMap<Uint8Array, any[]>} */
  const parsed = new WeakMap();

  /** @param {Uint8Array} data */
  function parsedCards(data) {
    let rows = parsed.get(data);
    if (!rows) {
      rows = /** @type {any[]} */ (JSON.parse(UTF8.decode(data)));
      parsed.set(data, rows);
    }
    return rows;
  }

  Object.assign(search, { Segment });
})();
