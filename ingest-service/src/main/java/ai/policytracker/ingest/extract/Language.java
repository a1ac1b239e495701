package ai.policytracker.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
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
  private final POSTaggerME tags = new POSTaggerME(Models.TAGS);

  Span[] sentences(String text) {
    return sentences.sentPosDetect(text);
  }

  Span[] tokens(String sentence) {
    return tokens.tokenizePos(sentence);
  }

  String[] tags(String[] words) {
    return tags.tag(words);
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
