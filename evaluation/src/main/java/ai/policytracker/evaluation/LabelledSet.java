package ai.policytracker.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sets of labelled articles; apart from one another in every figure. */
enum LabelledSet {
  SHARED("shared", "shared", false),
  DEVELOPED("developed", "own/developed", false),
  HELD_OUT("held-out", "own/held-out", true);

  private final String title;
  private final String folder;
  private final boolean hidden;

  LabelledSet(String title, String folder, boolean hidden) {
    this.title = title;
    this.folder = folder;
    this.hidden = hidden;
  }

  String title() {
    return title;
  }

  /** Whoever writes rules must not see its articles: its figures mean nothing afterwards. */
  boolean hidden() {
    return hidden;
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
