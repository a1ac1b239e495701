package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Fills the fields of a claim from the words around its verb. */
final class Slots {
  private static final List<String> FEWER = Words.phrases("fewer customers");

  /** "removes the feature that let pupils talk": it is gone for everyone. */
  private static final Pattern FEATURE =
      Pattern.compile(
          "^(?:\\S+ ){1,4}(?:feature|function|tool|product|app|service|option|version|mode|test|trial|pilot) (?:that|which|for) ");

  /** "no longer sells to companies that": to those alone. */
  private static final Pattern SOME =
      Pattern.compile(
          "\\b(?:to|for|from|with) (?:\\S+ ){0,2}(?:companies|firms|customers|clients|buyers|groups|businesses|organisations|organizations|entities|people|users|agencies|countries) (?:that|who|which|whose|owned|controlled|linked|tied) ");

  private static final List<String> TESTING =
      List.of("testing", "tests", "test drives", "road tests", "trials of", "test vehicles");

  private static final List<String> THERE = Words.phrases("there");
  private static final List<String> CONSENT = Words.phrases("only with consent");
  private static final List<String> DISCLOSING = Words.phrases("disclosing");

  private final ArticleText article;
  private final Context context;
  private final About about;
  private final Covered covered;
  private final Targets targets;

  Slots(ArticleText article, Context context, About about) {
    this.article = article;
    this.context = context;
    this.about = about;
    this.covered = new Covered(context);
    this.targets = new Targets(article.text(), context);
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
    draft.technologyStated = about.isStated(sentence, act, company);
    draft.owned =
        sentence.companies().stream().anyMatch(c -> company.equals(c.value().company()))
            || Words.hold(sentence.words(0, act.verb().first()), "its");
    draft.ahead = Set.of("will", "would").contains(act.verb().modal());
    draft.referring =
        !draft.technologyStated
            && (act.thing() && LimitNouns.refers(sentence, act)
                || act.verb().lemma().equals("restore"));
    switch (act.kind()) {
      case LOBBYING_STANCE -> {
        draft.activity = Activity.PROVISION;
        draft.target = targets.of(sentence, act, technology).getFirst();
        draft.jurisdiction = draft.target.jurisdiction();
      }
      case COMMITMENT -> {
        draft.activity = act.activity();
        draft.audience = Covered.protectedBy(sentence, act);
        draft.jurisdiction = act.verb().means(VerbClass.SIGN) && context.european() ? "EU" : null;
      }
      case PAUSE, BAN, WITHDRAWAL, RESTRICTION, RESUMPTION, PERMISSION ->
          policy(sentence, act, draft);
    }
    draft.announcedOn = Days.inSentence(sentence, act.verb(), article.publishedOn());
    if (act.kind() == Kind.PAUSE && act.verb().means(VerbClass.RETIRE) && draft.until == null) {
      draft.announcedOn = AnnouncedOn.UNKNOWN;
    }
    draft.ongoing = ongoing(sentence, act.verb().head());
    draft.mention = mention(draft);
    draft.evidence.add(Quotes.of(article.text(), sentence, act.verb().head()));
    return draft;
  }

  /** The same side on the other laws that the act's words name. */
  List<Draft> onOtherLaws(Sentence sentence, Act act, Draft draft) {
    if (draft.target == null) {
      return List.of();
    }
    return targets.of(sentence, act, draft.technology).stream()
        .skip(1)
        .map(
            target -> {
              Draft other = draft.copy();
              other.target = target;
              other.jurisdiction = target.jurisdiction();
              return other;
            })
        .toList();
  }

