// Loading: every file of the index is a script that hands over its bytes, which works over http,
// under a strict content policy and from a file share alike.
(function () {
  "use strict";
  const search = (window.vankhoSearch = window.vankhoSearch || /** @type {VankhoSearch} */ ({}));

  const KEPT = 600;
  /** @type {Map<string, Promise<Uint8Array>>} unpacked shards by address, oldest first */
  const kept = new Map();
  /** @type {Map<string, string>} what the running script handed over */
  const handed = new Map();
  /** @type {any} */
  let index = null;
  /** Files asked for, and their bytes as they came: shown by the benchmark. */
  const traffic = { requests: 0, bytes: 0 };

  /** A file of the index is not there: the archive was rebuilt under an open tab, or is damaged. */
  class MissingFile extends Error {}

  /** The index is of another form than these scripts read: only loading the page anew helps. */
  class OtherFormat extends Error {}

  window.vankhoShard = function (packed) {
    const script = /** @type {HTMLScriptElement} */ (document.currentScript);
    handed.set(script.src, packed);
  };
  window.vankhoIndex = function (value) {
    index = value;
  };

  /**
   * @param {string} address
   * @returns {Promise<string>} the address in full
   */
  function run(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => {
        script.remove();
        resolve(script.src);
      };
      script.onerror = () => {
        script.remove();
        reject(new MissingFile(address));
      };
      traffic.requests++;
      document.head.append(script);
    });
  }

  /** @param {string} address */
  async function fetchShard(address) {
    const source = await run(address);
    const packed = handed.get(source);
    handed.delete(source);
    if (packed === undefined) throw new MissingFile(address);
    traffic.bytes += packed.length;
    return search.inflate(search.fromBase64(packed));
  }

  /**
   * One shard, unpacked; kept for the next query.
   * @param {string} address
   * @returns {Promise<Uint8Array>}
   */
  function shard(address) {
    let found = kept.get(address);
    if (found) {
      kept.delete(address);
    } else {
      found = fetchShard(address);
      found.catch(() => kept.delete(address));
    }
    kept.set(address, found);
    if (kept.size > KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
    return found;
  }

  /**
   * The entry of the index. `fresh` goes round the browser's cache.
   * @param {string} root @param {boolean} fresh
   */
  async function entry(root, fresh) {
    await run(`${root}index.js${fresh ? `?${Date.now()}` : ""}`);
    const found = index;
    index = null;
    if (!found) throw new MissingFile("index.js");
    return found;
  }

  Object.assign(search, { shard, entry, MissingFile, OtherFormat, traffic });
})();
