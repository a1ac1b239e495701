package ai.policytracker.ingest.extract;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what an article takes back of an earlier one of its publisher. Sure rather than complete:
 * it wants words that say whose earlier article, which one, what it said and that this was wrong.
 *
 * <p>What was said wrongly is read like an article of its own, so that it can be compared with what
 * was read in the earlier one.
 */
@ApplicationScoped
public class NoticeReader {
  private static final int MAX_READ_CHARS = 250_000;
  private static final int MAX_PARAGRAPH_CHARS = 3_000;

  /** An admission may follow in the next paragraph. */
  private static final int PARAGRAPHS_TO_ADMIT = 2;

  /** Never fails, whatever the text. */
  public Optional<Notice> read(ArticleText article) {
    String text = article.text();
    text = text.substring(0, Math.min(text.length(), MAX_READ_CHARS));
    return NoticeWords.maybeIn(text) ? new Search(article, text).notice() : Optional.empty();
  }

  /** One article's search. */
  private final class Search {
    private final Language language = new Language();
    private final ArticleText article;
    private final List<String> paragraphs;
    private final boolean labelled;

    private boolean ofThisArticle;
    private LocalDate day;
    private String title;
    private boolean whole;
    private final Set<String> notMeant = new HashSet<>();
    private final List<Claim> wrong = new ArrayList<>();

    Search(ArticleText article, String text) {
      this.article = article;
      this.paragraphs =
          text.lines()
              .map(Sentences::plain)
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .map(line -> line.substring(0, Math.min(line.length(), MAX_PARAGRAPH_CHARS)))
              .toList();
      this.labelled =
          article.title() != null
              && NoticeWords.isTitleOfNotice(Sentences.plain(article.title()).strip());
    }

    Optional<Notice> notice() {
      for (int i = 0; i < paragraphs.size(); i++) {
        String paragraph = paragraphs.get(i);
        if (NoticeWords.maybeIn(paragraph)) {
          boolean label = labelled || NoticeWords.isLabelled(paragraph);
          look(paragraph, label, label || isAdmitted(i));
        }
      }
      boolean says = whole || !notMeant.isEmpty() || !wrong.isEmpty();
      boolean names = ofThisArticle || day != null || title != null;
      return says && names
          ? Optional.of(
              new Notice(
                  ofThisArticle,
                  day,
                  title,
                  whole && wrong.isEmpty() && notMeant.isEmpty(),
                  notMeant,
                  wrong))
          : Optional.empty();
    }

    private boolean isAdmitted(int paragraph) {
      int end = Math.min(paragraphs.size(), paragraph + PARAGRAPHS_TO_ADMIT);
      return NoticeWords.isAdmitted(String.join(" ", paragraphs.subList(paragraph, end)));
    }

    private void look(String paragraph, boolean label, boolean admitted) {
      String before = "";
      var block = new Furniture.Block(0, paragraph.length(), false);
      for (Sentences.Piece piece : Sentences.of(language, paragraph, List.of(block))) {
        NoticeWords.Retelling said = NoticeWords.retelling(piece.text());
        String withdrawn = label ? NoticeWords.withdrawn(piece.text()) : null;
        if (said != null && admitted) {
          take(said, before);
        } else if (withdrawn != null && isNamed(withdrawn)) {
          whole = true;
        }
        before = piece.text();
      }
    }

    private void take(NoticeWords.Retelling said, String before) {
      if (said.ofThisArticle()) {
        ofThisArticle = true;
      } else if (!isNamed(said.before()) && !isNamed(before)) {
        return;
      }
      if (said.listed() != null) {
        notMeant.addAll(companies(said.listed()));
      } else {
        wrong.addAll(claims(said.statement()));
      }
    }

    /** Remembers what names the article, where something does. */
    private boolean isNamed(String words) {
      String quoted = NoticeWords.title(words);
      LocalDate named = day(words);
      title = title == null ? quoted : title;
      day = day == null ? named : day;
      return quoted != null || named != null;
    }

    private LocalDate day(String words) {
      return new Dates(article.publishedOn())
          .in(tokens(words)).stream()
              .map(Dates.Found::on)
              .filter(on -> on.precision() == Precision.DAY)
              .map(AnnouncedOn::date)
              .findFirst()
              .orElse(null);
    }

    private Set<String> companies(String words) {
      Set<String> companies = new HashSet<>();
      for (var found : Companies.names().in(tokens(words))) {
        if (found.value().role() == Companies.Role.NAME) {
          companies.add(found.value().company());
        }
      }
      return companies;
    }

    private List<Token> tokens(String words) {
      return Tokens.plain(Tokens.split(language, words, 0));
    }

    private List<Claim> claims(String statement) {
      var said =
          new ArticleText(article.publisher(), article.publishedOn(), article.title(), statement);
      return ClaimExtractor.ofStatement(said).stream()
          .filter(claim -> claim.modality() != Modality.DENIED)
          .toList();
    }
  }
}
