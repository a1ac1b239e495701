package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Technology;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an act is about and whom it covers: its technology and its audience. */
final class About {
  private static final Set<String> SAYING = Set.of("that", "told", "said", "says", "but");
  private static final int MAX_BEFORE = 14;

  private static final Pattern OWN =
      Pattern.compile(
          "\\bits (?:\\S+ ){0,2}(?:services?|tools?|models?|technology|products?|software|systems?|apps?|api)\\b");

  private final Context context;
  private final Topics topics;

  About(Context context) {
    this.context = context;
    this.topics = new Topics(context);
  }

  /** Technologies that the act is about; empty where it is about something else. */
  List<Technology> technologies(Sentence sentence, Act act, String company) {
    if (act.kind() == Kind.LOBBYING_STANCE) {
      Technology named = firstSpecific(sentence, act.from(), act.to());
      boolean vague = named == null || named == Technology.GENERAL_AI;
      return List.of(
          topics.ofLaw(vague ? firstSpecific(sentence, act.from(), sentence.size()) : named));
    }
    if (act.kind() == Kind.COMMITMENT) {
      return List.of(topics.ofPledge(sentence, act));
    }
    Technology stated = stated(sentence, act, company);
    if (stated != null) {
      boolean use = stated == Technology.AUTONOMOUS_WEAPONS && act.kind() == Kind.RESUMPTION;
      boolean own = use && isMilitaryUse(sentence, act, company);
      return own
          ? List.of(Technology.GENERATIVE_AI)
          : Matters.together(sentence, act, end(sentence, act), stated);
    }
    return meant(sentence, act, company);
  }

  /** Whether the words about the act name its technology themselves. */
  boolean isStated(Sentence sentence, Act act, String company) {
    return stated(sentence, act, company) != null;
  }

  /** What the words about the act name; null where they name none. */
  private Technology stated(Sentence sentence, Act act, String company) {
    Technology stated = firstSpecific(sentence, act.from(), end(sentence, act));
    if (stated == null && act.thing()) {
      stated = firstSpecific(sentence, start(sentence, act), act.verb().first());
    }
    if (stated == null && Covered.stated(sentence, act) == Audience.EMPLOYEES) {
      stated = Matters.ofMaker(sentence, act, company);
    }
    boolean works = Matters.hasWork(sentence, act);
    if (stated == Technology.GENERAL_AI) {
      boolean generative =
          works
              || context.before(sentence) == Technology.GENERATIVE_AI
              || isOwnProduct(sentence, act, company);
      stated = generative ? Technology.GENERATIVE_AI : stated;
    }
    boolean people =
        (stated == Technology.GENERATIVE_AI
                || stated == null && near(sentence, act, company) != null)
            && Matters.depictsPeople(sentence, act);
    if (people) {
      return Technology.SYNTHETIC_MEDIA;
    }
    boolean overseen = act.from() == act.verb().first() - 1;
    return stated == null && act.kind() == Kind.RESTRICTION && (works || overseen)
        ? firstSpecific(sentence, 0, sentence.size())
        : stated;
  }

  /** "its AI services", of a company that makes chatbots and nothing else. */
  private static boolean isOwnProduct(Sentence sentence, Act act, String company) {
    Set<Technology> made = Companies.technologiesOf(company);
    return made.size() == 1
        && made.contains(Technology.GENERATIVE_AI)
        && OWN.matcher(sentence.words(act.from(), end(sentence, act))).find();
  }

  /** What the words mean that name no technology: the product before the verb, "the software". */
  private List<Technology> meant(Sentence sentence, Act act, String company) {
    boolean refers = refers(sentence, act);
    Technology product = firstSpecific(sentence, start(sentence, act), act.verb().first());
    if (!refers && product != null && Matters.subjectIsThing(sentence, act)) {
      return List.of(product);
    }
    boolean deed =
        act.activity() != null
            && (Covered.stated(sentence, act) != Audience.GENERAL || isElided(sentence, act));
    boolean which =
        act.activity() != null
            && sentence.words(act.verb().first() - 7, act.verb().first()).contains("which ");
    Technology near = deed || refers || which ? near(sentence, act, company) : null;
    boolean served = act.thing() && Covered.stated(sentence, act) != Audience.GENERAL;
    if (near == null && isOwnProduct(sentence, act, company)) {
      near = Technology.GENERATIVE_AI;
    }
    if (near == null && (isAtWork(act, company) || served && context.specific())) {
      near = context.topic();
    }
    return near == null ? List.of() : List.of(near);
  }

  /** In an article about what staff may use, a bare "blocked it" or "said no" is about that. */
  private boolean isAtWork(Act act, String company) {
    boolean limit = act.kind() == Kind.BAN || act.kind() == Kind.PAUSE;
    return limit
        && context.focused()
        && context.topic() == Technology.GENERATIVE_AI
        && context.workplace()
        && !Companies.technologiesOf(company).contains(context.topic());
  }

  /** "will go on selling to retailers": what is sold was said before. */
  private static boolean isElided(Sentence sentence, Act act) {
    int next = act.verb().head() + 1;
    return act.activity() == Activity.PROVISION
        && next < sentence.size()
        && sentence.at(next).is("to")
        && sentence.at(next).tagged("ADP");
  }

  /** "Lifted its ban on military use of its models": about the models. */
  private static boolean isMilitaryUse(Sentence sentence, Act act, String company) {
    return Covered.stated(sentence, act) == Audience.MILITARY
        && Companies.technologiesOf(company).contains(Technology.GENERATIVE_AI)
        && refers(sentence, act.from(), end(sentence, act));
  }

  private Technology near(Sentence sentence, Act act, String company) {
    Technology near = lastSpecific(sentence, act.from());
    near = near == null ? firstSpecific(sentence, 0, sentence.size()) : near;
    near = near == null || near == Technology.GENERAL_AI ? context.before(sentence) : near;
    boolean use =
        near == Technology.AUTONOMOUS_WEAPONS
            && act.kind() != Kind.PERMISSION
            && !act.verb().lemma().equals("renew");
    boolean generative = Companies.technologiesOf(company).contains(Technology.GENERATIVE_AI);
    return use && generative ? Technology.GENERATIVE_AI : near;
  }

  private static boolean refers(Sentence sentence, Act act) {
    boolean before = act.thing() && refers(sentence, start(sentence, act), act.verb().first());
    boolean ahead = act.from() < act.verb().first();
    return before || refers(sentence, ahead ? act.from() : act.from() + 1, end(sentence, act));
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
      if (found.value() == Technology.GENERAL_AI && sentence.companyAt(found.from()) != null) {
        continue;
      }
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
    return References.any(sentence, from, to);
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
  static int end(Sentence sentence, Act act) {
    for (int i = act.from() + 1; i < act.to(); i++) {
      if (sentence.at(i).is("until")
          || sentence.at(i).is("while")
          || sentence.at(i).is("unless")
          || sentence.at(i).is("pending")) {
        return i;
      }
    }
    return act.to();
  }
}
