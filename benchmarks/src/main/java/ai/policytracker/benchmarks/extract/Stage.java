package ai.policytracker.benchmarks.extract;

import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedFrame;

/** A step of the reading, told by the class that a sample was taken in. */
enum Stage {
  CLEANING("page furniture left out"),
  SENTENCES("sentences"),
  TOKENS("tokens"),
  TAGS("parts of speech"),
  NAMES("companies, technologies, places, dates"),
  RULES("rules: who does what, and the fields"),
  LEARNED("second reading, by learned weights"),
  NETWORK("second reading, by the network"),
  OTHER("outside the extractor");

  private static final String EXTRACT = "ai.policytracker.ingest.extract.";
  private static final Set<String> CLEANERS = Set.of("Furniture", "Credits");
  private static final Set<String> NAMERS =
      Set.of(
          "Names",
          "PhraseNames",
          "UnknownCompanies",
          "CompanyClues",
          "Companies",
          "Phrases",
          "Subjects",
          "Dates",
          "CalendarWords",
          "Periods",
          "Gazetteer");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * @param frames innermost first; the first of the extractor's own decides
   */
  static Stage of(List<RecordedFrame> frames) {
    for (RecordedFrame frame : frames) {
      String type = frame.getMethod().getType().getName();
      if (type.startsWith(EXTRACT)) {
        return of(type.substring(EXTRACT.length()).split("\\$")[0], frame.getMethod().getName());
      }
    }
    return OTHER;
  }

  static Stage of(String type, String method) {
    if (CLEANERS.contains(type)) {
      return CLEANING;
    }
    if (NAMERS.contains(type)) {
      return NAMES;
    }
    return switch (type) {
      case "Sentences" -> SENTENCES;
      case "Tokens", "Token" -> TOKENS;
      case "Tags", "Tagger" -> TAGS;
      case "Candidates", "Traits", "Likes", "LearnedWeights", "SecondReading" -> LEARNED;
      case "LearnedNetwork", "Pieces", "WordPieces" -> NETWORK;
      case "Language" -> ofModel(method);
      default -> RULES;
    };
  }

  private static Stage ofModel(String method) {
    return switch (method) {
      case "sentences" -> SENTENCES;
      case "tokens" -> TOKENS;
      default -> TAGS;
    };
  }
}
