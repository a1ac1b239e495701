package ai.policytracker.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sets of labelled articles; apart from one another in every figure. */
enum LabelledSet {
  SHARED("shared", "shared", Use.LEARNT_FROM),
  DEVELOPED("developed", "own/developed", Use.LEARNT_FROM),
  TUNING("tuning", "own/tuning", Use.CHOSEN_BY),
  HELD_OUT("held-out", "own/held-out", Use.NONE);

  private enum Use {
    LEARNT_FROM,
    /** Thresholds are chosen by how well they do on it. */
    CHOSEN_BY,
    NONE
  }

  private final String title;
  private final String folder;
  private final Use use;

  LabelledSet(String title, String folder, Use use) {
    this.title = title;
    this.folder = folder;
    this.use = use;
  }

  String title() {
    return title;
  }

  /** Whoever writes rules must not see its articles: its figures mean nothing afterwards. */
  boolean hidden() {
    return use == Use.NONE;
  }

  boolean learntFrom() {
    return use == Use.LEARNT_FROM;
  }

  /**
   * @param corpora the folder {@code corpus}
   * @return empty where there are no such articles
   */
  Optional<Corpus> read(Path corpora) throws IOException {
    Path files = corpora.resolve(folder);
    return Files.exists(files.resolve("articles.ndjson"))
        ? Optional.of(Corpus.read(title, files))
        : Optional.empty();
  }

  static Optional<LabelledSet> named(String title) {
    return Arrays.stream(values()).filter(set -> set.title.equals(title)).findFirst();
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(LabelledSet::title).toList();
  }
}
