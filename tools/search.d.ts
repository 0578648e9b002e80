// What the scripts of the search share: one global, to which each adds its part. Read when
// `make check` checks the types (tsconfig.json); browsers never see this file.

/** A word of a query. */
interface Wanted {
  /** Folded. */
  word: string;
  /** As typed, tone last. */
  accent: string;
  shown?: string;
  /** It counts, but need not be there. */
  optional?: boolean;
  /** Words to take for one that no document has. */
  instead?: string[];
  /** What was typed, where it was corrected. */
  wrong?: string;
}

/** A posting list, over the segments. */
interface List {
  name: string;
  count: number;
  parts: { segment: any; count: number; bytes: Uint8Array }[];
}

/** Who is named in a query. */
interface Named {
  agencies: string[];
  signer?: string;
}

interface VankhoSearch {
  // Classes, and what has no type of its own here.
  [name: string]: any;

  // fold.js
  fold(text: string): string;
  foldWord(word: string): string;
  words(text: string): string[];
  accent(word: string): string;
  plain(text: string): string;
  places(text: string): { word: string; start: number; end: number }[];

  // inflate.js, load.js
  inflate(packed: Uint8Array): Promise<Uint8Array>;
  inflateHere(packed: Uint8Array): Uint8Array;
  fromBase64(text: string): Uint8Array;
  shard(address: string): Promise<Uint8Array>;
  entry(root: string, fresh: boolean): Promise<any>;

  // postings.js, rank.js, correct.js
  each(list: List, visit: (document: number, value: number) => void): void;
  termsOf(wanted: Wanted[], withAccents: boolean): string[];
  match(archive: any, wanted: Wanted[], lists: Map<string, List>, withAccents: boolean, groups?: any[]): any;
  mayHold(archive: any, words: Wanted[], lists: Map<string, List>): any;
  correct(archive: any, wanted: Wanted[], lists: Map<string, List>): Promise<boolean>;
  oneApart(a: string, b: string): boolean;

  // query.js, engine.js, archive.js
  parse(text: string): any;
  toWords(text: string): Wanted[];
  TYPES: Map<string, string>;
  TIER: Record<"acts" | "own" | "near" | "cites" | "first" | "second" | "third" | "text", number>;
  open(root: string, fresh?: boolean): Promise<any>;
  find(archive: any, text: string, options?: { exact?: boolean }): Promise<any>;

  // session.js, view.js, dialog.js
  base(): string;
  withArchive<T>(work: (archive: any) => Promise<T>): Promise<T>;
  searchPage(parameters: Record<string, string>): string;
  only(archive: any, found: any): Promise<string>;
  latest(delay: number): () => Promise<() => boolean>;
  PARAMETERS: Record<string, string>;
  make(name: string, attributes?: Record<string, string>, ...children: (Node | string)[]): HTMLElement;
  fill(list: HTMLElement, found: any, cards: any[], base: string, text: string): void;
  clear(list: HTMLElement): void;
  notes(found: any, address: (changes: Record<string, string>) => string): Node[];
  tips(heading: string): HTMLElement;
  failure(): HTMLElement;
  destination(text: string): Promise<string>;
  load(): Promise<unknown>;
}

interface Window {
  vankhoSearch: VankhoSearch;
  /** Called by every shard with its bytes. */
  vankhoShard: (packed: string) => void;
  /** Called by the entry of the index. */
  vankhoIndex: (index: any) => void;
}
