package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import java.util.List;
import java.util.Set;

/** Fills the fields of a claim from the words around its verb. */
final class Slots {
  private static final Set<String> REFERRING =
      Set.of(
          "technology",
          "tech",
          "software",
          "tool",
          "tools",
          "product",
          "products",
          "service",
          "services",
          "system",
          "systems",
          "feature",
          "features",
          "app",
          "platform",
          "model",
          "models",
          "bot",
          "capability",
          "capabilities",
          "functions",
          "function",
          "database",
          "sales",
          "access",
          "programme",
          "program",
          "applications",
          "chatbots",
          "line",
          "business",
          "it",
          "them",
          "cameras",
          "devices",
          "moratorium",
          "ban",
          "halt",
          "pause",
          "suspension",
          "prohibition");
  private static final Set<String> LIMITS =
      Set.of("moratorium", "ban", "halt", "pause", "suspension", "prohibition");
  private static final Set<String> SAYING = Set.of("that", "told", "said", "says", "but");
  private static final List<String> FEWER =
      List.of(
          "to most ",
          "to some ",
          "to certain ",
          "to private ",
          "to new ",
          "except ",
          "private customers",
          "private companies",
          "private clients");
  private static final int MAX_QUOTE = Evidence.MAX_QUOTE_CHARS;

  private final ArticleText article;
  private final List<Sentence> sentences;
  private final Context context;

  Slots(ArticleText article, List<Sentence> sentences, Context context) {
    this.article = article;
    this.sentences = sentences;
    this.context = context;
  }

  /** Technologies that the act is about; empty where it is about something else. */
  List<Technology> technologies(Sentence sentence, Act act, String company) {
    if (act.kind() == Kind.LOBBYING_STANCE) {
      Technology law = firstSpecific(sentence, act.from(), act.to());
      law = law == null || law == Technology.GENERAL_AI ? context.topic() : law;
      return List.of(
          law == Technology.FACIAL_RECOGNITION || law == Technology.AUTONOMOUS_VEHICLES
              ? law
              : Technology.GENERAL_AI);
    }
    if (act.kind() == Kind.COMMITMENT) {
      Technology pledged = firstSpecific(sentence, act.from(), sentence.size());
      boolean many =
          pledged == null
              || pledged == Technology.GENERATIVE_AI
              || pledged == Technology.AUTONOMOUS_WEAPONS
              || pledged == Technology.SURVEILLANCE;
      return List.of(many ? Technology.GENERAL_AI : pledged);
    }
    int end = aboutEnd(sentence, act);
    Technology stated = firstSpecific(sentence, act.from(), end);
    if (stated == null && act.verb().passive()) {
      stated = firstSpecific(sentence, aboutStart(sentence, act), act.verb().first());
    }
    boolean use =
        stated == Technology.AUTONOMOUS_WEAPONS && audience(sentence, act) == Audience.MILITARY;
    if (use
        && act.kind() == Kind.RESUMPTION
        && Companies.technologiesOf(company).contains(Technology.GENERATIVE_AI)
        && refers(sentence, act.from(), end)) {
      return List.of(Technology.GENERATIVE_AI);
    }
    if (stated != null) {
      return List.of(stated);
    }
    boolean refers =
        refers(sentence, act.from() + 1, end)
            || (act.verb().passive()
                && refers(sentence, aboutStart(sentence, act), act.verb().first()));
    boolean audience =
        !sentence.audiences().isEmpty() && audience(sentence, act) != Audience.GENERAL;
    boolean deed = act.activity() != null;
    if (!refers && !(audience && deed)) {
      return List.of();
    }
    Technology near = lastSpecific(sentence, act.from());
    near = near == null ? firstSpecific(sentence, 0, sentence.size()) : near;
    near = near == null || near == Technology.GENERAL_AI ? context.before(sentence) : near;
    if (near == Technology.AUTONOMOUS_WEAPONS
        && act.kind() != Kind.PERMISSION
        && Companies.technologiesOf(company).contains(Technology.GENERATIVE_AI)) {
      near = Technology.GENERATIVE_AI;
    }
    return near == null ? List.of() : List.of(near);
  }

