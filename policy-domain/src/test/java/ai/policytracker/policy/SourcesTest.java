package ai.policytracker.policy;

import static ai.policytracker.policy.Folded.fold;
import static ai.policytracker.policy.Story.article;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Modality;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static Announcement only(Story... stories) {
    assertThat(fold(stories).announcements()).hasSize(1);
    return fold(stories).announcements().getFirst();
  }

  @Test
  void copiesOfOneStoryCountOnceThroughAnyChain() {
    assertThat(
            only(
                    article("a").on("2020-06-10").copyKeys("k1"),
                    article("b").on("2020-06-10").copyKeys("k1", "k2"),
                    article("c").on("2020-06-10").copyKeys("k2"),
                    article("d").on("2020-06-10"))
                .sourceCount())
        .isEqualTo(2);
  }

  @Test
  void anArticleCountsForThePublisherThatItCredits() {
    assertThat(
            only(
                    article("a").on("2020-06-10").by("Wire"),
                    article("b").on("2020-06-10").by("Blog").crediting("WIRE."))
                .sourceCount())
        .isEqualTo(1);
  }

  @Test
  void anArticleWithoutPublisherAndAddressCountsForNone() {
    Announcement nobodys = only(article("a").on("2020-06-10").by(null));

    assertThat(nobodys.sourceCount()).isZero();
    assertThat(nobodys.inEffect()).isTrue();
  }

  @Test
  void standingIsTheFirstThatApplies() {
    assertThat(only(article("a").on("2020-06-10"), article("b").on("2020-06-10")).standing())
        .isEqualTo(Standing.CONFIRMED);
    assertThat(only(article("a").on("2020-06-10")).standing()).isEqualTo(Standing.SINGLE_SOURCE);
    assertThat(only(article("a").on("2020-06-10").ownedBy("acme")).standing())
        .isEqualTo(Standing.CONFIRMED);
    assertThat(only(article("a").on("2020-06-10").as(Modality.PLANNED)).standing())
        .isEqualTo(Standing.PENDING);
    assertThat(
            only(article("a").on("2020-06-10"), article("b").on("2020-06-10").as(Modality.DENIED))
                .standing())
        .isEqualTo(Standing.DISPUTED);
  }

  @Test
  void confidenceGrowsWithIndependentSourcesAndNotWithCopies() {
    assertThat(only(article("a").on("2020-06-10").confidence(0.8)).confidence()).isEqualTo(0.8);
    assertThat(
            only(
                    article("a").on("2020-06-10").confidence(0.8),
                    article("b").on("2020-06-10").confidence(0.8))
                .confidence())
        .isEqualTo(0.96);
    assertThat(
            only(
                    article("a").on("2020-06-10").confidence(0.8).copyKeys("k"),
                    article("b").on("2020-06-10").confidence(0.8).copyKeys("k"))
                .confidence())
        .isEqualTo(0.8);
  }
}
