package ai.policytracker.query.vocabulary;

import ai.policytracker.query.search.SearchHit.Type;
import ai.policytracker.query.stream.StreamEvent;

/** What the words of search and of the change stream mean. */
final class FeedMeanings {
  private FeedMeanings() {}

  static String of(Type type) {
    return switch (type) {
      case COMPANY -> "A company whose id fits";
      case TOPIC -> "A technology whose name fits";
      case QUOTE -> "A claim whose quotes or words fit";
    };
  }

  static String of(StreamEvent.Reason reason) {
    return switch (reason) {
      case EPOCH -> "The numbering of changes has begun anew: read everything again";
      case BEHIND ->
          "More changes lie between than a stream sends: read the feed from after to seq";
      case AHEAD -> "The feed does not go as far as was asked for";
    };
  }
}
