// What sets one PostgreSQL database apart from another: the name of the installation, and whether the database was put back to
// an earlier state since it was last seen.

import { nanoid } from 'nanoid';
import { string } from './columns.ts';
import { newIncarnation } from './incarnation.ts';
import type { PostgresDatabase } from './postgresDatabase.ts';
import { allRows, firstRow, PUT_META } from './sql.ts';

/** Made with the database and kept in it. */
export async function installationOf(database: PostgresDatabase): Promise<string> {
  await database.write(
    "INSERT INTO meta (key, value) VALUES ('installation', ?) ON CONFLICT DO NOTHING",
    nanoid(),
  );
  const row = await database.reading(() => firstRow("SELECT value FROM meta WHERE key = 'installation'"));
  return string(row ?? {}, 'value');
}

/**
 * A database that was loaded into another cluster, or recovered to a point in time, or whose standby has taken over, may lack
 * what receipts were given for: it begins a new incarnation. One that was put back within its cluster shows nothing of it; that
 * is what `npm run admin -- renew` is for, and a device that shows a position beyond the end.
 */
export async function noticeCopy(database: PostgresDatabase): Promise<void> {
  const [row] = await database.query(
    `SELECT system_identifier::text || ':' || left(pg_walfile_name(pg_current_wal_lsn()), 8) AS present,
       (SELECT value FROM meta WHERE key = 'cluster') AS known FROM pg_control_system()`,
    [],
  );
  const present = string(row ?? {}, 'present');
  if (row?.['known'] === present) return;
  // In one step, so that of many nodes that see it at once one renews.
  await database.transaction(function* () {
    yield* allRows("INSERT INTO meta (key, value) VALUES ('cluster', ?) ON CONFLICT DO NOTHING", present);
    const moved = yield* firstRow(
      "UPDATE meta SET value = ? WHERE key = 'cluster' AND value <> ? RETURNING key",
      present,
      present,
    );
    if (moved !== undefined) yield* allRows(PUT_META, 'incarnation', newIncarnation());
  });
}
