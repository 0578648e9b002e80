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
    ["luat", "Luật"], ["bo luat", "Bộ luật"], ["phap lenh", "Pháp lệnh"], ["hien phap", "Hiến pháp"], ["van ban", ""],
  ]);
  const TYPE = [...TYPES.keys()].sort((a, b) => b.length - a.length).join("|");
  const SHORT_TYPE = "qd|nd|nq|ct|tt|ttlt|tb|kh|bc|ttr|cd|hd|kl|vbhn|ctr";
  /** Types of documents that go by their names and not by their numbers. */
  const NAMED = new Set(["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"]);
  /** Words of questions and sentences, which no letter need have: "kho dữ liệu bị sự cố khi nào". */
  const LITTLE = new Set(
    "bị bi về ve của cho các những là la được duoc tại theo khi thì nào nao gì gi với voi để gửi gui do có và".split(" "),
  );
  /** What one letter does to another. */
  const ACTS = "dinh chinh|thay the|bai bo|huy bo|sua doi|tra loi|phuc dap|vien dan|dan chieu|nhac den|can cu|tiep theo";
  const PINPOINT = "(?:khoan|diem|dieu|muc|phan|chuong|phu luc)";
  const SYMBOL = "[a-z][a-z0-9&]*(?:\\s?[-–/.&]\\s?[a-z0-9&]+)*";
  const YEAR = "(?:19|20)\\d\\d";
  /** 972, 66.4 as the Government counts its resolutions from 2025, 1.313 with a dot after the thousands. */
  const NUMBER = "(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,7}(?:\\.\\d{1,2})?)";

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
   * @property {boolean} loose true where the symbol may be any part of it: QĐ 468/TTg
   * @property {Word[]} beside the other words, which may tell more of it: its type, agency, symbol
   */

  class Query {
    /** @param {string} text */
    constructor(text) {
      this.text = text;
      /** @type {Phrase[]} */
      this.phrases = [];
      /** @type {{day?: string, dayOfYear?: string, month?: string, monthOfYear?: string} | null} */
      this.date = null;
      this.year = "";
      /** @type {Reference | null} */
      this.reference = null;
      this.type = "";
      /** What is done to the document that bears the number: "đính chính công văn 457". @type {Word[]} */
      this.act = [];
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

    /** A type and a number written together are two words: cv5893, nq68. */
    unglue() {
      const pattern = new RegExp(`(?<![\\w/&-])(${SHORT_TYPE}|cv|gm)(?=\\d{1,7}(?![\\w&]))`, "g");
      for (const match of [...this.plain.matchAll(pattern)].reverse()) {
        const end = /** @type {number} */ (match.index) + match[0].length;
        this.typed = `${this.typed.slice(0, end)} ${this.typed.slice(end)}`;
        this.plain = `${this.plain.slice(0, end)} ${this.plain.slice(end)}`;
      }
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
  const bare = (number) => number.replace(/^0+(?=\d)/, "").replace(/\.(?=\d{3}(?!\d))/g, "");

  /** @param {string} symbol */
  const squeeze = (symbol) => symbol.replace(/[^a-z0-9]/g, "");

  /** @param {Rest} rest @param {Query} query */
  function takeDate(rest, query) {
    /** @param {string} d @param {string} m @param {string} y */
    const day = (d, m, y) => possible(d, m) && void (query.date = { day: `${y}-${two(m)}-${two(d)}` });
    return (
      rest.take(new RegExp(`(?<![\\d/])(${YEAR})([-/.])(\\d{1,2})\\2(\\d{1,2})\\b(?![/-])`), (m) => day(m[4], m[3], m[1])) ||
      rest.take(
        new RegExp(`(?:\\bngay\\s+)?(?<![\\d/])(\\d{1,2})\\s?[/.\\-–]\\s?(\\d{1,2})\\s?[/.\\-–]\\s?(${YEAR})\\b(?!/)`),
        (m) => day(m[1], m[2], m[3]),
      ) ||
      // 31/10/24
      rest.take(
        /(?:\bngay\s+)?(?<![\d/.\-])(\d{1,2})([/.\-])(\d{1,2})\2(\d{2})(?![\d/]|[.\-]\w)/,
        (m) => day(m[1], m[3], `${Number(m[4]) < 50 ? 20 : 19}${m[4]}`),
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
      ) ||
      // 11/3 and nothing else; tháng 3 of any year
      rest.take(
        /^\s*(\d{1,2})\s*[/.\-–]\s*(\d{1,2})\s*$/,
        (m) => possible(m[1], m[2]) && void (query.date = { dayOfYear: `${two(m[2])}-${two(m[1])}` }),
      ) ||
      rest.take(
        /\bthang\s+(\d{1,2})\b(?!\s*[/.\-–]?\s*\d)/,
        (m) => possible("1", m[1]) && void (query.date = { monthOfYear: two(m[1]) }),
      )
    );
  }

  /** A number with its symbol, written as one. @param {Rest} rest @param {Query} query */
  function takeReference(rest, query) {
    const type = rest.plain.match(new RegExp(`\\b(${TYPE})\\s+(?:so\\b\\s*:?\\s*)?\\d`));
    /** @param {string} number @param {string} year @param {string} symbol */
    const use = (number, year, symbol) => {
      const shown = [bare(number), year, symbol].filter(Boolean).join(" ");
      query.reference = {
        number: bare(number), year: year || "", symbol: squeeze(symbol || ""), shown, sure: true, loose: Boolean(type), beside: [],
      };
      query.type = (type && TYPES.get(type[1])) || "";
    };
    const lead = "(?:\\bso\\b\\s*:?\\s*)?";
    return (
      // 37/2020/QĐ-UBND, 972/ubnd, 972 / UBND
      rest.take(new RegExp(`${lead}(?<![\\w.])(${NUMBER}[a-z]?)\\s*/\\s*(?:(${YEAR})\\s*/\\s*)?(${SYMBOL})`), (m) =>
        use(m[1], m[2], m[3]),
      ) ||
      // 37/2020, 2/2024: a number with its year, or a month
      rest.take(new RegExp(`${lead}(?<![\\d/.])(${NUMBER})\\s*/\\s*(${YEAR})\\b/?`), (m) => {
        use(m[1], m[2], "");
        if (possible("1", m[1]) && !m[1].includes(".") && !type) query.date = { month: `${m[2]}-${two(m[1])}` };
      }) ||
      // QĐ-TTg 468, UBND-KSTTHC số 972
      rest.take(/\b([a-z]{1,8}(?:[-/][a-z0-9&]+)+)\s+(?:so\s*:?\s*)?(\d{1,7})\b(?!\s*\/)/, (m) => use(m[2], "", m[1])) ||
      // 12-NQ/TW, 972-ubnd
      rest.take(new RegExp(`${lead}\\b(\\d{1,7})\\s?[-–]\\s?(${SYMBOL})`), (m) => use(m[1], "", m[2]))
    );
  }

  /** What stands beside a reference: its year, as in 01/NQ-CP 2021, and words. @param {Rest} rest @param {Query} query */
  function takeBeside(rest, query) {
    if (!query.year && !query.date && !query.reference?.year) takeYearBeside(rest, query);
    if (query.reference) query.reference.beside = toWords(rest.typed).slice(0, MOST_WORDS);
  }

  /**
   * A number among words. Whether they tell of the document that bears it, only the index knows.
   * @param {Rest} rest @param {Query} query
   */
  function takeNumber(rest, query) {
    const cue = rest.plain.match(new RegExp(`(?:\\b(${TYPE})\\s+(?:so\\b\\s*:?\\s*)?|\\bso\\s*:?\\s*)(\\d{1,7})\\b(?!\\s*[.,]\\d)`));
    const all = [...rest.plain.matchAll(/(?<![\w/.,%-])(\d{1,7})(?![\w%]|[.,\-]\d)/g)];
    const isYear = new RegExp(`^${YEAR}$`);
    const plain = all.filter((m) => !isYear.test(m[1]));
    const years = all.filter((m) => isYear.test(m[1]));
    let number = cue ? cue[2] : plain.length === 1 ? plain[0][1] : "";
    // A year alone may be a number, too; beside a number it is the year.
    if (cue && isYear.test(cue[2]) && plain.length) number = plain[0][1];
    if (!number && !plain.length && years.length && /^\s*\d+\s*\/?\s*$/.test(rest.plain)) number = years[0][1];
    const year = years.find((m) => m[1] !== number)?.[1] || (years[0]?.[1] === number && years.length === 1 && !query.date ? number : "");
    if (!number) {
      if (!query.year && !query.date && years.length === 1) takeYear(rest, query);
      return;
    }
    const alone = all.length === 1 && /^\s*(?:so\s*:?\s*)?\d+\s*\/?\s*$/.test(rest.plain);
    const whole = new Rest(rest.typed);
    whole.take(new RegExp(`(?<!\\d)${number}(?!\\d)/?`), () => undefined);
    if (year && year !== number && !query.date) {
      whole.take(new RegExp(`\\b${year}\\b`), () => undefined);
      query.year = query.year || year;
    } else if (year === number && alone) {
      query.year = number;
    }
    query.reference = {
      number: bare(number), year: "", symbol: "", shown: bare(number), sure: Boolean(cue) || alone, loose: true, beside: toWords(whole.typed),
    };
    query.type = (cue && cue[1] && TYPES.get(cue[1])) || "";
  }

  /** @param {Rest} rest @param {Query} query */
  function takeYear(rest, query) {
    rest.take(new RegExp(`(?<=[a-z]\\s+)(${YEAR})\\s*$|^\\s*(${YEAR})(?=\\s+[a-z])`), (m) => void (query.year = m[1] || m[2]));
  }

  /**
   * 01/NQ-CP 2020: the year of the document, where nothing else is said of it.
   * @param {Rest} rest @param {Query} query
   */
  function takeYearBeside(rest, query) {
    const alone = new RegExp(`(?<![\\w/.,-])(${YEAR})(?![\\w/.,-]|\\s*%)`);
    const others = toWords(rest.plain.replace(alone, " "));
    const type = typeWithin(others);
    const left = type ? [...others.slice(0, type.start), ...others.slice(type.end)] : others;
    if (search.onlyFillers(left)) rest.take(alone, (m) => void (query.year = m[1]));
  }

  /**
   * The type of document that words name, the longest first; "" for văn bản, which names none.
   * @param {Word[]} words
   * @returns {{name: string, piece: string, start: number, end: number} | null}
   */
  function typeWithin(words) {
    for (let length = Math.min(4, words.length); length > 0; length--) {
      for (let start = 0; start + length <= words.length; start++) {
        const part = words.slice(start, start + length).map(({ word }) => word);
        const name = TYPES.get(part.join(" "));
        if (name !== undefined) return { name, piece: length === 1 && part[0] !== "cv" ? part[0] : "", start, end: start + length };
      }
    }
    return null;
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
    rest.unglue();
    // Before a day there is work to be done: letters say so in their text, no letter is dated so.
    const deadline = /\btruoc\s+(?:ngay\s+)?\d/.test(rest.plain);
    if (!deadline) takeDate(rest, query);
    rest.take(new RegExp(`\\b(?:trong\\s+)?nam\\s+(${YEAR})\\b`), (m) => void (query.year = m[1]));
    if (!query.phrases.length && !deadline) {
      if (takeReference(rest, query)) takeBeside(rest, query);
      else takeNumber(rest, query);
    } else if (!query.year) {
      takeYear(rest, query);
    }
    const act = search.plain(typed).match(new RegExp(`\\b(${ACTS})\\s+(?:(?:cho|so|${TYPE}|${PINPOINT}\\s+[\\w]+)\\s+)*\\d`));
    if (query.reference && act) query.act = toWords(act[1]);
    const numberOnly = query.reference?.loose && !query.reference.beside.length;
    query.words = numberOnly ? [] : toWords(rest.typed).slice(0, MOST_WORDS);
    query.accented = [...query.words, ...query.phrases.flatMap((phrase) => phrase.words)].some(
      ({ word, accent }) => word !== accent,
    );
    return query;
  }

  /** @param {Word} one true if it may be missing */
  const isLittle = (one) => LITTLE.has(one.shown.normalize("NFC"));

  Object.assign(search, { parse, toWords, typeWithin, isLittle, TYPES, NAMED });
})();
