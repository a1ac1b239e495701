package ai.policytracker.benchmarks.extract;

import ai.policytracker.ingest.extract.ArticleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Articles of about {@value #WORDS} words, made of sentences written for this, with names and
 * figures drawn by lot. The same seed gives the same articles.
 */
final class Stories {
  static final int WORDS = 500;

  private static final LocalDate PUBLISHED = LocalDate.of(2024, 5, 15);
  private static final int SENTENCES_A_PARAGRAPH = 3;

  private static final List<String> COMPANIES =
      List.of(
          "Amazon",
          "Microsoft",
          "Google",
          "Meta",
          "OpenAI",
          "Anthropic",
          "IBM",
          "Apple",
          "Nvidia",
          "Samsung",
          "Shutterstock",
          "Adobe",
          "Salesforce",
          "Oracle",
          "Clearview AI",
          "Palantir");
  private static final List<String> SUBJECTS =
      List.of(
          "facial recognition software",
          "generative AI tools",
          "emotion recognition",
          "its chatbot",
          "AI-made images",
          "predictive policing software",
          "synthetic voices");
  private static final List<String> PLACES =
      List.of("Velden", "Harrowgate", "the United States", "France", "California", "Osterby");
  private static final List<String> PEOPLE =
      List.of("Ada Brandt", "Tom Okoro", "Lena Marsh", "Priya Nair", "Jonas Falk");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "last week", "in March", "on 3 May");

  private static final List<String> EVERYDAY =
      List.of(
          "The council of %p will mend the old bridge before the winter, the mayor said %d.",
          "%n, who has run the harbour for %i years, counted %i ships more than a year ago.",
          "Farmers around %p expect a good harvest, although the spring was wetter than usual.",
          "Tickets for the concert cost %i euros and were gone within an hour, the theatre said.",
          "The team won %i matches in a row before it lost in %p, and its coach was not amused.",
          "Rents rose by %i per cent in %p, according to figures that the ministry gave out %d.",
          "\"We have not seen such a summer for years,\" said %n, as she looked at the river.",
          "Trains between %p and the coast are late again, because a signal box burnt down %d.",
          "A court will hear the case of the two brothers in autumn; their lawyer asked for time.");

  private static final List<String> ABOUT_AI =
      List.of(
          "%c reported revenue of %i billion dollars, more than analysts had expected.",
          "Shares of %c rose by %i per cent %d, while those of %c hardly moved.",
          "%c showed a faster version of its assistant at a conference in %p %d.",
          "Schools in %p are testing %t in %i classes, and teachers like it so far.",
          "Researchers at the university of %p compared %i models and found few differences.",
          "%n, an analyst, expects that the market for %t will double in %i years.",
          "Police in %p used %t %i times last year, according to the city's own report.",
          "Lawmakers in %p debated a bill on %t for %i hours and put the vote off.",
          "Campaigners say that %c should stop selling %t, and gathered %i thousand names.",
          "%c opened an office in %p, its third there, and is looking for %i engineers.");

  private static final List<String> CLAIMS =
      List.of(
          "%c said %d that it would stop selling %t to police departments for one year.",
          "%c has banned its employees from using generative AI tools such as ChatGPT at work.",
          "\"We will not offer %t until there is a federal law,\" %c wrote in a blog post %d.",
          "%c will no longer sell %t in %p, a spokesperson told reporters %d.",
          "%c, which had paused sales of %t, resumed them in %p %d after a review.",
          "%c pledged to label AI-made images on its platforms, following %c and %c.",
          "%c called on Congress to regulate %t, while %c opposed a state bill on it.",
          "Under the new rules of %c, customers need approval before they use %t on minors.",
          "%c announced a moratorium on police use of its facial recognition software %d.",
          "%n, a vice president at %c, said the company had shut down its work on %t.");

  /** What a sentence that tells of a claim has of one. */
  static final Pattern ACTS =
      Pattern.compile(
          "stop selling|banned|will not offer|no longer sell|resumed|pledged|called on|need approval"
              + "|moratorium|shut down");

  private final Random random;

  Stories(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Two thirds tell of no claim, and half of these nothing about AI either; the last third tells of
   * claims in one sentence of four.
   */
  List<ArticleText> mixed(int count) {
    List<ArticleText> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stories.add(
          switch (i % 6) {
            case 0, 2 -> story("Velden mends its bridge", _ -> EVERYDAY);
            case 1, 3 -> story("A week in AI", at -> at % 2 == 0 ? ABOUT_AI : EVERYDAY);
            default -> story("What AI companies decided", at -> at % 4 == 0 ? CLAIMS : ABOUT_AI);
          });
    }
    return stories;
  }

  /** Every sentence tells of a claim. */
  List<ArticleText> relevant(int count) {
    List<ArticleText> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stories.add(story("What AI companies decided", _ -> CLAIMS));
    }
    return stories;
  }

  /**
   * @param sentences which the one at a place is drawn from
   */
  private ArticleText story(String title, Function<Integer, List<String>> sentences) {
    var text = new StringBuilder();
    int words = 0;
    for (int at = 0; words < WORDS; at++) {
      String sentence = filled(pick(sentences.apply(at)));
      words += sentence.split(" ").length;
      text.append(sentence).append((at + 1) % SENTENCES_A_PARAGRAPH == 0 ? "\n\n" : " ");
    }
    return new ArticleText("The Bench Post", PUBLISHED, title, text.toString().strip());
  }

  private String filled(String sentence) {
    var filled = new StringBuilder();
    for (int i = 0; i < sentence.length(); i++) {
      if (sentence.charAt(i) == '%') {
        i++;
        filled.append(word(sentence.charAt(i)));
      } else {
        filled.append(sentence.charAt(i));
      }
    }
    return filled.toString();
  }

  private String word(char slot) {
    return switch (slot) {
      case 'c' -> pick(COMPANIES);
      case 't' -> pick(SUBJECTS);
      case 'p' -> pick(PLACES);
      case 'n' -> pick(PEOPLE);
      case 'd' -> pick(DAYS);
      case 'i' -> Integer.toString(2 + random.nextInt(90));
      default -> throw new IllegalArgumentException("there is no slot " + slot);
    };
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
