package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.postag.POSModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TaggerTest {
  private static final long SEED = 11;
  private static final int SENTENCES = 2_000;
  private static final int MAX_WORDS = 40;
  private static final List<String> WORDS =
      List.of(
          ("The company said on Tuesday that it will not sell its cameras to police , who had been"
                  + " using them since 2019 . Acme-like firms , however , can't \" pause \" ; they"
                  + " re-train GPT-4 until further notice ( or so Smith 's memo has it ) ?")
              .split(" "));

  private static POSModel model;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in =
        TaggerTest.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
      model = new POSModel(in);
    }
  }

  @Test
  void tagsAreThoseOfTheLibrarysOwnSearchWithOneCandidate() {
    var tagger = new Tagger(model);
    var search = new BeamSearch(1, model.getArtifact("pos.model"));
    var contexts = model.getFactory().getPOSContextGenerator();
    var validator = model.getFactory().getSequenceValidator();
    var random = new Random(SEED);
    for (int i = 0; i < SENTENCES; i++) {
      String[] words = sentence(random);

      List<String> tags = Arrays.asList(tagger.of(words));

      assertThat(tags)
          .as("seed %d, sentence %d: %s", SEED, i, String.join(" ", words))
          .isEqualTo(search.bestSequence(words, new Object[0], contexts, validator).getOutcomes());
    }
  }

  private static String[] sentence(Random random) {
    List<String> words = new ArrayList<>();
    int length = 1 + random.nextInt(MAX_WORDS);
    for (int i = 0; i < length; i++) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      words.add(
          switch (random.nextInt(6)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> new StringBuilder(word).reverse().toString();
            default -> word;
          });
    }
    return words.toArray(String[]::new);
  }
}
