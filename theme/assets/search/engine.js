// A query run over the archive: what it means, which documents answer it, in which order.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const { TIER, Ranking } = search;
  /** What it is worth that an agency among the words issued a document. */
  const ISSUED_HERE = 1.5;

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
      /** A number that was surely meant and is not here: nothing else is offered for it. */
      this.strict = false;
      /** Words whose places are shown. @type {any[]} */
      this.shown = [];
      /** What a result of each tier is, where it needs saying. @type {Map<number, string>} */
      this.reasons = new Map();
    }

    async run() {
      const { query } = this;
      const within = await this.dated();
      if (query.reference && (await this.byReference(within))) return this;
      // Only now: a number that no document bears has gone back among the words.
      const named = this.named();
      if (named && (await this.byName(named, within))) return this;
      if (query.words.length || query.phrases.length) await this.byText(within);
      else if (within) await this.byDate(within);
      return this;
    }

    /** What all the words name: an agency or a signer, a type of document, or both. */
    named() {
      const { words, phrases, date, year } = this.query;
      if (phrases.length || !words.length) return null;
      const { names } = this.archive;
      const whole = names.whole(words.map((/** @type {any} */ one) => one.word));
      if (whole) return { type: "", ...whole };
      if (search.onlyFillers(words) && (date || year)) return { type: "", agencies: [] };
      const type = search.typeWithin(words);
      if (!type || !search.onlyFillers(words.slice(0, type.start))) return null;
      const rest = words.slice(type.end);
      const beside = names.whole(rest.map((/** @type {any} */ one) => one.word));
      if (beside) return { type: type.name, ...beside };
      return search.onlyFillers(rest) ? { type: type.name, agencies: [] } : null;
    }

    /** @returns {Promise<any>} the documents of the date, month or year asked for, or nothing */
    async dated() {
      const { date, year } = this.query;
      if (date?.day) return this.onDays([date.day]);
      if (date?.dayOfYear) {
        return this.onDays(this.archive.years().map((/** @type {string} */ one) => `${one}-${date.dayOfYear}`));
      }
      const years = date?.monthOfYear && (year ? [year] : this.archive.years());
      const prefixes = years ? years.map((/** @type {string} */ one) => `${one}-${date.monthOfYear}`) : [date?.month || year];
      if (!prefixes[0]) return null;
      const found = new search.Documents(this.archive.documents);
      for (const segment of this.archive.segments) {
        for (const prefix of prefixes) {
          const [start, stop] = segment.dated(prefix);
          found.marks.fill(1, segment.offset + start, segment.offset + stop);
        }
      }
      return found;
    }

    /** @param {string[]} days */
    async onDays(days) {
      const lists = await this.archive.lists(days.map((day) => `d:${day}`));
      return search.Documents.of([...lists.values()], this.archive.documents);
    }

    /**
     * A number: who bears it, then who cites it. False if words were meant.
     * @param {any} dated documents of the date asked for, or nothing
     */
    async byReference(dated) {
      const { archive, query, ranking } = this;
      const { reference } = query;
      const found = await new search.Bearers(archive, query, dated).find();
      const { own, near, cites, content } = found;
      const about = content.length ? await this.about(content) : null;
      if (!this.referenceMeant(found, about)) return this.backToWords();
      const sure = own.size ? own : found.nearest();
      const tier = own.size || !reference.symbol ? TIER.own : TIER.near;
      for (const [document, score] of sure) ranking.put(document, tier, score + (about?.has(document) ? 16 : 0));
      // Another letter of that number is far from what was asked for, but the rest may have been mistaken.
      if (!found.symbolKnown) for (const [document, score] of near) ranking.put(document, TIER.third, score);
      for (const list of cites) ranking.putList(list, TIER.cites, 0);
      this.bearers = this.theOnes(own);
      if (query.act.length && (await this.byAct(own, cites))) this.bearers = [];
      if (dated && this.isDate) await this.byDate(dated);
      this.reasons.set(TIER.acts, "cites").set(TIER.own, "own").set(TIER.near, "near").set(TIER.third, "near").set(TIER.cites, "cites");
      this.shown = await this.asWritten(own);
      if (content.length) await this.alsoByWords(content);
      return !ranking.empty || this.backToWords();
    }

    /**
     * "đính chính công văn 457": the letter that does so to the one of that number comes first,
     * unless the one of that number does so itself.
     * @param {Map<number, number>} own @param {any[]} cites @returns {Promise<boolean>}
     */
    async byAct(own, cites) {
      const { archive, ranking, query } = this;
      const lists = await archive.lists(search.termsOf(query.act, false));
      const pair = lists.get(search.pairs(query.act)[0]);
      if (!pair) return false;
      /** @type {Map<number, number>} documents that have the words, 1 in their subject */
      const has = new Map();
      search.each(pair, (/** @type {number} */ document, /** @type {number} */ inSubject) => has.set(document, inSubject));
      if ([...own.keys()].some((document) => has.get(document))) return false;
      let found = false;
      for (const list of cites) {
        search.each(list, (/** @type {number} */ document) => {
          if (!has.has(document) || own.has(document)) return;
          ranking.put(document, TIER.acts, has.get(document) || 0);
          found = true;
        });
      }
      return found;
    }

    /** Whether the number is that of a document: 5 tuổi is not. @param {any} found @param {any} about */
    referenceMeant({ own, near, cites, content, strong }, about) {
      const { reference, type } = this.query;
      if (!own.size && !near.size && !cites.length) return false;
      // 12/2019 is a month and 2019 a year where no document bears that number.
      if (!own.size && this.isDate) return false;
      if (!reference.sure) return own.size > 0 && !content.length;
      if (!content.length || strong || type) return true;
      return [...own.keys()].some((document) => about.has(document));
    }

    /** True where the number may be a month or a year instead. */
    get isDate() {
      const { reference, date, year } = this.query;
      return !reference.symbol && Boolean((date?.month && reference.year) || year === reference.number);
    }

    /** The number goes back among the words, none of which may then be missing: it said what was meant. */
    backToWords() {
      const { query } = this;
      if (this.isDate) {
        query.words = query.reference.beside;
        query.reference = null;
        return false;
      }
      const { sure, beside } = query.reference;
      const type = search.typeWithin(beside);
      this.strict = sure && search.onlyFillers(type ? [...beside.slice(0, type.start), ...beside.slice(type.end)] : beside);
      query.words = search.toWords(query.text);
      query.reference = null;
      return false;
    }

    /** @param {any[]} content words @returns {Promise<any>} the documents that have them all */
    async about(content) {
      const lists = await this.archive.lists(search.termsOf(content, false));
      return search.match(this.archive, content, lists, false);
    }

    /** Below the bearers, in case a number was no reference: documents that have all the words. @param {any[]} content */
    async alsoByWords(content) {
      const words = [...search.toWords(this.query.reference.number), ...content];
      const lists = await this.archive.lists(search.termsOf(words, false));
      this.ranking.putMatches(search.match(this.archive, words, lists, false), TIER.text, null);
    }

    /** The documents that Enter may mean: a letter rather than what is only cited, unless its symbol was typed too.
     * @param {Map<number, number>} own @returns {number[]} */
    theOnes(own) {
      const { symbol, beside } = this.query.reference;
      const all = [...own.keys()];
      if (symbol) {
        const most = Math.max(...own.values());
        const exact = all.filter((document) => /** @type {number} */ (own.get(document)) >= 128);
        return exact.length ? exact : all.filter((document) => own.get(document) === most || all.length === 1);
      }
      const held = all.filter((document) => this.archive.segmentOf(document).held);
      return beside.length || !held.length ? all : held;
    }

    /** The words of the reference, as letters that cite it have them. @param {Map<number, number>} own */
    async asWritten(own) {
      const { reference } = this.query;
      const best = [...own].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
      const card = best && (await this.archive.card(best[0]));
      return search.toWords(card?.reference || reference.shown);
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

    /** An agency: what it issued, then what was sent to it, then who speaks of it; or a signer, or a type.
     * @param {any} whole @param {any} dated @returns {Promise<boolean>} false if there is no such document */
    async byName(whole, dated) {
      const { archive, ranking } = this;
      let within = dated && !dated.empty ? dated : null;
      if (whole.type) {
        const lists = await archive.lists([`t:${search.fold(whole.type)}`]);
        within = search.Documents.of([...lists.values()], archive.documents).and(within);
      }
      if (!whole.agencies.length && !whole.signer) return this.byParticulars(whole, within);
      const { first, second } = await this.nameLists(whole);
      const sent = this.query.words.some((/** @type {any} */ one) => one.word === "gui");
      const [issued, addressed] = sent ? [TIER.second, TIER.first] : [TIER.first, TIER.second];
      for (const list of second) ranking.putList(list, addressed, 0, within);
      for (const list of first) ranking.putList(list, issued, 0, within);
      if (whole.type && ranking.empty) return false;
      this.reasons.set(issued, whole.signer ? "signed" : "issued").set(addressed, "addressed");
      for (const name of whole.agencies) this.chips.push({ kind: "issuer", name });
      if (whole.signer) this.chips.push({ kind: "signer", name: whole.signer });
      // Letters that speak of the agency often write its name out, however short it was typed.
      const names = [this.query.words, ...whole.agencies.slice(0, 1).map(search.toWords)];
      await Promise.all(names.map((words) => this.mentions(words, within)));
      this.shown = names.flat();
      return true;
    }

    /** A type, a date, or a type and a date. @param {any} whole @param {any} within */
    async byParticulars(whole, within) {
      const { archive, ranking, query } = this;
      if (!within) return false;
      if (query.date?.day && !whole.type) await this.byDate(within);
      for (let i = 0; i < within.marks.length; i++) {
        if (within.marks[i]) ranking.put(i, TIER.first, archive.segmentOf(i).held ? 1 : 0);
      }
      if (ranking.empty) return false;
      if (whole.type) await this.mentions(query.words, null);
      this.shown = whole.type ? query.words : this.shown;
      return true;
    }

    /** Documents in which the words of a name follow each other; apart they say nothing.
     * @param {Wanted[]} words @param {any} within */
    async mentions(words, within) {
      const { archive, ranking } = this;
      const together = await this.together(words);
      if (!together) return;
      const all = together.and(within);
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
      const telling = words.filter((one) => !search.isLittle(one));
      if (!query.phrases.length && telling.length > 2) for (const one of words) one.optional = one.optional || search.isLittle(one);
      const wanted = year ? [...words, { word: "nam", accent: "năm", optional: true }, { word: year, accent: year, optional: true }] : words;
      const group = query.phrases.length || this.exact ? null : await this.nameWithin(wanted);
      let lists = await archive.lists(search.termsOf(wanted, query.accented));
      if (!this.exact && !this.strict && !query.phrases.length && (await search.correct(archive, wanted, lists))) {
        this.corrected = wanted.filter(({ optional }) => !optional).map((one) => (one.wrong ? one.word : one.shown)).join(" ");
      }
      lists = await archive.lists(search.termsOf(wanted, query.accented));
      await this.byTitle(words, dated);
      const found = search.match(archive, wanted, lists, query.accented, group ? [group.all] : []);
      if (group) search.addTo(found, group.issued, ISSUED_HERE);
      const possible = await this.phrases(lists);
      if (!query.phrases.length && !this.strict && found.any(null)) found.spare();
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
      if (query.phrases.length || this.strict) return;
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

    /** A law by its name, before the letters that cite it. @param {Wanted[]} words @param {any} dated */
    async byTitle(words, dated) {
      const { archive, ranking } = this;
      const type = search.typeWithin(words);
      if (!type || type.start || !search.NAMED.has(type.name) || words.length < 3) return;
      const names = [`t:${search.fold(type.name)}`, ...search.pairs(words)];
      const lists = await archive.lists(names);
      if (lists.size < new Set(names).size) return;
      const laws = search.Documents.of([lists.get(names[0])], archive.documents);
      for (const name of names.slice(1)) {
        const inTitle = new search.Documents(archive.documents);
        search.each(lists.get(name), (/** @type {number} */ document, /** @type {number} */ inSubject) => (inTitle.marks[document] = inSubject));
        for (let i = 0; i < laws.marks.length; i++) laws.marks[i] &= inTitle.marks[i];
      }
      for (let i = 0; i < laws.marks.length; i++) if (laws.marks[i]) ranking.put(i, TIER.own, dated?.marks[i] || 0);
    }

    /**
     * An agency by a short or former name among the words: letters that write its name out, that it
     * issued or that are sent to it are meant as well. Its words then need not be there.
     * @param {any[]} wanted changed
     * @returns {Promise<{all: any, issued: List[]} | null>} the documents that tell of the agency, and those that it issued
     */
    async nameWithin(wanted) {
      const { archive } = this;
      const found = archive.names.within(wanted.map(({ word }) => word));
      if (!found?.agencies.length) return null;
      const typed = wanted.slice(found.start, found.end);
      const written = found.agencies.map((/** @type {string} */ name) => search.toWords(name));
      const spelt = typed.map(({ word }) => word).join(" ");
      if (written.some((/** @type {any[]} */ words) => words.map(({ word }) => word).join(" ") === spelt)) return null;
      const all = await Promise.all([typed, ...written].map((words) => this.together(words)));
      const { first, second } = await this.nameLists(found);
      const group = search.Documents.of([...first, ...second], archive.documents);
      for (const set of all) if (set) for (let i = 0; i < group.marks.length; i++) group.marks[i] |= set.marks[i];
      for (const one of typed) one.optional = true;
      return { all: group, issued: first };
    }

    /** Documents in which words follow each other, as far as pairs tell. @param {Wanted[]} words @returns {Promise<any>} */
    async together(words) {
      const names = [...new Set(words.length > 1 ? search.pairs(words) : words.map(({ word }) => word))];
      const lists = await this.archive.lists(names);
      if (!names.length || lists.size < names.length) return null;
      let all = null;
      for (const list of lists.values()) all = search.Documents.of([list], this.archive.documents).and(all);
      return all;
    }

    /** An agency or signer among the words is offered as a filter, not forced. @param {any[]} wanted */
    offerNames(wanted) {
      const found = this.archive.names.within(wanted.map(({ word }) => word));
      if (!found) return;
      for (const name of found.agencies) this.chips.push({ kind: "issuer", name });
      if (found.signer) this.chips.push({ kind: "signer", name: found.signer });
    }
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
