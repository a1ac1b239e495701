package ai.policytracker.ingest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.WordpieceTokenizer;

/**
 * The numbers of the pieces that words consist of, in the vocabulary of {@link LearnedNetwork}. One
 * for each article: it remembers the article's words.
 */
final class WordPieces {
  static final String RESOURCE = "/learned/pieces.txt";

  private static final int LONGEST_WORD = 40;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private final Map<String, List<Long>> known = new HashMap<>();

  /** Made once, on first use; the line's number is the piece's. */
  private static final class Vocabulary {
    static final Map<String, Long> NUMBERS = read();
    static final WordpieceTokenizer PARTS = new WordpieceTokenizer(NUMBERS.keySet(), LONGEST_WORD);

    private static Map<String, Long> read() {
      var resource =
          Objects.requireNonNull(WordPieces.class.getResourceAsStream(RESOURCE), RESOURCE);
      try (var lines =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
        List<String> pieces = lines.lines().toList();
        Map<String, Long> numbers = HashMap.newHashMap(pieces.size());
        pieces.forEach(piece -> numbers.put(piece, (long) numbers.size()));
        return numbers;
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE, e);
      }
    }
  }

  static long number(String piece) {
    return Vocabulary.NUMBERS.get(piece);
  }

  /**
   * @param word in lower case
   */
  List<Long> of(String word) {
    return known.computeIfAbsent(word, WordPieces::parts);
  }

  private static List<Long> parts(String word) {
    String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    List<Long> numbers = new ArrayList<>();
    String[] parts = Vocabulary.PARTS.tokenize(plain);
    // The first and the last stand for the beginning and the end of a text.
    for (int i = 1; i < parts.length - 1; i++) {
      numbers.add(number(parts[i]));
    }
    return numbers;
  }
}