  private void policy(Sentence sentence, Act act, Draft draft) {
    draft.audience = covered.by(sentence, act, draft.technology);
    boolean tool =
        draft.technology == Technology.GENERATIVE_AI || draft.technology == Technology.GENERAL_AI;
    draft.activity =
        Activities.of(sentence, act, draft.audience, draft.company, tool && context.workplace());
    boolean tests =
        draft.technology == Technology.AUTONOMOUS_VEHICLES
            && Words.holdAny(sentence.words(act.from(), act.to()), TESTING);
    draft.activity = tests ? Activity.DEVELOPMENT : draft.activity;
    boolean internal = draft.activity == Activity.INTERNAL_USE;
    boolean own = Activities.isOwnUse(sentence, act);
    if (internal && !own && draft.audience == Audience.GENERAL && act.activity() == null) {
      draft.audience = Audience.EMPLOYEES;
    }
    if (!internal && draft.audience == Audience.EMPLOYEES) {
      draft.audience = Audience.GENERAL;
    }
    draft.jurisdiction = Places.of(sentence, act);
    if (draft.jurisdiction == null && Words.holdAny(sentence.words(act.from(), act.to()), THERE)) {
      draft.jurisdiction = context.placeBefore(sentence);
    }
    boolean conditional =
        draft.kind == Kind.BAN
            && draft.technology != Technology.AUTONOMOUS_WEAPONS
            && Words.holdAny(sentence.words(act.from(), sentence.size()), CONSENT);
    if (conditional) {
      draft.kind = Kind.RESTRICTION;
    }
    boolean duty = draft.kind == Kind.RESTRICTION && act.activity() == null;
    if (duty && Words.holdAny(sentence.words(act.verb().first(), sentence.size()), DISCLOSING)) {
      draft.activity = Activity.CONTENT;
      boolean works = Matters.hasWork(sentence, act);
      draft.technology =
          works && draft.technology == Technology.GENERAL_AI
              ? Technology.GENERATIVE_AI
              : draft.technology;
    }
    draft.effectiveFrom = Starts.of(sentence, act, article.publishedOn());
    limit(sentence, act, draft);
    draft.until = Starts.ahead(draft.until, sentence, article.publishedOn());
  }

  /** A limit with an end is a pause; one for everybody that takes something away, a withdrawal. */
  private static void limit(Sentence sentence, Act act, Draft draft) {
    boolean limits = Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL).contains(draft.kind);
    if (!limits && draft.kind != Kind.RESTRICTION) {
      return;
    }
    boolean leads = sentence.at(0).is("pending") || sentence.at(0).is("until");
    int from = leads ? 0 : act.verb().first();
    Until until = Ends.of(sentence, Math.max(0, from - 2), untilEnd(sentence, act));
    String words = sentence.words(act.from(), act.to());
    if (draft.kind == Kind.WITHDRAWAL && until == null && Words.holdAny(words, FEWER)) {
      draft.kind = Kind.RESTRICTION;
    }
    if (limits && until != null) {
      draft.kind = Kind.PAUSE;
      draft.until = until;
    } else if (draft.kind == Kind.WITHDRAWAL && draft.activity == Activity.CONTENT) {
      draft.kind = Kind.BAN;
    } else if (draft.kind == Kind.WITHDRAWAL
        && !act.verb().lemma().equals("renew")
        && (draft.audience != Audience.GENERAL
                && draft.activity != Activity.INTERNAL_USE
                && !FEATURE.matcher(words).find()
            || SOME.matcher(words).find())) {
      draft.kind = Kind.BAN;
    }
  }

  /** The clause and the end that is stated right after it. */
  private static int untilEnd(Sentence sentence, Act act) {
    for (int i = act.to(); i < Math.min(sentence.size(), act.to() + 12); i++) {
      if (sentence.at(i).is("until") || sentence.at(i).is("pending")) {
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

  /** "Has been scaling back" tells what went on before the article. */
  private static boolean ongoing(Sentence sentence, int head) {
    return head > 0
        && sentence.at(head - 1).is("been")
        && sentence.at(head).lower().endsWith("ing");
  }

  Mention mention(Draft draft) {
    AnnouncedOn on = draft.announcedOn;
    if (on.precision() == Precision.UNKNOWN) {
      return draft.ongoing ? Mention.BACKGROUND : Mention.NEWS;
    }
    if (article.publishedOn() == null) {
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
}
