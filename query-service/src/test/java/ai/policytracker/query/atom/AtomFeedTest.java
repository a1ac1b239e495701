package ai.policytracker.query.atom;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.change.ChangeFilter;
import ai.policytracker.query.change.FilterJson;
import ai.policytracker.query.change.LoggedChange;
import ai.policytracker.wire.Json;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class AtomFeedTest {
  private static final String AUTHORITY = "tracker.example,2026";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00.5Z");

  @Test
  void textsOfAnySortMakeAWellFormedFeed() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      StringBuilder publisher = new StringBuilder("A <b>&\"'\u0001\uD800]]>");
      random.ints(20, 0, 0x10FFFF).forEach(c -> publisher.append(Character.toChars(c)));
      LoggedChange change = change("acme", publisher.toString());

      Document feed =
          Xml.parse(
              new AtomFeed(
                      ChangeFilter.ANY, List.of(change), OptionalLong.empty(), OptionalLong.empty())
                  .xml(AUTHORITY));

      assertThat(Xml.texts(feed, "summary").getFirst()).contains("A <b>&\"'\uFFFD\uFFFD]]>");
    }
  }

  @Test
  void idsAreTagsThatDoNotDependOnTheSeq() {
    LoggedChange change = change("acme", "Daily");
    LoggedChange renumbered = new LoggedChange(77, change.change());

    String first = idOf(change);

    assertThat(first)
        .isEqualTo("tag:tracker.example,2026:change/" + change.change().changeId())
        .isEqualTo(idOf(renumbered));
  }

  @Test
  void feedReaderFindsTheEntriesWithTheirLinksAndTimes() throws FeedException {
    LoggedChange change = change("acme", "Daily");
    String xml =
        new AtomFeed(
                FilterJson.read(Json.MAPPER.createObjectNode().put("type", "ADOPTED"), ""),
                List.of(change),
                OptionalLong.empty(),
                OptionalLong.of(7))
            .xml(AUTHORITY);

    SyndFeed feed = new SyndFeedInput().build(new StringReader(xml));

    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getUri()).isEqualTo("tag:tracker.example,2026:changes?type=ADOPTED");
    assertThat(feed.getLinks())
        .filteredOn(link -> link.getRel().equals("prev-archive"))
        .singleElement()
        .extracting(SyndLink::getHref)
        .isEqualTo("/v1/changes.atom?type=ADOPTED&archive=7");
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(entry.getTitle())
        .isEqualTo("acme: adopted: facial-recognition, provision, law-enforcement");
    assertThat(entry.getUpdatedDate().toInstant()).isEqualTo(START.truncatedTo(ChronoUnit.MILLIS));
    assertThat(entry.getDescription().getValue()).contains("PAUSED from 2020-06-10", "Daily");
  }

  @Test
  void feedsAndArchivesFollowTheGrammarOfAtom() {
    List<LoggedChange> changes = List.of(change("acme", "Daily"), change("bolt", "<&>\u0001"));
    for (OptionalLong archive : List.of(OptionalLong.empty(), OptionalLong.of(3))) {
      AtomFeed feed =
          new AtomFeed(
              FilterJson.read(Json.MAPPER.createObjectNode().put("type", "ADOPTED"), ""),
              changes,
              archive,
              OptionalLong.of(2));

      assertThat(Grammar.problemsOf(feed.xml(AUTHORITY))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<updated>2026, <updated>26",
    "<title>, <title type='x'>",
    "<published>2, <published>x2",
    "<id>tag, <id>no uri",
    "href=, src="
  })
  void whatBreaksTheGrammarIsNoticed(String good, String bad) {
    String xml =
        new AtomFeed(
                ChangeFilter.ANY,
                List.of(change("acme", "Daily")),
                OptionalLong.empty(),
                OptionalLong.empty())
            .xml(AUTHORITY);

    assertThat(xml).contains(good);
    assertThat(Grammar.problemsOf(xml.replaceFirst(good, bad))).isNotEmpty();
  }

  private static String idOf(LoggedChange change) {
    AtomFeed feed =
        new AtomFeed(ChangeFilter.ANY, List.of(change), OptionalLong.of(0), OptionalLong.empty());
    return Xml.texts(Xml.parse(feed.xml(AUTHORITY)), "id").get(1);
  }

  private static LoggedChange change(String company, String publisher) {
    return new LoggedChange(
        5,
        new WriteSide(START)
            .append(Told.of(company, "article").by(publisher).on("2020-06-10").event())
            .getFirst());
  }
}
