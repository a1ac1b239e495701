package ai.policytracker.ingest.extract;

import java.util.List;

/** What {@link LearnedWeights} and {@link LearnedNetwork} are made from. */
public final class Tellings {
  private Tellings() {}

  /** Sentences of an article with the companies of whose doings they may tell. */
  public static List<Telling> in(ArticleText article) {
    return new ArticleReader(new Language(), article)
        .candidates().stream()
            .map(
                c ->
                    new Telling(
                        c.told().sentence().start(),
                        c.told().sentence().end(),
                        c.company(),
                        c.named() || !c.told().acts().isEmpty(),
                        c.traits(),
                        Pieces.of(c)))
            .toList();
  }
}
