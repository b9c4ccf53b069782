/**
 * Actor of the few lines that nobody at the desk writes: they come from the boot gate, while nobody can be unlocked.
 * The host takes this actor only under these names.
 */
export const SYSTEM_ACTOR = 'system';

export const systemOperations: readonly string[] = ['migrate-database', 'restore-snapshot'];
