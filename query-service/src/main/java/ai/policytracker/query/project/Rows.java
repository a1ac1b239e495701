package ai.policytracker.query.project;

import java.util.List;

/**
 * What a batch does to a table of versions. Rows that the database holds are closed before new ones
 * are added: a key may be closed and come back within one batch.
 */
record Rows<K, V>(List<Closed<K>> closed, List<V> added) {}
