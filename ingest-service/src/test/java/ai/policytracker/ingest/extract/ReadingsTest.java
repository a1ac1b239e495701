package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The articles of readings.txt and readings-2.txt yield the claims that stand under them, and no
 * others, but for those that are marked as misread; once one of them is read well, its mark goes.
 */
class ReadingsTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2024, 5, 15);
  private static final List<String> FILES =
      List.of("/extract/readings.txt", "/extract/readings-2.txt");
  private static final Set<String> STANCES = Set.of("SUPPORTS", "OPPOSES", "SEEKS_CHANGES");
  private static final Set<String> MODALITIES = Set.of("PLANNED", "CONSIDERED", "DENIED");

  private static final class Article {
    private final String title;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();
    private boolean misread;

    private Article(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void claimsAreThoseThatACarefulReaderFinds(Article article) {
    String text = String.join("\n\n", article.paragraphs);
    List<Claim> claims = new ArrayList<>(Read.reading(article.title, text, PUBLISHED).claims());
    List<Claim> unasked = new ArrayList<>(claims);

    List<String> missed = new ArrayList<>();
    for (String expected : article.claims) {
      Claim found =
          unasked.stream().filter(claim -> fits(claim, expected)).findFirst().orElse(null);
      if (found == null) {
        missed.add(expected);
      }
      unasked.remove(found);
    }

    if (article.misread) {
      assertThat(missed.size() + unasked.size()).as("no longer misread: " + text).isPositive();
    } else {
      assertThat(missed).as("%s%n%s", text, claims).isEmpty();
      assertThat(unasked).as(text).isEmpty();
    }
  }

  private static boolean fits(Claim claim, String expected) {
    String[] words = expected.split(" ");
    boolean stance = claim.kind() == Kind.LOBBYING_STANCE;
    return is(claim.company(), words[0])
        && is(claim.kind().name(), words[1])
        && is(claim.technology().slug(), words[2])
        && (words[3].equals("-") || is(claim.activity().name(), words[3]))
        && (stance || is(claim.audience().slug(), words[4]))
        && fitsRest(claim, Arrays.copyOfRange(words, 5, words.length));
  }

  private static boolean fitsRest(Claim claim, String[] words) {
    Modality modality = Modality.DECIDED;
    for (String word : words) {
      if (MODALITIES.contains(word)) {
        modality = Modality.valueOf(word);
      } else if (!is(STANCES.contains(word) ? claim.stance().name() : claim.jurisdiction(), word)) {
        return false;
      }
    }
    return claim.modality() == modality;
  }

  private static boolean is(String value, String allowed) {
    return Arrays.asList(allowed.split("\\|")).contains(value);
  }

  static Stream<Article> articles() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (String file : FILES) {
      try (InputStream in = ReadingsTest.class.getResourceAsStream(file)) {
        boolean begun = false;
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
          begun |= line.startsWith("## ");
          if (line.startsWith("## ")) {
            articles.add(new Article(line.substring(3)));
          } else if (line.equals("~ misread")) {
            articles.getLast().misread = true;
          } else if (line.startsWith("=> ")) {
            String claim = line.substring(3);
            articles.getLast().claims.addAll(claim.equals("-") ? List.of() : List.of(claim));
          } else if (!line.isBlank() && begun) {
            articles.getLast().paragraphs.add(line);
          }
        }
      }
    }
    return articles.stream();
  }
}
