package ai.policytracker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.Decision;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.wire.EventCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What must hold of every history (folding rule 7). */
class FoldPropertiesTest {
  private static final int HISTORIES =
      Integer.getInteger("tracker.histories", Boolean.getBoolean("tracker.full") ? 2000 : 300);
  private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00.000001Z");

  /** What readers see of a company's subject now. */
  record Now(List<Segment> segments, SortedMap<String, String> announcements) {
    static Map<Subject, Now> of(Fold fold) {
      Map<Subject, Now> now = new HashMap<>();
      fold.subjects()
          .forEach(
              (subject, of) -> {
                if (!of.announcements().isEmpty()) {
                  now.put(subject, new Now(of.segments(), of.announcements()));
                }
              });
      return now;
    }
  }

  private static Fold fold(List<PolicyEvent> events) {
    Fold fold = new Fold(Aliases.NONE);
    int at = 0;
    for (PolicyEvent event : events) {
      fold.apply(event, FIRST.plusSeconds(at++));
    }
    return fold;
  }

  @Test
  void anyOrderAndAnyRepetitionGiveTheSamePositions() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<PolicyEvent> events = Histories.of(seed);
      Random random = new Random(seed);
      List<PolicyEvent> shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, random.nextInt(events.size())));
      Collections.shuffle(shuffled, random);

      Map<Subject, Now> expected = Now.of(fold(events));

      assertThat(Now.of(fold(shuffled))).as("seed %d", seed).isEqualTo(expected);
      assertThat(Now.of(Fold.replay(shuffled))).as("seed %d, replay", seed).isEqualTo(expected);
    }
  }

  @Test
  void snapshotAndTailEqualTheFullReplayThroughAnyBatchSplit() throws Exception {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<PolicyEvent> events = Histories.of(seed);
      Random random = new Random(seed);
      Collections.shuffle(events, random);
      Store store = new Store();
      for (int at = 0; at < events.size(); ) {
        int to = Math.min(events.size(), at + 1 + random.nextInt(5));
        store.append(events.subList(at, to), Store.NEVER);
        at = to;
      }

      assertThat(Now.of(store.load())).as("seed %d", seed).isEqualTo(Now.of(fold(events)));
    }
  }

  @Test
  void aCrashBetweenAnyTwoStepsLosesNothingAndDoublesNothing() throws Exception {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<PolicyEvent> events = Histories.of(seed);
      Random random = new Random(seed);
      Collections.shuffle(events, random);
      Store store = new Store();
      ReadModel read = new ReadModel();
      int published = 0;
      while (store.nextOffset() < events.size()) {
        int at = store.nextOffset();
        int to = Math.min(events.size(), at + 1 + random.nextInt(5));
        store.append(events.subList(at, to), random.nextInt(2 * Store.STEPS));
        published = store.publish(published, random.nextInt(3), read);
      }
      published = store.publish(published, Integer.MAX_VALUE, read);

      Map<Subject, Now> expected = Now.of(fold(events));
      assertThat(Now.of(store.load())).as("seed %d", seed).isEqualTo(expected);
      assertThat(read.knownAt(Instant.MAX.minusSeconds(1))).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void unmergeAfterMergeGivesBackWhatWas() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<PolicyEvent> events = Histories.of(seed);
      Collections.shuffle(events, new Random(seed));
      Fold fold = fold(events);
      Map<Subject, Now> before = Now.of(fold);
      if (!fold.aliases().resolve("acme").equals("acme")
          || !fold.aliases().resolve("bolt").equals("bolt")) {
        continue;
      }
      Decision decision = new Decision("ann", "one company");
      PolicyEvent merge =
          EventCodec.withEventId(new CompaniesMerged("-", "acme", "bolt", 8, FIRST, decision));
      PolicyEvent unmerge =
          EventCodec.withEventId(new CompaniesUnmerged("-", "acme", 9, FIRST, decision));

      fold.apply(merge, FIRST.plusSeconds(1000));
      assertThat(Now.of(fold).keySet())
          .as("seed %d", seed)
          .noneMatch(s -> s.company().equals("acme"));
      fold.apply(unmerge, FIRST.plusSeconds(1001));

      assertThat(Now.of(fold)).as("seed %d", seed).isEqualTo(before);
    }
  }

  @Test
  void noTwoPositionsOfOneKeyAndLaneOverlap() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      for (Now now : Now.of(fold(Histories.of(seed))).values()) {
        List<Segment> segments = now.segments();
        for (int i = 0; i < segments.size(); i++) {
          Segment one = segments.get(i);
          assertThat(one.validTo() == null || one.validFrom().isBefore(one.validTo()))
              .as("seed %d: %s", seed, one)
              .isTrue();
          for (Segment other : segments.subList(i + 1, segments.size())) {
            boolean sameKey =
                one.lane() == other.lane()
                    && one.lane() != Lane.COMMITMENT
                    && Objects.equals(one.jurisdiction(), other.jurisdiction());
            assertThat(sameKey && overlap(one, other))
                .as("seed %d: %s and %s", seed, one, other)
                .isFalse();
          }
        }
      }
    }
  }

  private static boolean overlap(Segment one, Segment other) {
    return (one.validTo() == null || other.validFrom().isBefore(one.validTo()))
        && (other.validTo() == null || one.validFrom().isBefore(other.validTo()));
  }

  @Test
  void foldingTheChangesGivesWhatTheFoldSays() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<PolicyEvent> events = Histories.of(seed);
      Collections.shuffle(events, new Random(seed));
      Fold fold = new Fold(Aliases.NONE);
      ReadModel read = new ReadModel();
      for (int i = 0; i < events.size(); i++) {
        Instant recordedAt = FIRST.plusSeconds(i);
        fold.apply(events.get(i), recordedAt).forEach(read::apply);

        assertThat(read.knownAt(recordedAt))
            .as("seed %d after %d", seed, i)
            .isEqualTo(Now.of(fold));
      }
    }
  }

  @Test
  void anAnswerForAPastKnownTimeNeverChanges() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<PolicyEvent> events = Histories.of(seed);
      Collections.shuffle(events, new Random(seed));
      Fold fold = new Fold(Aliases.NONE);
      ReadModel read = new ReadModel();
      List<Map<Subject, Now>> answers = new ArrayList<>();
      for (int i = 0; i < events.size(); i++) {
        fold.apply(events.get(i), FIRST.plusSeconds(i)).forEach(read::apply);
        answers.add(Now.of(fold));
      }
      for (int i = 0; i < events.size(); i++) {
        assertThat(read.knownAt(FIRST.plusSeconds(i)))
            .as("seed %d known at %d", seed, i)
            .isEqualTo(answers.get(i));
      }
    }
  }

  @Test
  void aCompanysChangesAreNumberedWithoutGapsAndNameTheirClaims() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<PolicyEvent> events = Histories.of(seed);
      Fold fold = new Fold(Aliases.NONE);
      Map<String, Long> versions = new TreeMap<>();
      for (int i = 0; i < events.size(); i++) {
        for (Change change : fold.apply(events.get(i), FIRST.plusSeconds(i))) {
          assertThat(change.version())
              .as("seed %d", seed)
              .isEqualTo(versions.merge(change.company(), 1L, Long::sum));
          assertThat(
                  change.announced() == null
                      || change.arrived().containsKey(change.announced().claimId()))
              .as("seed %d", seed)
              .isTrue();
        }
      }
      assertThat(fold.versions()).as("seed %d", seed).isEqualTo(versions);
    }
  }
}
