// The part of PouchDB 9 and of its HTTP server that the comparison uses; the packages bring no types.

declare module 'pouchdb' {
  interface Replicated {
    readonly errors: readonly unknown[];
    readonly docs_written: number;
  }

  interface DatabaseOptions {
    readonly fetch?: (url: string | Request, init?: RequestInit) => Promise<Response>;
    readonly adapter?: string;
  }

  export default class PouchDB {
    constructor(name: string, options?: DatabaseOptions);
    static defaults(options: { readonly prefix: string }): typeof PouchDB;
    put(document: { readonly _id: string; readonly _rev?: string }): Promise<{ readonly rev: string }>;
    info(): Promise<{ readonly doc_count: number }>;
    sync(other: PouchDB): Promise<{ readonly push: Replicated; readonly pull: Replicated }>;
    close(): Promise<void>;
  }
}

declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  import type PouchDB from 'pouchdb';

  interface ServerOptions {
    readonly mode: 'minimumForPouchDB';
    readonly inMemoryConfig: boolean;
    readonly logPath: string;
  }

  export default function expressPouchDb(database: typeof PouchDB, options: ServerOptions): RequestListener;
}
