import { createRequire } from 'node:module';
import { UserError } from '../user-error.ts';

/** What a statement can be given. Nothing else is ever bound. */
export type Value = string | number | null;

/** Values for the `?` of a statement, in order, or one object for its `@name`s. */
export type Values = readonly Value[] | readonly [Readonly<Record<string, Value>>];

/** A prepared statement. */
export interface Statement {
  run(...values: Values): { readonly changes: number };
  /** The first row, or undefined. */
  get(...values: Values): unknown;
  all(...values: Values): unknown[];
}

/** The part of better-sqlite3 that Glimpse uses. All of it runs at once, in the caller's thread. */
export interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  /** What a pragma says, as one value. */
  pragma(sql: string, options: { readonly simple: true }): unknown;
  /** A function that does the work in a transaction, and undoes all of it where the work throws. */
  transaction<T>(work: () => T): { immediate(): T };
  close(): unknown;
}

/** Opens a database file, or `:memory:`. `timeout`: milliseconds to wait for another program's lock. */
export type Sqlite = new (file: string, options?: { readonly timeout: number }) => Database;

/**
 * Where SQLite comes from, the first that runs here.
 *
 * better-sqlite3 12 keeps its binary on GitHub and not in its package, and this project installs without install scripts
 * (see .npmrc). So it is optional, and serves where somebody built it: `npm rebuild better-sqlite3 --ignore-scripts=false`
 * needs GitHub, or else a C++ compiler, Python and Node's headers (74 s on two cores).
 *
 * zero-sqlite3 is the same code in a package that holds the binaries for Node 20 to 26 on Linux (glibc and musl), macOS
 * and Windows, so it works after a plain `npm ci` with nothing but the npm registry. Its package.json names only Node 22
 * and 24, about which npm warns on Node 20; its Node 20 binary is what the tests run there.
 *
 * Weighed and left: better-sqlite3 13 (crashes Node 20), node:sqlite (not in Node 20), libsql (ends the whole program when
 * it is given a boolean, and cuts texts at a NUL), node-sqlite3-wasm (no WAL; its lock outlives a killed program), sql.js
 * (writes the whole file each time).
 */
export const SQLITE_PACKAGES: readonly string[] = ['better-sqlite3', '@rocicorp/zero-sqlite3'];

/** Loads the first of the packages that runs here. Throws a UserError (`config`) where none does. */
export function loadSqlite(packages: readonly string[] = SQLITE_PACKAGES): Sqlite {
  const failures: unknown[] = [];
  for (const name of packages) {
    try {
      const sqlite: Sqlite = createRequire(import.meta.url)(name);
      // The binary is loaded with the first database only.
      new sqlite(':memory:').close();
      return sqlite;
    } catch (failure) {
      failures.push(failure);
    }
  }
  throw new UserError(
    'config',
    `SQLite does not run on this machine (Node ${process.versions.node}, ${process.platform} ${process.arch}). ` +
      'Use Node 20, 22 or 24 and run "npm ci" again; or install a C++ compiler and Python ' +
      '(Debian: apt-get install build-essential python3) and run "npm rebuild better-sqlite3 --ignore-scripts=false".',
    { cause: new AggregateError(failures) },
  );
}
