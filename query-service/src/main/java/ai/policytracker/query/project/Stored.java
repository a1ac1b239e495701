package ai.policytracker.query.project;

import java.util.Map;
import java.util.Set;

/**
 * What the database holds of the shards, companies, claims and changes that a batch touches, read
 * under the locks of the batch's shards and of the feed.
 *
 * @param nextOffsets by shard
 * @param claims those that are known now
 * @param seqs by change id, of changes that were given one before
 * @param logged ids of changes that stand in the log
 * @param feedSeq the highest seq given
 */
record Stored(
    Map<Integer, Long> nextOffsets,
    Map<String, CompanyProgress> companies,
    Map<ClaimKey, ClaimVersion> claims,
    Map<String, Long> seqs,
    Set<String> logged,
    long feedSeq) {}
