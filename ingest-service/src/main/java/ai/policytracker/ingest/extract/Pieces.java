package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link LearnedNetwork} reads of a company and a sentence: the sentence, what the rules take
 * it to tell of, the sentence before where it does not name the company, and the title. A company's
 * name is one piece, which says whether it is the one that is asked for.
 *
 * @param numbers of the pieces, in the order of the text
 * @param words how many of them are the sentence's own; they stand after the first
 */
public record Pieces(long[] numbers, int words) {
  private static final int MOST_OF_SENTENCE = 72;
  private static final int MOST_BEFORE = 28;
  private static final int MOST_OF_TITLE = 20;

  private static final long START = WordPieces.number("[CLS]");
  private static final long END = WordPieces.number("[SEP]");

  /** What stands for something has a piece that stands for no word. */
  private static final int COMPANY = 1;

  private static final int PRODUCT = 2;
  private static final int OTHER_COMPANY = 3;
  private static final int NOT_NAMED = 4;
  private static final int DOES = 5;
  private static final int OWN_ACT = 10;
  private static final int OTHERS_ACT = 30;

  static Pieces of(Candidates.Candidate candidate) {
    Candidates.Told told = candidate.told();
    String company = candidate.company();
    List<Long> numbers = new ArrayList<>();
    numbers.add(START);
    var reader = new Reader(company, candidate.pieces());
    numbers.addAll(reader.first(told.sentence(), MOST_OF_SENTENCE));
    int words = numbers.size() - 1;
    numbers.add(END);
    marks(candidate, numbers);
    numbers.add(END);
    if (told.before() != null) {
      numbers.addAll(reader.last(told.before(), MOST_BEFORE));
    }
    numbers.add(END);
    numbers.addAll(reader.first(told.title(), MOST_OF_TITLE));
    numbers.add(END);
    return new Pieces(numbers.stream().mapToLong(Long::longValue).toArray(), words);
  }

  private static void marks(Candidates.Candidate candidate, List<Long> numbers) {
    if (!candidate.named()) {
      numbers.add(mark(NOT_NAMED));
    }
    List<Actor> actors = candidate.told().actors();
    if (candidate.does()) {
      numbers.add(mark(DOES));
    }
    for (Act act : candidate.told().acts()) {
      boolean own = actors.get(act.verb().number()).companies().contains(candidate.company());
      long mark = mark((own ? OWN_ACT : OTHERS_ACT) + act.kind().ordinal());
      if (!numbers.contains(mark)) {
        numbers.add(mark);
      }
    }
  }

  /** Reads sentences for one company. */
  private record Reader(String company, WordPieces pieces) {
    List<Long> first(Sentence sentence, int most) {
      List<Long> numbers = of(sentence);
      return numbers.subList(0, Math.min(numbers.size(), most));
    }

    List<Long> last(Sentence sentence, int most) {
      List<Long> numbers = of(sentence);
      return numbers.subList(Math.max(0, numbers.size() - most), numbers.size());
    }

    private List<Long> of(Sentence sentence) {
      List<Long> numbers = new ArrayList<>();
      Phrases.Found<Companies.Name> last = null;
      for (int i = 0; i < sentence.size(); i++) {
        Phrases.Found<Companies.Name> name = nameAt(sentence, i);
        if (name == null) {
          numbers.addAll(pieces.of(sentence.at(i).lower()));
        } else if (name != last) {
          numbers.add(mark(name.value()));
        }
        last = name;
      }
      return numbers;
    }

    /** Of a name that is none of a company the words are read. */
    private static Phrases.Found<Companies.Name> nameAt(Sentence sentence, int token) {
      return sentence.companies().stream()
          .filter(found -> found.from() <= token && token < found.to())
          .filter(found -> found.value().company() != null)
          .findFirst()
          .orElse(null);
    }

    private long mark(Companies.Name name) {
      if (!name.company().equals(company)) {
        return Pieces.mark(OTHER_COMPANY);
      }
      return Pieces.mark(name.role() == Companies.Role.PRODUCT ? PRODUCT : COMPANY);
    }
  }

  private static long mark(int number) {
    return WordPieces.number("[unused" + number + "]");
  }
}
