package ai.policytracker.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Near-duplicate keys of an article: copies of one wire story share at least one, whatever their
 * title, date and site furniture, and also where a copy was trimmed; two writers' articles about
 * the same act do not.
 *
 * <p>MinHash over shingles of four words, in bands of four: of two texts that have the share
 * <i>s</i> of their shingles in common, at least one band agrees with the probability 1 - (1 -
 * s<sup>4</sup>)<sup>64</sup>: 0.9998 at 0.6, 0.98 at 0.5, 0.006 at 0.1. In the development corpus
 * copies share a third to two thirds of their shingles, all other pairs less than a fifth.
 */
public final class CopyKeys {

  /** Begins every key; another way of computing them gets another. */
  static final String SCHEME = "m1";

  private static final int SHINGLE_WORDS = 4;
  private static final int BANDS = 64;
  private static final int BAND_ROWS = 4;

  /** 52 bits are enough: keys are compared among the articles about one company's act only. */
  private static final int SPARED_BITS = 12;

  /** A text of fewer words has too little of its own: a notice, a caption. */
  private static final int MIN_SHINGLES = 25;

  private static final int MAX_CHARS = 250_000;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{1,40}");

  /** What makes the orders differ; part of the scheme, like the seed. */
  private static final long[] FACTORS;

  private static final long[] ADDENDS;

  static {
    var random = new SplittableRandom(2020);
    FACTORS = random.longs(BANDS * BAND_ROWS).map(factor -> factor | 1).toArray();
    ADDENDS = random.longs(BANDS * BAND_ROWS).toArray();
  }

  private CopyKeys() {}

  /**
   * @param title may be null; a line of the text that only repeats it does not count
   * @return at most 64 keys; none for a text that is too short
   */
  public static List<String> of(String title, String text) {
    Set<String> shingles = shingles(words(title, text));
    if (shingles.size() < MIN_SHINGLES) {
      return List.of();
    }
    return keys(minima(shingles));
  }

  private static List<String> words(String title, String text) {
    String read = text.substring(0, Math.min(text.length(), MAX_CHARS));
    List<String> words = new ArrayList<>();
    for (Furniture.Block block : Furniture.blocks(read, title)) {
      if (!block.heading()) {
        Matcher word = WORD.matcher(read.substring(block.start(), block.end()));
        while (word.find()) {
          words.add(word.group().toLowerCase(Locale.ROOT));
        }
      }
    }
    return words;
  }

  private static Set<String> shingles(List<String> words) {
    Set<String> shingles = new LinkedHashSet<>();
    for (int i = 0; i + SHINGLE_WORDS <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + SHINGLE_WORDS)));
    }
    return shingles;
  }

  /** The smallest value under each of many random orders of the shingles. */
  private static long[] minima(Set<String> shingles) {
    long[] minima = new long[BANDS * BAND_ROWS];
    Arrays.fill(minima, Long.MAX_VALUE);
    for (String shingle : shingles) {
      long hash = MurmurHash3.hash128x64(shingle.getBytes(StandardCharsets.UTF_8))[0];
      for (int i = 0; i < minima.length; i++) {
        minima[i] = Math.min(minima[i], hash * FACTORS[i] + ADDENDS[i]);
      }
    }
    return minima;
  }

  private static List<String> keys(long[] minima) {
    List<String> keys = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      var rows = new StringBuilder().append(band);
      for (int row = 0; row < BAND_ROWS; row++) {
        rows.append(' ').append(minima[band * BAND_ROWS + row]);
      }
      byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
      String hash =
          Long.toUnsignedString(
              MurmurHash3.hash128x64(bytes)[0] >>> SPARED_BITS, Character.MAX_RADIX);
      keys.add(SCHEME + hash);
    }
    return keys;
  }
}
