package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Technology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an act is about and whom it covers: its technology and its audience. */
final class About {
  private static final Set<String> REFERRING = Words.set("referring nouns");
  private static final Set<String> WORKS = Words.set("works");
  private static final List<String> MARKS = Words.phrases("marks");
  private static final Set<String> DEPICTIONS =
      Set.of("images", "pictures", "videos", "video", "photos", "voice", "likeness", "clips");
  private static final Set<String> LIMITS =
      Set.of("moratorium", "ban", "halt", "pause", "suspension", "prohibition");
  private static final Set<String> SAYING = Set.of("that", "told", "said", "says", "but");
  private static final Set<String> EXCEPTING =
      Set.of("except", "outside", "than", "besides", "like", "only");
  private static final int MAX_BEFORE = 14;

  private final Context context;

  About(Context context) {
    this.context = context;
  }

  /** Technologies that the act is about; empty where it is about something else. */
  List<Technology> technologies(Sentence sentence, Act act, String company) {
    if (act.kind() == Kind.LOBBYING_STANCE) {
      return List.of(ofLaw(firstSpecific(sentence, act.from(), act.to())));
    }
    if (act.kind() == Kind.COMMITMENT) {
      Technology practice = firstSpecific(sentence, act.from(), sentence.size());
      boolean marks = Words.holdAny(sentence.words(act.from(), sentence.size()), MARKS);
      if (marks && practice != Technology.SYNTHETIC_MEDIA) {
        return List.of(Technology.GENERATIVE_AI);
      }
      boolean packaged = act.activity() == Activity.DEVELOPMENT;
      return List.of(
          packaged || practice == null && context.topic() == null
              ? pledged(practice)
              : specific(practice));
    }
    int end = end(sentence, act);
    Technology stated = firstSpecific(sentence, act.from(), end);
    if (stated == null && act.verb().passive()) {
      stated = firstSpecific(sentence, start(sentence, act), act.verb().first());
    }
    if (stated == Technology.GENERAL_AI) {
      Technology topic = context.before(sentence);
      boolean works = hasWork(sentence, act) || topic == Technology.GENERATIVE_AI;
      stated = works ? Technology.GENERATIVE_AI : stated;
    }
    boolean generative = stated == null || stated == Technology.GENERATIVE_AI;
    if (generative && depictsPeople(sentence, act)) {
      stated =
          stated == null && near(sentence, act, company) == null
              ? null
              : Technology.SYNTHETIC_MEDIA;
    }
    if (stated == null && act.kind() == Kind.RESTRICTION && hasWork(sentence, act)) {
      stated = firstSpecific(sentence, 0, sentence.size());
    }
    if (stated != null) {
      boolean use = stated == Technology.AUTONOMOUS_WEAPONS && act.kind() == Kind.RESUMPTION;
      boolean own = use && isMilitaryUse(sentence, act, company);
      return own ? List.of(Technology.GENERATIVE_AI) : together(sentence, act, end, stated);
    }
    if (stated == null && !refers(sentence, act)) {
      stated = firstSpecific(sentence, start(sentence, act), act.verb().first());
      boolean product = stated != null && subjectIsThing(sentence, act);
      if (product) {
        return List.of(stated);
      }
    }
    boolean deed = act.activity() != null && audience(sentence, act) != Audience.GENERAL;
    if (!deed && !refers(sentence, act)) {
      return List.of();
    }
    Technology near = near(sentence, act, company);
    return near == null ? List.of() : List.of(near);
  }

  /** "Its chatbot will not launch": what stands right before the verb is the product. */
  private static boolean subjectIsThing(Sentence sentence, Act act) {
    int last = act.verb().first() - 1;
    while (last > 0 && sentence.at(last).tagged("ADV", "PUNCT")) {
      last--;
    }
    Companies.Name name = last < 0 ? null : sentence.companyAt(last);
    int at = last;
    boolean technology =
        sentence.technologies().stream().anyMatch(t -> t.from() <= at && at < t.to());
    return name == null ? technology : name.role() == Companies.Role.PRODUCT;
  }

  /** "weapons and surveillance": each is a subject of its own. */
  private static List<Technology> together(Sentence sentence, Act act, int end, Technology first) {
    List<Technology> all = new ArrayList<>(List.of(first));
    int last = -1;
    for (var found : sentence.technologies()) {
      boolean specific = found.value() != Technology.GENERAL_AI;
      if (!specific || found.from() < act.from() || found.to() > end) {
        continue;
      }
      boolean more = last >= 0 && !all.contains(found.value());
      if (more
          && all.getLast() == Technology.GENERATIVE_AI
          && found.value() == Technology.SYNTHETIC_MEDIA) {
        all.set(all.size() - 1, found.value());
      } else if (more && isJoined(sentence, last, found.from())) {
        all.add(found.value());
      }
      last = found.to();
    }
    return all;
  }

  private static boolean isJoined(Sentence sentence, int from, int to) {
    boolean joined = false;
    for (int i = from; i < to; i++) {
      Token token = sentence.at(i);
      joined |= token.is("and") || token.is("or") || token.is(",");
      boolean again = i > from && (sentence.at(i - 1).is("and") || sentence.at(i - 1).is("or"));
      boolean apart = token.tagged("VERB", "AUX") || token.tagged("ADP") && !again;
      if (apart || token.is("that") || token.is("which")) {
        return false;
      }
    }
    return joined && to - from < 8;
  }

