// Unpacking shards: the browser's own inflate where it has one, else this small one (RFC 1951).
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const LENGTHS = bases(29, 4, 3);
  const DISTANCES = bases(30, 2, 1);
  // The last length code is an exception: 258 and no extra bits.
  LENGTHS[28] = { base: 258, extra: 0 };

  /**
   * Bases and extra bits of the length or distance codes.
   * @param {number} count @param {number} group codes that share a number of extra bits
   * @param {number} first
   */
  function bases(count, group, first) {
    const table = [];
    for (let code = 0, base = first; code < count; code++) {
      const extra = Math.max(0, Math.floor(code / group) - 1);
      table.push({ base, extra });
      base += 1 << extra;
    }
    return table;
  }

  /**
   * Canonical Huffman decoding tables: how many codes of each length, and their symbols in order.
   * @param {ArrayLike<number>} lengths
   */
  function huffman(lengths) {
    const counts = new Uint16Array(16);
    for (let i = 0; i < lengths.length; i++) counts[lengths[i]]++;
    counts[0] = 0;
    const next = new Uint16Array(17);
    for (let bits = 1; bits < 16; bits++) next[bits + 1] = next[bits] + counts[bits];
    const symbols = new Uint16Array(lengths.length);
    for (let i = 0; i < lengths.length; i++) if (lengths[i]) symbols[next[lengths[i]]++] = i;
    return { counts, symbols };
  }

  const FIXED = {
    literals: huffman(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
    distances: huffman(new Uint8Array(30).fill(5)),
  };

  class Inflater {
    /** @param {Uint8Array} source zlib format */
    constructor(source) {
      this.source = source;
      this.at = 2;
      this.held = 0;
      this.count = 0;
      this.out = new Uint8Array(source.length * 4 + 1024);
      this.length = 0;
    }

    /** @param {number} count */
    bits(count) {
      while (this.count < count) {
        if (this.at >= this.source.length) throw new Error("truncated shard");
        this.held |= this.source[this.at++] << this.count;
        this.count += 8;
      }
      const value = this.held & ((1 << count) - 1);
      this.held >>>= count;
      this.count -= count;
      return value;
    }

    /** @param {{counts: Uint16Array, symbols: Uint16Array}} table */
    symbol(table) {
      let code = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; length < 16; length++) {
        code |= this.bits(1);
        const count = table.counts[length];
        if (code - count < first) return table.symbols[index + (code - first)];
        index += count;
        first = (first + count) << 1;
        code <<= 1;
      }
      throw new Error("damaged shard");
    }

    /** @param {number} more */
    room(more) {
      if (this.length + more <= this.out.length) return;
      const larger = new Uint8Array(Math.max(this.out.length * 2, this.length + more));
      larger.set(this.out);
      this.out = larger;
    }

    run() {
      for (let last = 0; !last; ) {
        last = this.bits(1);
        const kind = this.bits(2);
        if (kind === 0) this.stored();
        else if (kind === 1) this.block(FIXED.literals, FIXED.distances);
        else this.dynamic();
      }
      return this.out.subarray(0, this.length);
    }

    stored() {
      this.held = this.count = 0;
      const size = this.source[this.at] | (this.source[this.at + 1] << 8);
      this.at += 4;
      this.room(size);
      this.out.set(this.source.subarray(this.at, this.at + size), this.length);
      this.at += size;
      this.length += size;
    }

    dynamic() {
      const literals = this.bits(5) + 257;
      const distances = this.bits(5) + 1;
      const codes = this.bits(4) + 4;
      const small = new Uint8Array(19);
      for (let i = 0; i < codes; i++) small[ORDER[i]] = this.bits(3);
      const table = huffman(small);
      const lengths = new Uint8Array(literals + distances);
      for (let i = 0; i < lengths.length; ) {
        const symbol = this.symbol(table);
        if (symbol < 16) lengths[i++] = symbol;
        else {
          const value = symbol === 16 ? lengths[i - 1] : 0;
          const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
          lengths.fill(value, i, i + times);
          i += times;
        }
      }
      this.block(huffman(lengths.subarray(0, literals)), huffman(lengths.subarray(literals)));
    }

    /**
     * @param {{counts: Uint16Array, symbols: Uint16Array}} literals
     * @param {{counts: Uint16Array, symbols: Uint16Array}} distances
     */
    block(literals, distances) {
      for (;;) {
        const symbol = this.symbol(literals);
        if (symbol === 256) return;
        if (symbol < 256) {
          this.room(1);
          this.out[this.length++] = symbol;
          continue;
        }
        const size = LENGTHS[symbol - 257];
        const length = size.base + this.bits(size.extra);
        const step = DISTANCES[this.symbol(distances)];
        const back = step.base + this.bits(step.extra);
        this.room(length);
        for (let i = 0; i < length; i++, this.length++) this.out[this.length] = this.out[this.length - back];
      }
    }
  }

  /** @param {Uint8Array} packed */
  function inflateHere(packed) {
    return new Inflater(packed).run();
  }

  /**
   * @param {Uint8Array} packed
   * @returns {Promise<Uint8Array>}
   */
  async function inflate(packed) {
    if (typeof DecompressionStream === "undefined") return inflateHere(packed);
    const stream = new Blob([/** @type {BlobPart} */ (packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** @param {string} text base64 */
  function fromBase64(text) {
    const chars = atob(text);
    const bytes = new Uint8Array(chars.length);
    for (let i = 0; i < chars.length; i++) bytes[i] = chars.charCodeAt(i);
    return bytes;
  }

  Object.assign(search, { inflate, inflateHere, fromBase64 });
})();