  private static Technology lastSpecific(Sentence sentence, int before) {
    Technology last = null;
    for (var found : sentence.technologies()) {
      if (found.to() <= before && found.value() != Technology.GENERAL_AI) {
        last = found.value();
      }
    }
    return last;
  }

  /** The first technology among the tokens that is more than "AI"; else "AI"; else null. */
  static Technology firstSpecific(Sentence sentence, int from, int to) {
    Technology general = null;
    for (var found : sentence.technologies()) {
      if (found.from() >= from && found.from() < to) {
        if (found.value() != Technology.GENERAL_AI) {
          return found.value();
        }
        general = found.value();
      }
    }
    for (var found : sentence.companies()) {
      if (found.from() >= from && found.from() < to && found.value().technology() != null) {
        return found.value().technology();
      }
    }
    return general;
  }

  private static boolean refers(Sentence sentence, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, sentence.size()); i++) {
      if (REFERRING.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** In the passive the words before the verb tell what it is about, back to "told staff that". */
  static int aboutStart(Sentence sentence, Act act) {
    int start = act.verb().first();
    while (start > 0
        && act.verb().first() - start < 14
        && !SAYING.contains(sentence.at(start - 1).lower())) {
      start--;
    }
    return start;
  }

  /** Where the words about the act end: before "until", for what follows is the end's condition. */
  private static int aboutEnd(Sentence sentence, Act act) {
    for (int i = act.from() + 1; i < act.to(); i++) {
      if (sentence.at(i).is("until") || sentence.at(i).is("while") || sentence.at(i).is("unless")) {
        return i;
      }
    }
    return act.to();
  }

  Audience audience(Sentence sentence, Act act) {
    int end = aboutEnd(sentence, act);
    int from = act.verb().passive() ? aboutStart(sentence, act) : act.from();
    for (var found : sentence.audiences()) {
      if (found.from() >= from && found.from() < end && !isExcepted(sentence, found.from())) {
        return found.value();
      }
    }
    return Audience.GENERAL;
  }

  private static boolean isExcepted(Sentence sentence, int at) {
    for (int i = Math.max(0, at - 4); i < at; i++) {
      if (Set.of("except", "outside", "than", "besides", "like", "only")
          .contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  Draft draft(Sentence sentence, Act act, String company, Technology technology) {
    var draft = new Draft();
    draft.company = company;
    draft.kind = act.kind();
    draft.technology = technology;
    draft.modality = act.modality();
    draft.sentence = sentence.index();
    draft.strength = act.strength();
    draft.stance = act.stance();
    if (act.kind() == Kind.LOBBYING_STANCE) {
      draft.activity = Activity.PROVISION;
      draft.target = Targets.of(sentence, act, technology, article.text());
      draft.jurisdiction = draft.target.jurisdiction();
    } else if (act.kind() == Kind.COMMITMENT) {
      draft.activity = Activity.DEVELOPMENT;
      draft.jurisdiction = act.verb().means(VerbClass.SIGN) && context.european() ? "EU" : null;
    } else {
      draft.audience = audience(sentence, act);
      if (draft.audience == Audience.GENERAL
          && firstSpecific(sentence, act.from(), act.to()) == null
          && namesLimit(sentence, act)) {
        draft.audience = context.audienceBefore(sentence);
      }
      boolean contract = sentence.words(act.from(), act.to()).matches(".*\\b(contract|deal)\\b.*");
      if (draft.audience == Audience.GENERAL
          && technology == Technology.AUTONOMOUS_WEAPONS
          && contract) {
        draft.audience = Audience.MILITARY;
      }
      draft.activity = Activities.of(sentence, act, draft.audience, company, context.workplace());
      if (draft.activity == Activity.INTERNAL_USE
          && draft.audience == Audience.GENERAL
          && act.activity() == null) {
        draft.audience = Audience.EMPLOYEES;
      }
      if (draft.activity != Activity.INTERNAL_USE && draft.audience == Audience.EMPLOYEES) {
        draft.audience = Audience.GENERAL;
      }
      draft.jurisdiction = Places.of(sentence, act);
      limit(sentence, act, draft);
    }
    draft.announcedOn = Days.inSentence(sentence, act.verb().head());
    draft.mention = mention(draft);
    draft.evidence.add(evidence(sentence, act));
    return draft;
  }

  /** "renewed the moratorium": whom it covers was said before. */
  private static boolean namesLimit(Sentence sentence, Act act) {
    for (int i = act.from(); i < act.to(); i++) {
      if (LIMITS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** A limit with an end is a pause; one for everybody that takes something away, a withdrawal. */
  private static void limit(Sentence sentence, Act act, Draft draft) {
    boolean limits = Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL).contains(draft.kind);
    if (!limits && draft.kind != Kind.RESTRICTION) {
      return;
    }
    int from = act.verb().first();
    Until until = Ends.of(sentence, Math.max(0, from - 2), untilEnd(sentence, act));
    String words = sentence.words(act.from(), act.to());
    if (draft.kind == Kind.WITHDRAWAL
        && until == null
        && FEWER.stream().anyMatch(words::contains)) {
      draft.kind = Kind.RESTRICTION;
    }
    if (limits && until != null) {
      draft.kind = Kind.PAUSE;
      draft.until = until;
    } else if (draft.kind == Kind.WITHDRAWAL && draft.activity == Activity.CONTENT) {
      draft.kind = Kind.BAN;
    } else if (draft.kind == Kind.WITHDRAWAL
        && (draft.audience != Audience.GENERAL && draft.activity != Activity.INTERNAL_USE)) {
      draft.kind = Kind.BAN;
    }
  }

  /** The clause and the end that is stated right after it. */
  private static int untilEnd(Sentence sentence, Act act) {
    for (int i = act.to(); i < Math.min(sentence.size(), act.to() + 12); i++) {
      if (sentence.at(i).is("until")) {
        return sentence.size();
      }
    }
    for (int i = act.from(); i < act.to(); i++) {
      if (sentence.at(i).is("until")) {
        return sentence.size();
      }
    }
    return act.to();
  }

  Mention mention(Draft draft) {
    AnnouncedOn on = draft.announcedOn;
    if (article.publishedOn() == null || on.precision() == Precision.UNKNOWN) {
      return Mention.NEWS;
    }
    boolean old =
        switch (on.precision()) {
          case DAY -> on.date().isBefore(article.publishedOn().minusDays(7));
          case MONTH -> on.date().plusMonths(1).isBefore(article.publishedOn());
          case YEAR -> on.date().getYear() < article.publishedOn().getYear();
          case UNKNOWN -> false;
        };
    return old ? Mention.BACKGROUND : Mention.NEWS;
  }

  private Evidence evidence(Sentence sentence, Act act) {
    int start = sentence.start();
    int end = sentence.end();
    if (end - start > MAX_QUOTE) {
      int verb = sentence.at(act.verb().head()).start();
      start = Math.max(start, verb - MAX_QUOTE / 2);
      end = Math.min(end, start + MAX_QUOTE);
      start = Math.max(sentence.start(), end - MAX_QUOTE);
      for (Token token : sentence.tokens()) {
        if (token.start() >= start) {
          start = token.start();
          break;
        }
      }
      for (int i = sentence.size() - 1; i >= 0; i--) {
        if (sentence.at(i).end() <= end) {
          end = sentence.at(i).end();
          break;
        }
      }
    }
    return new Evidence(start, end, article.text().substring(start, end));
  }

  List<Sentence> sentences() {
    return sentences;
  }
}
