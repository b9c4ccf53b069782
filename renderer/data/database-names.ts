/** Number in a database's name; 0 for one that is not a book's. */
function numberOf(name: string): number {
  return Number(/^qiantai-(\d+)$/.exec(name)?.[1] ?? 0);
}

function highestNumber(known: readonly IDBDatabaseInfo[]): number {
  return Math.max(0, ...known.map((one) => numberOf(one.name ?? '')));
}

/**
 * A name that no database of this profile has: the numbers only grow, so an old database stays untouched.
 * @param inForce name of the database in force, which may be gone from the profile; `''` for none
 */
export async function freshDatabaseName(inForce: string): Promise<string> {
  return `qiantai-${Math.max(numberOf(inForce), highestNumber(await indexedDB.databases())) + 1}`;
}

/** Where to look when the host names no database: the newest of this profile, or the first one of a new book. */
export function newestDatabaseName(known: readonly IDBDatabaseInfo[]): string {
  return `qiantai-${Math.max(1, highestNumber(known))}`;
}
