// Filtering and counting: columns of the documents' particulars, for the search page.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const EPOCH = Date.UTC(1900, 0, 1) / 86400000;
  const LAST_YEAR = 2200;
  /** Fields that documents are filtered by, in the order shown. */
  const FIELDS = ["year", "issuer", "addressee", "type", "signer", "held"];

  /** Reads whole numbers, seven bits a byte. */
  class Reader {
    /** @param {Uint8Array} bytes */
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }

    next() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = this.bytes[this.at++];
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
    }
  }

  /** A field with at most a few values a document: tables joined over the segments. */
  class Column {
    /** @param {number} documents */
    constructor(documents) {
      /** @type {string[]} */
      this.names = [];
      /** @type {Map<string, number>} */
      this.places = new Map();
      /** Values of document i: `values[starts[i]]` up to `values[starts[i + 1]]`. */
      this.starts = new Uint32Array(documents + 1);
      /** @type {number[]} */
      this.values = [];
      this.filled = 0;
    }

    /** @param {string} name */
    place(name) {
      let place = this.places.get(name);
      if (place === undefined) {
        place = this.names.length;
        this.names.push(name);
        this.places.set(name, place);
      }
      return place;
    }

    /** @param {number[]} values of the next document */
    push(values) {
      for (const value of values) this.values.push(value);
      this.starts[++this.filled] = this.values.length;
    }

    /**
     * @param {Uint8Array} marks documents to count
     * @returns {[string, number][]} values with how many of the documents have each, commonest first
     */
    count(marks) {
      const counts = new Uint32Array(this.names.length);
      for (let i = 0; i < marks.length; i++) {
        if (marks[i]) for (let at = this.starts[i]; at < this.starts[i + 1]; at++) counts[this.values[at]]++;
      }
      /** @type {[string, number][]} */
      const found = [];
      counts.forEach((count, place) => count && found.push([this.names[place], count]));
      return found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    }

    /**
     * @param {Uint8Array} marks cleared for documents without the value
     * @param {string} name
     */
    keep(marks, name) {
      const wanted = this.places.get(name);
      for (let i = 0; i < marks.length; i++) {
        if (!marks[i]) continue;
        let has = 0;
        for (let at = this.starts[i]; at < this.starts[i + 1]; at++) if (this.values[at] === wanted) has = 1;
        marks[i] = has;
      }
    }
  }

  /** The columns of the whole archive. */
  class Facets {
    /** @param {any} archive */
    constructor(archive) {
      this.days = new Int32Array(archive.documents);
      /** @type {Record<string, Column>} */
      this.columns = {};
      for (const field of FIELDS) this.columns[field] = new Column(archive.documents);
    }

    /** @param {any} archive @returns {Promise<Facets>} */
    static load(archive) {
      archive.facets = archive.facets || Facets.read(archive);
      return archive.facets;
    }

    /** @param {any} archive */
    static async read(archive) {
      const facets = new Facets(archive);
      const parts = await Promise.all(
        archive.segments.map((/** @type {any} */ segment) => Promise.all([segment.columns("f"), segment.columns("g")])),
      );
      archive.segments.forEach((/** @type {any} */ segment, /** @type {number} */ i) => {
        facets.addSingle(segment, parts[i][0]);
        facets.addAddressees(segment, parts[i][1]);
      });
      return facets;
    }

    /** @param {any} segment @param {{header: any, body: Uint8Array}} shard */
    addSingle(segment, { header, body }) {
      const reader = new Reader(body);
      const held = this.columns.held.place(segment.held ? "co" : "khong");
      let day = 0;
      for (let i = 0; i < segment.documents; i++) {
        day += reader.next();
        this.days[segment.offset + i] = day;
        this.columns.year.push(day ? [this.columns.year.place(String(yearOf(day)))] : []);
        this.columns.held.push([held]);
      }
      for (const field of ["type", "issuer", "signer"]) {
        const column = this.columns[field];
        const places = header[field].map((/** @type {string} */ name) => column.place(name));
        for (let i = 0; i < segment.documents; i++) {
          const value = reader.next();
          column.push(value ? [places[value - 1]] : []);
        }
      }
    }

    /** @param {any} segment @param {{header: any, body: Uint8Array}} shard */
    addAddressees(segment, { header, body }) {
      const reader = new Reader(body);
      const column = this.columns.addressee;
      const places = header.addressee.map((/** @type {string} */ name) => column.place(name));
      for (let i = 0; i < segment.documents; i++) {
        const values = [];
        for (let left = reader.next(); left > 0; left--) values.push(places[reader.next()]);
        column.push(values);
      }
    }

    /**
     * @param {Uint8Array} marks documents found
     * @param {Record<string, string>} filters field → value
     * @param {string} [except] a field whose filter is left out
     */
    kept(marks, filters, except) {
      const kept = marks.slice();
      for (const field of FIELDS) if (filters[field] && field !== except) this.columns[field].keep(kept, filters[field]);
      return kept;
    }

    /**
     * For each field its values, counted among the documents that all other filters leave.
     * @param {Uint8Array} marks @param {Record<string, string>} filters
     * @returns {{field: string, values: [string, number][]}[]}
     */
    counts(marks, filters) {
      const all = this.kept(marks, filters);
      return FIELDS.map((field) => {
        const values = this.columns[field].count(filters[field] ? this.kept(marks, filters, field) : all);
        if (field === "year") values.sort((a, b) => (a[0] < b[0] ? 1 : -1));
        return { field, values };
      });
    }
  }

  /** First days of the years from 1900 on, counted from 1 January 1900. @type {number[]} */
  const newYears = [];
  for (let year = 1900; year <= LAST_YEAR; year++) newYears.push(Date.UTC(year, 0, 1) / 86400000 - EPOCH);

  /** @param {number} day */
  function yearOf(day) {
    let year = Math.min(newYears.length - 1, Math.floor(day / 365.2425) + 1);
    while (year > 0 && newYears[year] > day) year--;
    return 1900 + year;
  }

  Object.assign(search, { Facets, FIELDS });
})();
