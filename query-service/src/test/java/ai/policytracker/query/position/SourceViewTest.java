package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceViewTest {
  @Test
  void articleIsASourceOnceWhicheverOfItsClaimsKnowsItsDate() {
    Told early = Told.of("acme", "one");
    Told late = Told.of("bolt", "one").published("2020-06-10");
    Told other = Told.of("acme", "two").published("2020-06-09");

    List<SourceView> sources =
        AnnouncementSources.of(List.of(early.event(), late.event(), other.event(), early.event()))
            .sources();

    assertThat(sources).extracting(SourceView::articleId).containsExactly("two", "one");
    assertThat(sources.getLast().publishedAt()).isEqualTo("2020-06-10");
  }
}
