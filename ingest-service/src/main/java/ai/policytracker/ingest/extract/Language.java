package ai.policytracker.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * The OpenNLP models for English: about 11 MB of heap, loaded once, shared by all threads. The
 * programs on top of them keep state, so each reading makes its own. The lemmatizer's model is left
 * out: it takes four fifths of the time, and only the verbs of verbs.txt need a lemma.
 */
final class Language {
  /** The one word of letters alone that the model parts. */
  private static final String CANNOT = "cannot";

  private static final String PREFIX = "/opennlp-en-ud-ewt-";
  private static final String SUFFIX = "-1.3-2.5.4.bin";

  private static final class Models {
    static final SentenceModel SENTENCES = load("sentence", SentenceModel::new);
    static final TokenizerModel TOKENS = load("tokens", TokenizerModel::new);
    static final POSModel TAGS = load("pos", POSModel::new);
  }

  private interface Reader<M> {
    M read(InputStream in) throws IOException;
  }

  private final SentenceDetectorME sentences = new SentenceDetectorME(Models.SENTENCES);
  private final TokenizerME tokens = new TokenizerME(Models.TOKENS);
  private final Tagger tagger = new Tagger(Models.TAGS);

  Span[] sentences(String text) {
    return sentences.sentPosDetect(text);
  }

  /** Only what holds more than letters and digits, and a comma at its end, needs the model. */
  Span[] tokens(String sentence) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < sentence.length()) {
      if (Furniture.isSpace(sentence.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      int plain = start;
      while (at < sentence.length() && !Furniture.isSpace(sentence.charAt(at))) {
        plain += plain == at && Character.isLetterOrDigit(sentence.charAt(at)) ? 1 : 0;
        at++;
      }
      boolean comma = plain > start && plain == at - 1 && sentence.charAt(plain) == ',';
      if ((plain == at || comma)
          && !sentence.regionMatches(true, start, CANNOT, 0, plain - start)) {
        spans.add(new Span(start, plain));
        if (comma) {
          spans.add(new Span(plain, at));
        }
      } else {
        for (Span part : tokens.tokenizePos(sentence.substring(start, at))) {
          spans.add(new Span(part, start));
        }
      }
    }
    return spans.toArray(Span[]::new);
  }

  String[] tags(String[] words) {
    return tagger.of(words);
  }

  private static <M> M load(String name, Reader<M> reader) {
    String resource = PREFIX + name + SUFFIX;
    try (InputStream in = Language.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return reader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
