package ai.policytracker.query.project;

import ai.policytracker.event.Claim;
import ai.policytracker.policy.Change;
import ai.policytracker.query.project.Effects.Logged;
import ai.policytracker.query.project.Effects.ShardProgress;
import ai.policytracker.shell.Shards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The arithmetic of the projection: records in their order against what is stored, giving what to
 * write. In memory, so that a batch costs the same dozen statements whatever its size and a row
 * that a batch opens and closes is written once.
 */
final class BatchFold {
  private final Stored stored;
  private final TouchedAnnouncements touched = new TouchedAnnouncements();
  private final PositionFold positions = new PositionFold(touched);
  private final ClaimFold claims;
  private final AliasFold aliases = new AliasFold();
  private final List<Logged> logged = new ArrayList<>();
  private final Map<String, CompanyProgress> companies = new LinkedHashMap<>();
  private final Map<Integer, ShardProgress> shards = new LinkedHashMap<>();
  private final List<Received.Unreadable> parked = new ArrayList<>();
  private final List<CompanyProgress> halts = new ArrayList<>();
  private final Map<String, Long> seqs;
  private final Set<String> loggedIds;
  private long feedSeq;

  private BatchFold(Stored stored) {
    this.stored = stored;
    this.claims = new ClaimFold(stored.claims(), touched);
    this.seqs = stored.seqs();
    this.loggedIds = new HashSet<>(stored.logged());
    this.feedSeq = stored.feedSeq();
  }

  /** Records of one partition are in the order of their offsets. */
  static Effects fold(Stored stored, List<Received> batch) {
    BatchFold fold = new BatchFold(stored);
    batch.stream().filter(r -> !isDone(stored, r.record())).forEach(fold::add);
    return fold.effects();
  }

  private static boolean isDone(Stored stored, ConsumerRecord<?, ?> record) {
    return record.offset() < stored.nextOffsets().getOrDefault(record.partition(), 0L);
  }

  private void add(Received received) {
    Instant watermark =
        switch (received) {
          case Received.Readable readable -> {
            project(readable);
            yield before(readable.change().recordedAt());
          }
          case Received.Unreadable unreadable -> {
            park(unreadable);
            yield null;
          }
        };
    ConsumerRecord<?, ?> record = received.record();
    shards.merge(
        record.partition(),
        new ShardProgress(
            record.partition(), record.offset() + 1, received.shardPosition(), watermark),
        BatchFold::furthest);
  }

  /** One event may have made several changes, and the others of its time may be still to come. */
  private static Instant before(Instant recordedAt) {
    return recordedAt.minus(1, ChronoUnit.MICROS);
  }

  private static ShardProgress furthest(ShardProgress one, ShardProgress next) {
    return new ShardProgress(
        next.shard(),
        next.nextOffset(),
        Math.max(one.position(), next.position()),
        next.watermark() == null ? one.watermark() : next.watermark());
  }

  private void project(Received.Readable readable) {
    Change change = readable.change();
    CompanyProgress company = company(change.company());
    if (company.isHalted() || change.version() <= company.version()) {
      return;
    }
    String hole = holeBefore(change, company);
    if (hole != null) {
      halt(company, hole);
      return;
    }
    positions.apply(change);
    claims.apply(change);
    aliases.apply(change);
    long seq = log(readable);
    companies.put(change.company(), company.after(change, seq));
  }

  /** Why the change cannot follow what is projected; null where it can. */
  private String holeBefore(Change change, CompanyProgress company) {
    if (change.version() != company.version() + 1) {
      return "version %d came after %d".formatted(change.version(), company.version());
    }
    if (company.lastRecordedAt() != null
        && change.recordedAt().isBefore(company.lastRecordedAt())) {
      return "version %d was recorded before %d".formatted(change.version(), company.version());
    }
    if (loggedIds.contains(change.changeId())) {
      return "version %d is a change that came before".formatted(change.version());
    }
    return claims
        .unknownClaimOf(change)
        .map(id -> "version %d moves a claim that nothing told of".formatted(change.version()))
        .orElse(null);
  }

  private long log(Received.Readable readable) {
    Long known = seqs.get(readable.change().changeId());
    long seq = known != null ? known : ++feedSeq;
    loggedIds.add(readable.change().changeId());
    logged.add(new Logged(seq, known == null, readable));
    return seq;
  }

  private void park(Received.Unreadable unreadable) {
    parked.add(unreadable);
    ConsumerRecord<String, byte[]> record = unreadable.record();
    boolean namesCompany =
        Claim.isCompanyId(record.key()) && Shards.of(record.key()) == record.partition();
    if (namesCompany && !company(record.key()).isHalted()) {
      halt(
          company(record.key()),
          "unreadable change at offset %d of %s-%d"
              .formatted(record.offset(), record.topic(), record.partition()));
    }
  }

  private void halt(CompanyProgress company, String reason) {
    CompanyProgress halted = company.halted(reason);
    companies.put(company.company(), halted);
    halts.add(halted);
  }

  private CompanyProgress company(String id) {
    CompanyProgress ofThisBatch = companies.get(id);
    return ofThisBatch != null
        ? ofThisBatch
        : stored.companies().getOrDefault(id, CompanyProgress.none(id));
  }

  private Effects effects() {
    return new Effects(
        positions.positions(),
        positions.stances(),
        claims.rows(),
        claims.contents(),
        touched.all(),
        aliases.rows(),
        logged,
        companies.values(),
        shards.values(),
        parked,
        halts,
        feedSeq);
  }
}
