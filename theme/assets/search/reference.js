// Who bears a number: every document with it, weighed by what else the query says of it.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  /** Words that stand round what matters and say nothing themselves. */
  const FILLERS = new Set(
    "so cua do ngay thang trong tai cac nhung theo ky hieu ban hanh van gui nguoi ong ba dong chi xem tim".split(" "),
  );
  const SHARDS = 6;
  const LEAST_CLUE = 16;

  /**
   * @typedef {object} Clue something a query says of a document beside its number
   * @property {number} weight
   * @property {string} piece squeezed: part of the symbol, it may be
   * @property {any} documents those of which it is true, or nothing
   * @property {boolean} [named] a type or an agency, not any word
   */

  class Bearers {
    /** @param {any} archive @param {any} query with a reference @param {any} dated documents of the date asked for, or nothing */
    constructor(archive, query, dated) {
      this.archive = archive;
      this.reference = query.reference;
      /** @type {string} of the document that bears the number, where it stands before it */
      this.type = query.type;
      /** @type {string} */
      this.year = query.date || query.year === query.reference.number ? "" : query.year;
      const { day, month } = query.date || {};
      this.yearOfDate = (day || month || "").slice(0, 4);
      this.dated = query.year === query.reference.number ? null : dated;
      /** @type {Clue[]} */
      this.clues = [];
      /** Words that say nothing of any bearer: what the document is to be about. @type {any[]} */
      this.content = [];
      /** Documents that bear the number, all that the query says of them being true. @type {Map<number, number>} */
      this.own = new Map();
      /** Those of which some of it is not true. @type {Map<number, number>} */
      this.near = new Map();
      /** Documents whose number has a year in it. @type {Set<number>} */
      this.ofYear = new Set();
      /** Posting lists of those that cite it. @type {any[]} */
      this.cites = [];
    }

    async find() {
      const { archive, reference } = this;
      const { number } = reference;
      const [own, cites] = await Promise.all([archive.range(`n:${number}/`, SHARDS), archive.range(`v:${number}/`, SHARDS)]);
      this.lists = own;
      const symbols = own.map((/** @type {any} */ list) => symbolOf(list.name));
      await this.readClues(symbols);
      /** @type {Map<string, number>} */
      const cited = new Map(cites.map((/** @type {any} */ list) => [list.name.slice(2), list.count]));
      for (const list of own) this.weigh(list, cited);
      this.addCites(own, cites);
      return this;
    }

    /**
     * What each word beside the number may be: a type, an agency, a piece of a symbol, or content.
     * @param {string[]} symbols of the documents that bear the number
     */
    async readClues(symbols) {
      const { archive, reference } = this;
      let rest = reference.beside;
      let type = search.typeWithin(rest);
      // "công văn thực hiện quyết định 468": the type before the number is that of the one that bears it.
      for (let other = type; other && this.type && other.name !== this.type; ) {
        const left = without(rest, other);
        other = search.typeWithin(left);
        if (other) [type, rest] = [other, left];
      }
      if (type) {
        rest = without(rest, type);
        if (type.name) {
          const lists = await archive.lists([`t:${search.fold(type.name)}`]);
          const documents = search.Documents.of([...lists.values()], archive.documents);
          this.clues.push({ weight: 24, piece: type.piece, documents, named: true });
        }
      }
      for (let found; (found = longestName(archive.names, rest)); rest = without(rest, found)) {
        const lists = await archive.lists(found.terms);
        const documents = search.Documents.of([...lists.values()], archive.documents);
        this.clues.push({ weight: 30, piece: found.piece, documents, named: true });
      }
      for (const one of rest) {
        if (one.word.length > 1 && symbols.some((symbol) => symbol.includes(one.word))) {
          this.clues.push({ weight: 40, piece: one.word, documents: null });
        } else if (!FILLERS.has(one.word)) {
          this.content.push(one);
        }
      }
    }

    /** @param {any} list documents of one reference @param {Map<string, number>} cited how often, by reference and year */
    weigh(list, cited) {
      const { archive, reference } = this;
      const [, year, symbol] = list.name.match(/^n:[^/]*\/(?:(\d{4})\/)?(.*)$/) || [];
      const wanted = reference.year || this.year;
      const exact = reference.symbol && symbol === reference.symbol;
      const begins = symbol.startsWith(reference.symbol);
      const key = list.name.slice(2);
      const fits = begins || (reference.loose && symbol.includes(reference.symbol));
      search.each(list, (/** @type {number} */ document) => {
        // Filed with its year and without; lists come in order, with the year first.
        if (year) this.ofYear.add(document);
        else if (this.ofYear.has(document)) return;
        let all = fits;
        let score = (exact ? 128 : begins ? 64 : 0) + (archive.segmentOf(document).held ? 8 : 0);
        const count = (cited.get(key) || 0) + (cited.get(`${key}@${this.yearOf(document)}`) || 0);
        score += Math.min(7, Math.log2(1 + count));
        for (const { weight, piece, documents } of this.clues) {
          if (documents?.marks[document] || (piece && symbol.includes(piece))) score += weight;
          else all = false;
        }
        const right = this.rightDate(document, year || "", wanted);
        all = all && right > 0;
        score += right;
        const into = all ? this.own : this.near;
        if (!fits) score = alike(symbol, reference.symbol) / 16;
        into.set(document, Math.max(score, into.get(document) || 0));
      });
      for (const document of this.own.keys()) this.near.delete(document);
    }

    /** Those that come nearest to what was asked for, where none is all of it. @returns {Map<number, number>} */
    nearest() {
      const most = Math.max(0, ...this.near.values());
      return new Map([...this.near].filter(([, score]) => score > most - LEAST_CLUE));
    }

    /**
     * What the date asked for says of a document: 0 if it has another one.
     * @param {number} document @param {string} year within its number @param {string} wanted year asked for
     */
    rightDate(document, year, wanted) {
      const { dated, archive } = this;
      if (!wanted && !dated) return 1;
      // A year within the number says more than a day that somebody wrote beside it.
      if (wanted && year) return year === wanted ? 32 : 0;
      if (wanted ? this.datedIn(document, wanted) : dated.marks[document]) return 32;
      const segment = archive.segmentOf(document);
      return segment.vague(document - segment.offset, wanted || this.yearOfDate) ? 16 : 0;
    }

    /** @param {number} document @param {string} year */
    datedIn(document, year) {
      const segment = this.archive.segmentOf(document);
      const [start, stop] = segment.dated(year);
      return document - segment.offset >= start && document - segment.offset < stop;
    }

    /** @param {number} document */
    yearOf(document) {
      const segment = this.archive.segmentOf(document);
      return segment.month(document - segment.offset).slice(0, 4);
    }

    /** Those that cite one of the bearers meant; where none is known, those that cite such a number. @param {any[]} own @param {any[]} cites */
    addCites(own, cites) {
      const { reference } = this;
      /** @type {Set<string>} as they are cited: of their year, or of none that is known */
      const meant = new Set();
      for (const list of own) {
        const key = list.name.slice(2);
        search.each(list, (/** @type {number} */ document) => {
          if (this.own.has(document)) meant.add(key).add(`${key}@${this.yearOf(document)}`);
        });
      }
      for (const list of cites) {
        const symbol = symbolOf(list.name);
        const [, year] = list.name.split("@");
        if (!meant.size && year && this.year && year !== this.year) continue;
        const known = meant.size ? meant.has(list.name.slice(2)) : symbol.startsWith(reference.symbol) && this.clues.every(({ piece, named }) => named || symbol.includes(piece));
        if (known) this.cites.push(list);
      }
    }

    /** True if a symbol, or part of it, was asked for and found. */
    get symbolKnown() {
      return this.own.size > 0 && (Boolean(this.reference.symbol) || this.clues.some(({ documents }) => !documents));
    }

    /** True if the query says something of the bearers that any number among words would not. */
    get strong() {
      return this.own.size > 0 && (this.clues.length > 0 || Boolean(this.dated || this.reference.year || this.reference.symbol));
    }
  }

  /** @param {string} term "n:37/2020/qdubnd" */
  const symbolOf = (term) => term.slice(term.lastIndexOf("/") + 1).replace(/@.*/, "");

  /** @param {string} a @param {string} b @returns {number} letters that they begin with in common */
  function alike(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    return at;
  }

  /** @param {any[]} words @param {{start: number, end: number}} part */
  const without = (words, { start, end }) => [...words.slice(0, start), ...words.slice(end)];

  /**
   * The longest run of words that names an agency or a signer.
   * @param {any} names @param {any[]} words
   * @returns {{start: number, end: number, piece: string, terms: string[]} | null}
   */
  function longestName(names, words) {
    const folded = words.map(({ word }) => word);
    for (let length = Math.min(14, folded.length); length > 0; length--) {
      for (let start = 0; start + length <= folded.length; start++) {
        const part = folded.slice(start, start + length);
        const agencies = names.agenciesOf(part);
        const signer = length > 1 ? names.signerOf(part) : undefined;
        if (!agencies.length && !signer) continue;
        const terms = signer ? [`k:${part.join(" ")}`] : agencies.map((/** @type {string} */ name) => `a:${names.filed(name)}`);
        return { start, end: start + length, piece: part.join(""), terms };
      }
    }
    return null;
  }

  /** @param {any[]} words @returns {boolean} true if they say nothing */
  const onlyFillers = (words) => words.every(({ word }) => FILLERS.has(word));

  Object.assign(search, { Bearers, onlyFillers });
})();
