// What is typed, taken apart: phrases, dates, a reference, and the words that are left.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const LONGEST = 400;
  const MOST_WORDS = 24;

  /** Types of documents, as they are written before a number, and as the record names them. */
  const TYPES = new Map([
    ["cong van", "Công văn"], ["cv", "Công văn"], ["c v", "Công văn"],
    ["quyet dinh", "Quyết định"], ["qd", "Quyết định"],
    ["nghi quyet", "Nghị quyết"], ["nq", "Nghị quyết"],
    ["nghi dinh", "Nghị định"], ["nd", "Nghị định"],
    ["thong tu lien tich", "Thông tư liên tịch"], ["ttlt", "Thông tư liên tịch"],
    ["thong tu", "Thông tư"], ["tt", "Thông tư"],
    ["chi thi", "Chỉ thị"], ["ct", "Chỉ thị"],
    ["thong bao", "Thông báo"], ["tb", "Thông báo"],
    ["ke hoach", "Kế hoạch"], ["kh", "Kế hoạch"],
    ["bao cao", "Báo cáo"], ["bc", "Báo cáo"],
    ["to trinh", "Tờ trình"], ["ttr", "Tờ trình"],
    ["cong dien", "Công điện"], ["cd", "Công điện"],
    ["huong dan", "Hướng dẫn"], ["hd", "Hướng dẫn"],
    ["ket luan", "Kết luận"], ["kl", "Kết luận"],
    ["chuong trinh", "Chương trình"], ["ctr", "Chương trình"],
    ["van ban hop nhat", "Văn bản hợp nhất"], ["vbhn", "Văn bản hợp nhất"],
    ["giay moi", "Giấy mời"], ["gm", "Giấy mời"],
    ["luat", "Luật"], ["van ban", ""],
  ]);
  const TYPE = [...TYPES.keys()].sort((a, b) => b.length - a.length).join("|");
  const SHORT_TYPE = "qd|nd|nq|ct|tt|ttlt|tb|kh|bc|ttr|cd|hd|kl|vbhn|ctr";
  const SYMBOL = "[a-z][a-z0-9&]*(?:\\s?[-–/.&]\\s?[a-z0-9&]+)*";
  const YEAR = "(?:19|20)\\d\\d";

  /**
   * @typedef {object} Word
   * @property {string} word folded
   * @property {string} accent as typed, tone last
   * @property {string} shown as typed
   *
   * @typedef {object} Phrase
   * @property {Word[]} words
   * @property {string} shown
   *
   * @typedef {object} Reference
   * @property {string} number
   * @property {string} year where it is part of the number: 37/2020/QĐ-UBND
   * @property {string} symbol squeezed, perhaps only its beginning
   * @property {string} shown the words of it, as a letter that cites it has them
   * @property {boolean} sure false where words may have been meant: "10 năm"
   */

  class Query {
    /** @param {string} text */
    constructor(text) {
      this.text = text;
      /** @type {Phrase[]} */
      this.phrases = [];
      /** @type {{day?: string, dayOfYear?: string, month?: string} | null} */
      this.date = null;
      this.year = "";
      /** @type {Reference | null} */
      this.reference = null;
      this.type = "";
      /** @type {Word[]} */
      this.words = [];
      this.accented = false;
    }

    get empty() {
      return !(this.words.length || this.phrases.length || this.date || this.year || this.reference);
    }
  }

  /** The part of the text that is not understood yet; what a pattern takes becomes blanks. */
  class Rest {
    /** @param {string} text */
    constructor(text) {
      this.typed = text;
      this.plain = search.plain(text);
    }

    /**
     * @param {RegExp} pattern
     * @param {(match: RegExpMatchArray) => boolean | void} use false: leave it
     */
    take(pattern, use) {
      const match = this.plain.match(pattern);
      if (!match || use(match) === false) return false;
      const start = /** @type {number} */ (match.index);
      const end = start + match[0].length;
      const blank = " ".repeat(end - start);
      this.typed = this.typed.slice(0, start) + blank + this.typed.slice(end);
      this.plain = this.plain.slice(0, start) + blank + this.plain.slice(end);
      return true;
    }
  }

  /** @param {string} text */
  function toWords(text) {
    return search.words(text).map((/** @type {string} */ word) => ({
      word: search.foldWord(word),
      accent: search.accent(word),
      shown: word,
    }));
  }

  /** @param {string | number} value */
  const two = (value) => String(Number(value)).padStart(2, "0");

  /** @param {string} day @param {string} month */
  function possible(day, month) {
    return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  }

  /** @param {string} number */
  const bare = (number) => number.replace(/^0+(?=\d)/, "");

  /** @param {string} symbol */
  const squeeze = (symbol) => symbol.replace(/[^a-z0-9]/g, "");

  /** @param {Rest} rest @param {Query} query */
  function takeDate(rest, query) {
    /** @param {string} d @param {string} m @param {string} y */
    const day = (d, m, y) => possible(d, m) && void (query.date = { day: `${y}-${two(m)}-${two(d)}` });
    return (
      rest.take(new RegExp(`\\b(${YEAR})-(\\d{1,2})-(\\d{1,2})\\b`), (m) => day(m[3], m[2], m[1])) ||
      rest.take(
        new RegExp(`(?:\\bngay\\s+)?(?<![\\d/])(\\d{1,2})\\s?[/.\\-–]\\s?(\\d{1,2})\\s?[/.\\-–]\\s?(${YEAR})\\b(?!/)`),
        (m) => day(m[1], m[2], m[3]),
      ) ||
      rest.take(
        new RegExp(`(?:\\bngay\\s+)?\\b(\\d{1,2})\\s+thang\\s+(\\d{1,2})(?:\\s*,?\\s*nam\\s+|\\s*/\\s*|\\s+)(${YEAR})\\b`),
        (m) => day(m[1], m[2], m[3]),
      ) ||
      rest.take(
        /\bngay\s+(\d{1,2})\s*(?:[/.\-–]|thang)\s*(\d{1,2})\b(?!\s?[/.\-–]?\s?\d)/,
        (m) => possible(m[1], m[2]) && void (query.date = { dayOfYear: `${two(m[2])}-${two(m[1])}` }),
      ) ||
      rest.take(
        new RegExp(`\\b(?:thang\\s*|t)(\\d{1,2})\\s*(?:[/.\\-–]|,?\\s*nam\\b|\\s)\\s*(${YEAR})\\b`),
        (m) => possible("1", m[1]) && void (query.date = { month: `${m[2]}-${two(m[1])}` }),
      )
    );
  }

  /** @param {Rest} rest @param {Query} query */
  function takeReference(rest, query) {
    /** @param {string} number @param {string} year @param {string} symbol @param {boolean} [sure] */
    const use = (number, year, symbol, sure = true) => {
      const shown = [bare(number), year, symbol].filter(Boolean).join(" ");
      query.reference = { number: bare(number), year: year || "", symbol: squeeze(symbol || ""), shown, sure };
    };
    const type = rest.plain.match(new RegExp(`\\b(${TYPE})\\s+(?:so\\b\\s*:?\\s*)?\\d`));
    if (type) query.type = TYPES.get(type[1]) || "";
    const lead = `(?:\\b(?:${TYPE})\\s+)?(?:\\bso\\b\\s*:?\\s*)?`;
    return (
      // 37/2020/QĐ-UBND, 972/ubnd, 972 / UBND
      rest.take(new RegExp(`${lead}\\b(\\d{1,7}[a-z]?)\\s*/\\s*(?:(${YEAR})\\s*/\\s*)?(${SYMBOL})`), (m) =>
        use(m[1], m[2], m[3]),
      ) ||
      // 37/2020, 2/2024: a number with its year, or a month
      rest.take(new RegExp(`${lead}(?<![\\d/])(\\d{1,7})\\s*/\\s*(${YEAR})\\b/?`), (m) => {
        use(m[1], m[2], "");
        if (possible("1", m[1])) query.date = { month: `${m[2]}-${two(m[1])}` };
      }) ||
      // QĐ-TTg 468, QĐ TTg số 468
      rest.take(
        new RegExp(`\\b((?:${SHORT_TYPE})[\\s\\-/]+(?!so\\b)[a-z][a-z0-9&]{1,9}|[a-z]{1,8}(?:[-/][a-z0-9&]+)+)\\s+(?:so\\s*:?\\s*)?(\\d{1,7})\\b(?!\\s*/)`),
        (m) => use(m[2], "", m[1]),
      ) ||
      // 12-NQ/TW, 972-ubnd
      rest.take(new RegExp(`${lead}\\b(\\d{1,7})\\s?[-–]\\s?(${SYMBOL})`), (m) => use(m[1], "", m[2])) ||
      // số 68 nq cp
      rest.take(new RegExp(`${lead}\\b(\\d{1,7})\\s+((?:${SHORT_TYPE})[\\s\\-][a-z][a-z0-9&]{1,9})\\b`), (m) =>
        use(m[1], "", m[2], false),
      ) ||
      // số 972, công văn 972, and 972 alone
      rest.take(new RegExp(`\\b(?:(?:${TYPE})\\s+(?:so\\b\\s*:?\\s*)?|so\\s*:?\\s*)(\\d{1,7})\\b/?(?!\\s*[/.]?\\d)`), (m) =>
        use(m[1], "", ""),
      ) ||
      rest.take(new RegExp(`^\\s*(\\d{1,7})\\s+(${YEAR})\\s*$`), (m) => {
        use(m[1], "", "");
        query.year = m[2];
      }) ||
      rest.take(/^\s*(\d{1,7})\s*\/?\s*$/, (m) => {
        use(m[1], "", "");
        if (new RegExp(`^${YEAR}$`).test(m[1])) query.year = m[1];
      })
    );
  }

  /** 468 qd ttg: a number and what may be its symbol; whether it is one, the index knows.
   * @param {Rest} rest @param {Query} query */
  function takeLooseReference(rest, query) {
    const pattern = /^\s*(\d{1,7})\s+([a-z&]{1,10}(?:[\s\-]+[a-z0-9&]{1,10}){0,3})\s*$/;
    return rest.take(pattern, (m) => {
      const shown = `${bare(m[1])} ${m[2]}`;
      query.reference = { number: bare(m[1]), year: "", symbol: squeeze(m[2]), shown, sure: false };
    });
  }

  /** @param {string} text */
  function parse(text) {
    const typed = text
      .slice(0, LONGEST)
      .normalize("NFC")
      .replace(/[\u0000-\u001f\u007f\u00a0]/g, " ")
      .replace(/[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff\u0130]/g, "");
    const query = new Query(typed.trim());
    const outside = typed.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/g, (whole, inside) => {
      const words = toWords(inside).slice(0, MOST_WORDS);
      if (words.length) query.phrases.push({ words, shown: inside.trim() });
      return " ".repeat(whole.length);
    });
    const rest = new Rest(outside);
    takeDate(rest, query);
    rest.take(new RegExp(`\\b(?:trong\\s+)?nam\\s+(${YEAR})\\b`), (m) => void (query.year = m[1]));
    if (!takeReference(rest, query)) takeLooseReference(rest, query);
    if (!query.reference && !query.year) {
      rest.take(new RegExp(`(?<=[a-z]\\s+)(${YEAR})\\s*$`), (m) => void (query.year = m[1]));
    }
    query.words = toWords(rest.typed).slice(0, MOST_WORDS);
    query.accented = [...query.words, ...query.phrases.flatMap((phrase) => phrase.words)].some(
      ({ word, accent }) => word !== accent,
    );
    return query;
  }

  Object.assign(search, { parse, toWords, TYPES });
})();
