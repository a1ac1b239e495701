package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.ingest.extract.LearnedNetwork.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What any network that was taught well must know; {@code ./tracker eval} says how much more it
 * knows.
 */
class LearnedNetworkTest {
  @Test
  void aStopWithAnEndIsAPause() {
    Verdict verdict =
        of("Microsoft has paused sales of facial recognition to police for one year.");

    assertThat(verdict.sum()).isPositive();
    assertThat(verdict.kind().value()).isEqualTo("PAUSE");
    assertThat(verdict.technology().value()).isEqualTo("facial-recognition");
    assertThat(verdict.audience().value()).isEqualTo("law-enforcement");
    assertThat(verdict.modality().value()).isEqualTo("DECIDED");
  }

  @Test
  void staffMayNotUseChatbots() {
    Verdict verdict = of("Microsoft has banned its employees from using AI chatbots at work.");

    assertThat(verdict.sum()).isPositive();
    assertThat(verdict.kind().value()).isEqualTo("BAN");
    assertThat(verdict.audience().value()).isEqualTo("employees");
    assertThat(verdict.activity().value()).isEqualTo("INTERNAL_USE");
  }

  @Test
  void shareholdersAndVenuesAreNoPolicy() {
    assertThat(of("Microsoft reported higher sales of AI chatbots in the quarter.").sum())
        .isNegative();
    assertThat(of("A union demanded that Microsoft stop selling facial recognition.").sum())
        .isLessThan(of("Microsoft said it would stop selling facial recognition.").sum());
  }

  @Test
  void theSameForAllThreads() {
    String sentence = "Microsoft has paused sales of facial recognition to police for one year.";
    Verdict verdict = of(sentence);

    assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> of(sentence)).distinct())
        .containsExactly(verdict);
  }

  private static Verdict of(String sentence) {
    var article = new ArticleText("Wire", LocalDate.of(2024, 5, 6), "News", sentence);
    List<Candidates.Candidate> all = new ArticleReader(new Language(), article).candidates();
    return all.stream()
        .filter(candidate -> candidate.company().equals("microsoft"))
        .findFirst()
        .map(candidate -> LearnedNetwork.known().on(Pieces.of(candidate)))
        .orElseThrow();
  }
}
