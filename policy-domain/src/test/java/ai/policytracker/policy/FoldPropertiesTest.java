package ai.policytracker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Until;
import ai.policytracker.wire.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Seeded histories of one subject: every kind of date, place, copy, plan, repeat and retraction.
 */
class FoldPropertiesTest {
  private static final int HISTORIES = Integer.getInteger("tracker.histories", 1000);
  private static final LocalDate START = LocalDate.of(2020, 1, 1);

  private static List<PolicyEvent> history(Random random) {
    List<PolicyEvent> events = new ArrayList<>();
    Set<String> claimIds = new HashSet<>();
    int articles = 2 + random.nextInt(10);
    for (int i = 0; i < articles; i++) {
      int claims = random.nextInt(5) == 0 ? 2 : 1;
      for (int c = 0; c < claims; c++) {
        Story story = story(random, "article-" + i);
        if (!claimIds.add(story.claimId())) {
          continue;
        }
        events.add(story.event());
        if (random.nextInt(6) == 0) {
          events.add(story.retraction());
        } else if (random.nextInt(6) == 0) {
          events.add(redated(random, story).revision(2).event());
        }
      }
    }
    return events;
  }

  private static Story story(Random random, String articleId) {
    Kind[] kinds = {
      Kind.PAUSE,
      Kind.BAN,
      Kind.WITHDRAWAL,
      Kind.RESTRICTION,
      Kind.RESUMPTION,
      Kind.PERMISSION,
      Kind.COMMITMENT
    };
    Story story =
        Story.article(articleId)
            .by("Publisher " + random.nextInt(4))
            .says(kinds[random.nextInt(kinds.length)])
            .in(random.nextInt(3) > 0 ? null : random.nextBoolean() ? "US" : "EU")
            .as(random.nextInt(6) > 0 ? Modality.DECIDED : Modality.PLANNED)
            .confidence(random.nextInt(10) == 0 ? 0.4 : 0.5 + random.nextInt(50) / 100.0);
    if (random.nextInt(3) == 0) {
      story.copyKeys("copy-" + random.nextInt(3));
    }
    if (random.nextInt(4) == 0) {
      story.inPassing();
    }
    if (random.nextInt(3) == 0) {
      story.until(
          switch (random.nextInt(3)) {
            case 0 -> Until.duration(Period.ofDays(1 + random.nextInt(90)));
            case 1 -> Until.condition("a law of kind " + random.nextInt(2));
            default -> Until.date(day(random));
          });
    }
    return redated(random, story);
  }

  private static Story redated(Random random, Story story) {
    if (random.nextInt(4) > 0) {
      story.published(day(random).toString());
    }
    LocalDate day = day(random);
    return story.on(
        switch (random.nextInt(6)) {
          case 0 -> AnnouncedOn.UNKNOWN;
          case 1 -> AnnouncedOn.weekday(DayOfWeek.of(1 + random.nextInt(7)));
          case 2 -> AnnouncedOn.month(day.getYear(), day.getMonthValue());
          case 3 -> AnnouncedOn.year(day.getYear());
          default -> AnnouncedOn.day(day);
        });
  }

  private static LocalDate day(Random random) {
    return START.plusDays(random.nextInt(45));
  }

  private static FoldedSubject fold(List<PolicyEvent> events) {
    FoldedSubject folded = FoldedSubject.initial(Story.subject());
    for (PolicyEvent event : events) {
      folded = folded.apply(event).next();
    }
    return folded;
  }

  @Test
  void anyOrderAndAnyRepetitionGiveTheSameTimeline() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      List<PolicyEvent> events = history(random);
      FoldedSubject expected = fold(events);

      List<PolicyEvent> shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, random.nextInt(events.size())));
      Collections.shuffle(shuffled, random);

      assertThat(fold(shuffled).timeline()).as("seed %d", seed).isEqualTo(expected.timeline());
      assertThat(fold(shuffled).state()).as("seed %d", seed).isEqualTo(expected.state());
    }
  }

  @Test
  void snapshotAndTailEqualTheFullReplay() throws Exception {
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      List<PolicyEvent> events = history(random);
      int cut = random.nextInt(events.size());
      byte[] snapshot = Json.MAPPER.writeValueAsBytes(fold(events.subList(0, cut)).state());

      FoldedSubject resumed =
          new FoldedSubject(Json.MAPPER.readValue(snapshot, SubjectState.class));
      for (PolicyEvent event : events.subList(cut, events.size())) {
        resumed = resumed.apply(event).next();
      }

      assertThat(resumed.timeline()).as("seed %d", seed).isEqualTo(fold(events).timeline());
    }
  }

  @Test
  void foldingTheChangesGivesTheTimeline() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      List<PolicyEvent> events = history(random);
      Collections.shuffle(events, random);
      FoldedSubject folded = FoldedSubject.initial(Story.subject());
      Set<Segment> readModel = new HashSet<>();
      SortedMap<String, String> announcementOf = new TreeMap<>();
      for (PolicyEvent event : events) {
        FoldedSubject.Step step = folded.apply(event);
        for (Segment gone : step.difference().before()) {
          assertThat(readModel.remove(gone)).as("seed %d: %s", seed, gone).isTrue();
        }
        readModel.addAll(step.difference().after());
        announcementOf.putAll(step.difference().announcementOf());
        announcementOf.values().removeIf(Difference.NO_ANNOUNCEMENT::equals);
        folded = step.next();

        assertThat(readModel)
            .as("seed %d", seed)
            .containsExactlyInAnyOrderElementsOf(folded.timeline().segments());
        assertThat(announcementOf)
            .as("seed %d", seed)
            .isEqualTo(folded.timeline().announcementOf());
      }
    }
  }

  @Test
  void noTwoPositionsOfOneKeyAndLaneOverlap() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<Segment> segments = fold(history(new Random(seed))).timeline().segments();
      for (int i = 0; i < segments.size(); i++) {
        Segment one = segments.get(i);
        assertThat(one.validTo() == null || one.validFrom().isBefore(one.validTo()))
            .as("seed %d: %s", seed, one)
            .isTrue();
        for (Segment other : segments.subList(i + 1, segments.size())) {
          boolean sameKey =
              one.lane() == Lane.POLICY
                  && other.lane() == Lane.POLICY
                  && Objects.equals(one.jurisdiction(), other.jurisdiction());
          assertThat(sameKey && overlap(one, other))
              .as("seed %d: %s and %s", seed, one, other)
              .isFalse();
        }
      }
    }
  }

  @Test
  void twoClaimsOfOneArticleNeverShareAnAnnouncementAndEveryConfidentClaimIsInOne() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      FoldedSubject folded = fold(history(new Random(seed)));
      for (Announcement announcement : folded.announcements()) {
        assertThat(announcement.members())
            .as("seed %d", seed)
            .extracting(ClaimEntry::articleId)
            .doesNotHaveDuplicates();
      }
      long confident =
          folded.state().claims().values().stream().filter(ClaimEntry::isConfident).count();
      assertThat(folded.timeline().announcementOf()).as("seed %d", seed).hasSize((int) confident);
    }
  }

  private static boolean overlap(Segment one, Segment other) {
    return (one.validTo() == null || other.validFrom().isBefore(one.validTo()))
        && (other.validTo() == null || one.validFrom().isBefore(other.validTo()));
  }
}