  private static boolean hasWork(Sentence sentence, Act act) {
    int from = act.verb().passive() ? start(sentence, act) : act.from();
    for (int i = from; i < Math.min(act.to(), sentence.size()); i++) {
      if (WORKS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "images of Joe Biden": a person's likeness is the point. */
  private static boolean depictsPeople(Sentence sentence, Act act) {
    for (int i = act.from(); i + 3 < Math.min(act.to(), sentence.size()); i++) {
      boolean name = isPersonWord(sentence, i + 2) && isPersonWord(sentence, i + 3);
      if (DEPICTIONS.contains(sentence.at(i).lower()) && sentence.at(i + 1).is("of") && name) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPersonWord(Sentence sentence, int i) {
    Token token = sentence.at(i);
    return token.tagged("PROPN")
        && token.capitalised()
        && sentence.companyAt(i) == null
        && sentence.places().stream().noneMatch(p -> p.from() <= i && i < p.to());
  }

  private Technology ofLaw(Technology stated) {
    Technology law = stated == null || stated == Technology.GENERAL_AI ? context.topic() : stated;
    boolean own = law == Technology.FACIAL_RECOGNITION || law == Technology.AUTONOMOUS_VEHICLES;
    return own ? law : Technology.GENERAL_AI;
  }

  /** A practice is about what the article is about, where it does not say. */
  private Technology specific(Technology stated) {
    return stated == null || stated == Technology.GENERAL_AI ? context.topic() : stated;
  }

  /** A package of pledges is about AI at large. */
  private static Technology pledged(Technology stated) {
    boolean many =
        stated == null
            || stated == Technology.GENERATIVE_AI
            || stated == Technology.AUTONOMOUS_WEAPONS
            || stated == Technology.SURVEILLANCE;
    return many ? Technology.GENERAL_AI : stated;
  }

  /** "Lifted its ban on military use of its models": about the models. */
  private static boolean isMilitaryUse(Sentence sentence, Act act, String company) {
    return audience(sentence, act) == Audience.MILITARY
        && Companies.technologiesOf(company).contains(Technology.GENERATIVE_AI)
        && refers(sentence, act.from(), end(sentence, act));
  }

  private Technology near(Sentence sentence, Act act, String company) {
    Technology near = lastSpecific(sentence, act.from());
    near = near == null ? firstSpecific(sentence, 0, sentence.size()) : near;
    near = near == null || near == Technology.GENERAL_AI ? context.before(sentence) : near;
    boolean use = near == Technology.AUTONOMOUS_WEAPONS && act.kind() != Kind.PERMISSION;
    boolean generative = Companies.technologiesOf(company).contains(Technology.GENERATIVE_AI);
    return use && generative ? Technology.GENERATIVE_AI : near;
  }

  private static boolean refers(Sentence sentence, Act act) {
    boolean before =
        act.verb().passive() && refers(sentence, start(sentence, act), act.verb().first());
    boolean ahead = act.from() < act.verb().first();
    return before || refers(sentence, ahead ? act.from() : act.from() + 1, end(sentence, act));
  }

  /**
   * Whom the act covers; where it only names a limit ("renewed the ban"), whom that was said to
   * cover.
   */
  Audience covered(Sentence sentence, Act act, Technology technology) {
    Audience stated = audience(sentence, act);
    if (stated != Audience.GENERAL) {
      return stated;
    }
    String words = sentence.words(act.from(), act.to());
    boolean contract = Words.hold(words, "contract") || Words.hold(words, "deal");
    if (technology == Technology.AUTONOMOUS_WEAPONS && contract) {
      return Audience.MILITARY;
    }
    boolean limit =
        firstSpecific(sentence, act.from(), act.to()) == null && namesLimit(sentence, act);
    return limit ? context.audienceBefore(sentence) : stated;
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
  static int start(Sentence sentence, Act act) {
    int start = act.verb().first();
    while (start > 0
        && act.verb().first() - start < MAX_BEFORE
        && !SAYING.contains(sentence.at(start - 1).lower())) {
      start--;
    }
    return start;
  }

  /** Where the words about the act end: before "until", for what follows is the end's condition. */
  private static int end(Sentence sentence, Act act) {
    for (int i = act.from() + 1; i < act.to(); i++) {
      if (sentence.at(i).is("until") || sentence.at(i).is("while") || sentence.at(i).is("unless")) {
        return i;
      }
    }
    return act.to();
  }

  private static Audience audience(Sentence sentence, Act act) {
    int end = end(sentence, act);
    int from = act.verb().passive() ? start(sentence, act) : act.from();
    for (var found : sentence.audiences()) {
      if (found.from() >= from && found.from() < end && !isExcepted(sentence, found.from())) {
        return found.value();
      }
    }
    return Audience.GENERAL;
  }

  private static boolean isExcepted(Sentence sentence, int at) {
    for (int i = Math.max(0, at - 7); i < at; i++) {
      if (EXCEPTING.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
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
}
