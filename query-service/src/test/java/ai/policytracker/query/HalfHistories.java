package ai.policytracker.query;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Technology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Random histories of which half is known at a time that is final, and the rest comes later. */
final class HalfHistories {
  /** Before the times of the other tests, whose watermarks are not to move. */
  static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

  static final Instant KNOWN_AT = START.plusSeconds(600);

  private static final Instant LATER = START.plusSeconds(700);
  private static final int HISTORIES = Integer.getInteger("tracker.histories", 15);

  private final ChangesTopic topic;
  private final String prefix;
  private final Map<String, WriteSide> writeSides = new LinkedHashMap<>();
  private final Map<String, List<PolicyEvent>> later = new LinkedHashMap<>();

  private HalfHistories(ChangesTopic topic, String prefix) {
    this.topic = topic;
    this.prefix = prefix;
  }

  /** Sends the first halves and waits until what is known then is final. */
  static HalfHistories send(ChangesTopic topic, String name) {
    HalfHistories histories = new HalfHistories(topic, name + "-" + System.nanoTime());
    histories.sendFirstHalves();
    return histories;
  }

  /** Ids of all companies that are told of. */
  List<String> companies() {
    List<String> companies = new ArrayList<>();
    writeSides.values().forEach(w -> companies.addAll(new TreeSet<>(w.companies())));
    return companies;
  }

  private void sendFirstHalves() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      String name = prefix + "-" + seed;
      List<PolicyEvent> events = RandomHistory.of(new Random(seed), name);
      int half = (events.size() + 1) / 2;
      WriteSide writeSide = new WriteSide(START.plusSeconds(seed));
      send(writeSide.appendAll(events.subList(0, half)), 0);
      writeSides.put(name, writeSide);
      later.put(name, events.subList(half, events.size()));
    }
    waitForAll();
    topic.heartbeat(KNOWN_AT);
    Api.waitUntil(
        "the watermark at " + KNOWN_AT,
        () -> Api.get("/v1/positions?limit=1&knownAt=" + KNOWN_AT).get("final").asBoolean());
  }

  private void send(WriteSide writeSide, int from) {
    var changes = writeSide.changes();
    topic.sendChanges(changes.subList(from, changes.size()));
  }

  private void waitForAll() {
    writeSides
        .values()
        .forEach(w -> w.companies().forEach(c -> Api.waitForChanges(c, w.version(c))));
  }

  /**
   * The second halves, and events of one more company.
   *
   * @param further how many
   */
  void sendTheRest(int further) {
    writeSides.forEach(
        (name, writeSide) -> {
          int told = writeSide.changes().size();
          send(writeSide.at(LATER).appendAll(later.get(name)), told);
        });
    String company = prefix + "-busy";
    WriteSide busy = new WriteSide(LATER.plusSeconds(60));
    Random random = new Random(7);
    for (int i = 0; i < further; i++) {
      busy.append(
          Told.of(company, company + "-further-" + i)
              .about(Technology.values()[random.nextInt(9)])
              .to(Audience.values()[random.nextInt(7)])
              .says(Kind.values()[random.nextInt(7)])
              .on(RandomHistory.anyDay(random).toString())
              .event());
    }
    send(busy, 0);
    Api.waitForVersion(company, busy.version(company));
    waitForAll();
  }
}
