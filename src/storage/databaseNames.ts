// What this browser's databases are called, for the page and the service worker alike. Changing one loses what is in it.

/** The ledger. */
export const DATABASE = 'wspolnie';

/** What each document's own database is called begins like this. */
export const DOCUMENT_DATABASES = 'wspolnie-doc:';
