package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The write side's store as bytes in memory, with transactions that a crash can end between any two
 * steps, and an outbox whose relay forgets how far it was.
 */
final class Store {
  /** Events, claims, aliases, versions, changes, offset. */
  static final int STEPS = 6;

  static final int NEVER = Integer.MAX_VALUE;

  private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00.000001Z");

  /** A claim's row. */
  private record Row(
      String reading,
      int lostRevision,
      ClaimState.Ruling byArticle,
      ClaimState.Ruling byAnalyst,
      ClaimState.Review review) {}

  /** What is committed, or about to be. */
  private static final class Tables {
    private final Map<String, byte[]> events = new TreeMap<>();
    private final Map<String, byte[]> claims = new TreeMap<>();
    private byte[] aliases = bytes(Aliases.NONE);
    private final Map<String, Long> versions = new TreeMap<>();
    private final List<byte[]> changes = new ArrayList<>();
    private int nextOffset;

    private Tables copy() {
      Tables copy = new Tables();
      copy.events.putAll(events);
      copy.claims.putAll(claims);
      copy.aliases = aliases;
      copy.versions.putAll(versions);
      copy.changes.addAll(changes);
      copy.nextOffset = nextOffset;
      return copy;
    }
  }

  private Tables committed = new Tables();
  private int transactions;

  int nextOffset() {
    return committed.nextOffset;
  }

  /**
   * @param crashAfter the step after which the process dies; steps beyond the last mean none
   */
  void append(List<PolicyEvent> batch, int crashAfter) throws Exception {
    Fold fold = load();
    Tables tables = committed.copy();
    Set<String> known = new HashSet<>(tables.events.keySet());
    List<Change> changes = new ArrayList<>();
    int step = 0;
    for (PolicyEvent event : batch) {
      if (known.add(event.eventId())) {
        tables.events.put(event.eventId(), EventCodec.encode(event));
        changes.addAll(fold.apply(event, FIRST.plusSeconds(++transactions)));
      }
    }
    if (step++ == crashAfter) {
      return;
    }
    fold.claims().forEach((id, claim) -> tables.claims.put(id, bytes(row(claim))));
    if (step++ == crashAfter) {
      return;
    }
    tables.aliases = bytes(fold.aliases());
    if (step++ == crashAfter) {
      return;
    }
    tables.versions.putAll(fold.versions());
    if (step++ == crashAfter) {
      return;
    }
    changes.forEach(change -> tables.changes.add(ChangeCodec.encode(change)));
    if (step++ == crashAfter) {
      return;
    }
    tables.nextOffset += batch.size();
    if (step == crashAfter) {
      return;
    }
    committed = tables;
  }

  /** Sends some of what is committed, perhaps again; the reader goes by the company's version. */
  int publish(int from, int atMost, ReadModel read) throws Exception {
    int to = (int) Math.min(committed.changes.size(), (long) from + atMost);
    for (int i = Math.max(0, from - 1); i < to; i++) {
      read.applyOnce(ChangeCodec.decode(committed.changes.get(i)));
    }
    return to;
  }

  /** As a process that has just started. */
  Fold load() throws Exception {
    Fold fold = new Fold(Json.MAPPER.readValue(committed.aliases, Aliases.class));
    Map<Subject, List<ClaimEntry>> entries = new HashMap<>();
    for (Map.Entry<String, byte[]> stored : committed.claims.entrySet()) {
      Row row = Json.MAPPER.readValue(stored.getValue(), Row.class);
      ClaimAnnounced reading =
          row.reading() == null
              ? null
              : (ClaimAnnounced) EventCodec.decode(committed.events.get(row.reading()));
      ClaimState claim =
          new ClaimState(
              stored.getKey(),
              reading,
              row.lostRevision(),
              row.byArticle(),
              row.byAnalyst(),
              row.review());
      fold.load(claim);
      if (Placed.of(claim, fold.aliases()).isPresent()) {
        Placed placed = Placed.of(claim, fold.aliases()).get();
        ClaimEntry entry = Json.MAPPER.readValue(bytes(placed.entry()), ClaimEntry.class);
        entries.computeIfAbsent(placed.subject(), s -> new ArrayList<>()).add(entry);
      }
    }
    entries.forEach((subject, of) -> fold.load(subject, SubjectFold.of(of)));
    committed.versions.forEach(fold::load);
    return fold;
  }

  private static Row row(ClaimState claim) {
    return new Row(
        claim.reading() == null ? null : claim.reading().eventId(),
        claim.lostRevision(),
        claim.byArticle(),
        claim.byAnalyst(),
        claim.review());
  }

  private static byte[] bytes(Object value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
