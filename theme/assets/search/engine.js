// A query run over the archive: what it means, which documents answer it, in which order.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const { TIER, Ranking } = search;
  const SHORT_TYPES = ["ttlt", "vbhn", "ttr", "ctr", "qd", "nq", "nd", "ct", "tt", "tb", "kh", "bc", "cd", "hd", "kl", "gm"];

  class Search {
    /** @param {any} archive @param {string} text @param {{exact?: boolean}} options */
    constructor(archive, text, options) {
      this.archive = archive;
      this.query = search.parse(text);
      this.exact = Boolean(options.exact);
      this.ranking = new Ranking(archive.documents);
      /** Documents that bear the number exactly. @type {number[]} */
      this.bearers = [];
      /** @type {{kind: string, name: string}[]} filters to offer */
      this.chips = [];
      this.corrected = "";
      this.relaxed = false;
      /** Words whose places are shown. @type {any[]} */
      this.shown = [];
      /** What a result of each tier is, where it needs saying. @type {Map<number, string>} */
      this.reasons = new Map();
    }

    async run() {
      const { query } = this;
      const within = await this.dated();
      if (query.reference && (await this.byReference(this.named()))) return this;
      // Only now: a number that no document bears has gone back among the words.
      const whole = this.named();
      if (whole) await this.byName(whole, within);
      else if (query.words.length || query.phrases.length) await this.byText(within);
      else if (within) await this.byDate(within);
      return this;
    }

    /** The agency or signer that all the words name. */
    named() {
      const { words, phrases } = this.query;
      return phrases.length ? null : this.archive.names.whole(words.map((/** @type {any} */ one) => one.word));
    }

    /** @returns {Promise<any>} the documents of the date, month or year asked for, or nothing */
    async dated() {
      const { date, year } = this.query;
      if (date?.day) return this.onDays([date.day]);
      if (date?.dayOfYear) {
        return this.onDays(this.archive.years().map((/** @type {string} */ one) => `${one}-${date.dayOfYear}`));
      }
      const prefix = date?.month || year;
      if (!prefix) return null;
      const found = new search.Documents(this.archive.documents);
      for (const segment of this.archive.segments) {
        const [start, stop] = segment.dated(prefix);
        found.marks.fill(1, segment.offset + start, segment.offset + stop);
      }
      return found;
    }

    /** @param {string[]} days */
    async onDays(days) {
      const lists = await this.archive.lists(days.map((day) => `d:${day}`));
      return search.Documents.of([...lists.values()], this.archive.documents);
    }

    /**
     * A number: who bears it, then who cites it. False if no document knows it and words were meant.
     * @param {any} whole agency or signer that the other words name
     */
    async byReference(whole) {
      const { archive, query, ranking } = this;
      const { number, year, symbol, sure } = query.reference;
      const key = `${number}/${year ? `${year}/` : ""}${symbol}`;
      const [own, cites] = await Promise.all([archive.range(`n:${key}`), archive.range(`v:${key}`)]);
      if (!sure && !own.length && !cites.length) return this.withoutSymbol();
      const near = own.length || !symbol ? [] : await archive.range(`n:${number}/`);
      const dated = await this.dated();
      const others = await this.others(whole);
      const cited = await this.citedCounts(own);
      for (const list of own) {
        const exact = list.name === `n:${key}`;
        search.each(list, (/** @type {number} */ document) => {
          if (others && !symbol && !others.marks[document]) return;
          const held = archive.segmentOf(document).held;
          const score =
            (exact ? 64 : 0) +
            (dated?.marks[document] ? 32 : 0) +
            (query.type && typeOf(list.name) === query.type ? 16 : 0) +
            (held ? 8 : 0) +
            Math.min(7, Math.log2(1 + (cited.get(list.name) || 0)));
          ranking.put(document, TIER.own, score);
          if (exact || (!symbol && held)) this.bearers.push(document);
        });
      }
      for (const list of near) ranking.putList(list, TIER.near, alike(list.name, `n:${key}`));
      for (const list of cites) {
        const exact = list.name === `v:${key}`;
        search.each(list, (/** @type {number} */ document) => {
          if (!others || others.marks[document]) ranking.put(document, TIER.cites, exact ? 1 : 0);
        });
      }
      if (dated && query.date?.month && !symbol) await this.byDate(dated);
      this.reasons.set(TIER.own, "own").set(TIER.near, "near").set(TIER.cites, "cites");
      this.shown = search.toWords(query.reference.shown);
      this.bearers = [...new Set(this.bearers)];
      if (!ranking.empty) return true;
      query.words = search.toWords(query.text);
      query.reference = null;
      return false;
    }

    /** What looked like a symbol is none: 972 sở y tế is a number and an agency, 10 năm is words.
     * @returns {Promise<boolean>} */
    async withoutSymbol() {
      const { query, archive } = this;
      const words = search.toWords(query.text);
      const whole = archive.names.whole(words.slice(1).map((one) => one.word));
      if (whole && words[0]?.word.replace(/^0+/, "") === query.reference.number) {
        query.reference = { ...query.reference, symbol: "", shown: query.reference.number, sure: true };
        return this.byReference(whole);
      }
      query.words = words;
      query.reference = null;
      return false;
    }

    /** How often each number is cited: of two that are alike, the one people mean is cited more.
     * @param {any[]} own @returns {Promise<Map<string, number>>} */
    async citedCounts(own) {
      if (own.length < 2) return new Map();
      const names = own.slice(0, 50).map(({ name }) => name.replace(/^n:/, "v:"));
      const lists = await this.archive.lists(names);
      return new Map([...lists].map(([name, list]) => [name.replace(/^v:/, "n:"), list.count]));
    }

    /**
     * The documents that the words beside a number allow.
     * @param {any} whole
     * @returns {Promise<any>} nothing where there are no other words
     */
    async others(whole) {
      const { archive, query } = this;
      if (whole) {
        const lists = await this.nameLists(whole);
        return search.Documents.of(lists.first, archive.documents);
      }
      if (!query.words.length) return null;
      const lists = await archive.lists(search.termsOf(query.words, false));
      const found = search.match(archive, query.words, lists, false);
      const set = new search.Documents(archive.documents);
      for (let i = 0; i < set.marks.length; i++) set.marks[i] = found.has(i) ? 1 : 0;
      return set;
    }

    /** @param {any} whole */
    async nameLists({ agencies, signer }) {
      const { archive } = this;
      const filed = agencies.map((/** @type {string} */ name) => archive.names.filed(name));
      const first = signer ? [`k:${search.fold(signer)}`] : filed.map((/** @type {string} */ name) => `a:${name}`);
      const second = filed.map((/** @type {string} */ name) => `to:${name}`);
      const lists = await archive.lists([...first, ...second]);
      const pick = (/** @type {string[]} */ names) => names.map((name) => lists.get(name)).filter(Boolean);
      return { first: pick(first), second: pick(second) };
    }

    /** An agency: what it issued, then what was sent to it, then who speaks of it; or a signer.
     * @param {any} whole @param {any} dated */
    async byName(whole, dated) {
      const { first, second } = await this.nameLists(whole);
      const within = dated && !dated.empty ? dated : null;
      for (const list of second) this.ranking.putList(list, TIER.second, 0, within);
      for (const list of first) this.ranking.putList(list, TIER.first, 0, within);
      this.reasons.set(TIER.first, whole.signer ? "signed" : "issued").set(TIER.second, "addressed");
      for (const name of whole.agencies) this.chips.push({ kind: "issuer", name });
      if (whole.signer) this.chips.push({ kind: "signer", name: whole.signer });
      // Letters that speak of the agency often write its name out, however short it was typed.
      const names = [this.query.words, ...whole.agencies.slice(0, 1).map(search.toWords)];
      await Promise.all(names.map((words) => this.mentions(words, within)));
      this.shown = names.flat();
    }

    /** Documents in which the words of a name follow each other; apart they say nothing.
     * @param {Wanted[]} words @param {any} within */
    async mentions(words, within) {
      const { archive, ranking } = this;
      const names = [...new Set(words.length > 1 ? search.pairs(words) : words.map(({ word }) => word))];
      const lists = await archive.lists(names);
      if (!names.length || lists.size < names.length) return;
      let all = within;
      for (const list of lists.values()) all = search.Documents.of([list], archive.documents).and(all);
      for (let i = 0; i < all.marks.length; i++) if (all.marks[i]) ranking.put(i, TIER.text, archive.segmentOf(i).held ? 1 : 0);
    }

    /** @param {any} dated */
    async byDate(dated) {
      const { query, ranking, archive } = this;
      for (let i = 0; i < dated.marks.length; i++) if (dated.marks[i]) ranking.put(i, TIER.first, archive.segmentOf(i).held ? 1 : 0);
      if (!query.date?.day) return;
      const [year, month, day] = query.date.day.split("-");
      for (const d of new Set([day, String(Number(day))])) {
        for (const m of new Set([month, String(Number(month))])) {
          const lists = await archive.lists([`${d} ${m}`, `${m} ${year}`]);
          if (lists.size < 2) continue;
          const [first, second] = [...lists.values()].map((list) => search.Documents.of([list], archive.documents));
          const both = first.and(second);
          for (let i = 0; i < both.marks.length; i++) if (both.marks[i]) ranking.put(i, TIER.text, 0);
        }
      }
      this.reasons.set(TIER.first, "dated").set(TIER.text, "mentions");
      this.shown = search.toWords(`${year}`);
    }

    /**
     * Words and phrases.
     * @param {any} dated only documents of that date if there are any
     */
    async byText(dated) {
      const { archive, query, ranking } = this;
      const year = query.year && !query.date ? query.year : "";
      const words = [...query.words, ...query.phrases.flatMap((/** @type {any} */ phrase) => phrase.words)].map((one) => ({ ...one }));
      // The last word may be only begun: one letter of it says too little to insist on.
      const last = words[words.length - 1];
      if (words.length > 1 && !query.phrases.length && /^[a-z]$/.test(last.word)) last.optional = true;
      const wanted = year ? [...words, { word: "nam", accent: "năm", optional: true }, { word: year, accent: year, optional: true }] : words;
      let lists = await archive.lists(search.termsOf(wanted, query.accented));
      if (!this.exact && !query.phrases.length && (await search.correct(archive, wanted, lists))) {
        this.corrected = wanted.filter(({ optional }) => !optional).map((one) => (one.wrong ? one.word : one.shown)).join(" ");
      }
      lists = await archive.lists(search.termsOf(wanted, query.accented));
      const found = search.match(archive, wanted, lists, query.accented);
      const possible = await this.phrases(lists);
      const limit = (/** @type {any} */ set) => (set && possible ? set.and(possible) : set || possible);
      this.shown = wanted;
      this.offerNames(wanted);
      if (year) {
        this.chips.push({ kind: "year", name: year });
        if (found.any(possible)) return ranking.putMatches(found, TIER.text, dated, 3);
      } else if (found.any(limit(dated))) {
        return ranking.putMatches(found, TIER.text, limit(dated));
      } else if (dated && found.any(possible)) {
        this.relaxed = true;
        return ranking.putMatches(found, TIER.text, possible);
      }
      if (query.phrases.length) return;
      found.relax();
      if (!found.any(null)) return;
      this.relaxed = true;
      ranking.putMatches(found, TIER.text, dated, 3);
      for (let i = 0; i < found.hits.length; i++) if (ranking.tiers[i]) ranking.scores[i] += found.hits[i] * 4;
    }

    /** @param {Map<string, any>} lists @returns {Promise<any>} documents that may hold all phrases */
    async phrases(lists) {
      let possible = null;
      for (const phrase of this.query.phrases) {
        const may = search.mayHold(this.archive, phrase.words, lists);
        possible = possible ? possible.and(may) : may;
      }
      return possible;
    }

    /** An agency or signer among the words is offered as a filter, not forced. @param {any[]} wanted */
    offerNames(wanted) {
      const found = this.archive.names.within(wanted.map(({ word }) => word));
      if (!found) return;
      for (const name of found.agencies) this.chips.push({ kind: "issuer", name });
      if (found.signer) this.chips.push({ kind: "signer", name: found.signer });
    }
  }

  /** @param {string} a @param {string} b @returns {number} letters that they begin with in common */
  function alike(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    return at;
  }

  /** The type that a reference's symbol tells. @param {string} term "n:468/qdttg" */
  function typeOf(term) {
    const symbol = term.slice(term.lastIndexOf("/") + 1);
    const short = SHORT_TYPES.find((type) => symbol.startsWith(type));
    return search.TYPES.get(short || "cong van") || "";
  }

  /**
   * @param {any} archive @param {string} text @param {{exact?: boolean}} [options] exact: correct nothing
   * @returns {Promise<Search>}
   */
  function find(archive, text, options = {}) {
    return new Search(archive, text, options).run();
  }

  Object.assign(search, { find });
})();
