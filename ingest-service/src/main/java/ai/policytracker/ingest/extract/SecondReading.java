package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Technology;
import ai.policytracker.ingest.extract.Candidates.Candidate;
import ai.policytracker.ingest.extract.LearnedNetwork.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an article again by what was learned from labelled sentences: drops drafts that are
 * unlikely there, adds what is likely where the rules know no words for it, and settles whom and
 * what it is about.
 */
final class SecondReading {
  /** Of a draft that no rule has made. */
  private static final double STRENGTH = 0.6;

  /** Of a rule whose words leave little doubt of the kind. */
  private static final double STRONG = 0.8;

  /** Shares of what was learned: a draft that is told less surely is dropped. */
  private static final double DOUBTED = 0.4;

  private static final double LIKELY = 0.75;
  private static final double LIKELY_KIND = 0.5;
  private static final double LIKELY_SIDE = 0.7;
  private static final double LIKELY_DENIAL = 0.5;
  private static final double LIKELY_TECHNOLOGY = 0.6;

  /** Of one that the article does not name. */
  private static final double SURE_TECHNOLOGY = 0.9;

  private static final double LIKELY_AUDIENCE = 0.7;
  private static final double SURE_AUDIENCE = 0.9;
  private static final double LIKELY_ACTIVITY = 0.6;
  private static final double SURE_ACTIVITY = 0.9;

  /** Of a kind that is no limit where the rules read a limit, or the other way round. */
  private static final double OTHER_KIND = 0.8;

  private static final String DENIED = Modality.DENIED.name();

  private static final Set<Kind> LIMITS =
      Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL, Kind.RESTRICTION);
  private static final Set<Kind> LEAVES = Set.of(Kind.PERMISSION, Kind.RESUMPTION);

  private final Context context;
  private final About about;
  private final Slots slots;

  SecondReading(Context context, About about, Slots slots) {
    this.context = context;
    this.about = about;
    this.slots = slots;
  }

  List<Draft> of(List<Draft> drafts, List<Candidate> candidates) {
    List<Judged> judged = Judged.all(candidates, drafts);
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      Optional<Judged> of = judged.stream().filter(j -> j.candidate().isOf(draft)).findFirst();
      boolean twin = drafts.stream().anyMatch(d -> isTwin(d, draft));
      of.ifPresent(j -> settle(draft, j, drafts));
      of.filter(j -> !twin).ifPresent(j -> settleActivity(draft, j.verdict()));
      if (of.filter(j -> isRefuted(draft, j)).isEmpty()) {
        kept.add(draft);
      }
    }
    judged.stream()
        .filter(j -> j.told() > LIKELY && j.verdict().kind().share() > LIKELY_KIND)
        .filter(j -> kept.stream().noneMatch(j.candidate()::isOf))
        .sorted(Comparator.comparingDouble((Judged j) -> -j.told()))
        .forEach(j -> add(j, kept));
    return kept;
  }

  private static Kind kind(Verdict verdict) {
    return Kind.valueOf(verdict.kind().value().split(":")[0]);
  }

  private static boolean isPolicy(Kind kind) {
    return LIMITS.contains(kind) || LEAVES.contains(kind);
  }

  /** What the weights doubt is not enough against a strong rule. */
  private static boolean isRefuted(Draft draft, Judged judged) {
    boolean asked = judged.verdict() != Verdict.NOTHING;
    boolean doubted = judged.told() < DOUBTED && (asked || draft.strength < STRONG);
    return doubted || isOfOtherKind(draft, judged.verdict());
  }

  /** A side where the rules read a limit, a pledge where they read a side. */
  private static boolean isOfOtherKind(Draft draft, Verdict verdict) {
    if (verdict.kind().share() <= OTHER_KIND) {
      return false;
    }
    Kind kind = kind(verdict);
    return draft.kind != kind && !(isPolicy(kind) && isPolicy(draft.kind));
  }

  private void settle(Draft draft, Judged judged, List<Draft> drafts) {
    Verdict verdict = judged.verdict();
    draft.told = judged.told();
    if (verdict.kind().share() > LIKELY_KIND) {
      settleKind(draft, verdict);
    }
    if (verdict.modality().value().equals(DENIED) && verdict.modality().share() > LIKELY_DENIAL) {
      draft.modality = Modality.DENIED;
    }
    if (verdict.technology().share() > LIKELY_TECHNOLOGY) {
      Technology likely = Technology.fromSlug(verdict.technology().value());
      boolean sure = context.names(likely) || verdict.technology().share() > SURE_TECHNOLOGY;
      draft.technology = sure ? likely : draft.technology;
    }
    if (isPolicy(draft.kind)) {
      settleSubject(draft, verdict, drafts);
    }
  }

  /**
   * Weak rules take everyone for granted where they find no words for an audience, and any rule a
   * company's own people. What is still allowed is not for those to whom it is stopped.
   */
  private static void settleSubject(Draft draft, Verdict verdict, List<Draft> drafts) {
    boolean strong = draft.strength >= STRONG;
    boolean own = draft.audience == Audience.EMPLOYEES;
    boolean granted = own || draft.audience == Audience.GENERAL && !strong;
    double enough = strong ? SURE_AUDIENCE : LIKELY_AUDIENCE;
    if (granted && verdict.audience().share() > enough) {
      Audience likely = Audience.fromSlug(verdict.audience().value());
      if (drafts.stream().anyMatch(d -> isLifted(d, draft, likely))) {
        return;
      }
      boolean outside = own && likely != Audience.EMPLOYEES;
      draft.activity = outside ? Activity.PROVISION : draft.activity;
      draft.audience = likely;
    }
  }

  /** "stops selling and developing it": two activities in one breath. */
  private static boolean isTwin(Draft a, Draft b) {
    return a.activity != b.activity
        && a.sentence == b.sentence
        && a.technology == b.technology
        && a.company.equals(b.company);
  }

  private static void settleActivity(Draft draft, Verdict verdict) {
    boolean stated = draft.activity != Activity.PROVISION;
    if (isPolicy(draft.kind)
        && verdict.activity().share() > (stated ? SURE_ACTIVITY : LIKELY_ACTIVITY)) {
      draft.activity = Activity.valueOf(verdict.activity().value());
    }
  }

  /**
   * A stop with an end is a pause, a strong rule mistakes a limit for another limit at most, and
   * that a limit is none, or the like, has to be told surely.
   */
  private static void settleKind(Draft draft, Verdict verdict) {
    Kind kind = kind(verdict);
    boolean strong = draft.strength >= STRONG;
    boolean ends = draft.kind == Kind.PAUSE && draft.until != null;
    boolean near = LIMITS.contains(kind) && LIMITS.contains(draft.kind);
    boolean gone =
        draft.kind == Kind.WITHDRAWAL
            && Companies.technologiesOf(draft.company).contains(draft.technology);
    boolean sure = near || !strong && verdict.kind().share() > OTHER_KIND;
    if (isPolicy(kind) && isPolicy(draft.kind) && !ends && !gone && sure) {
      draft.kind = kind;
    }
    boolean side = kind == Kind.LOBBYING_STANCE && draft.kind == kind;
    if (side && !strong && verdict.kind().share() > LIKELY_SIDE) {
      draft.stance = stance(verdict);
    }
  }

  private static Stance stance(Verdict verdict) {
    return Stance.valueOf(verdict.kind().value().split(":")[1]);
  }

  private void add(Judged judged, List<Draft> drafts) {
    Candidate candidate = judged.candidate();
    Sentence sentence = candidate.told().sentence();
    List<Verb> verbs = candidate.told().verbs();
    Verdict verdict = judged.verdict();
    Kind kind = kind(verdict);
    boolean known =
        drafts.stream()
            .anyMatch(d -> d.company.equals(candidate.company()) && isAlike(d.kind, kind));
    boolean asks = sentence.at(sentence.size() - 1).is("?");
    if (known || asks || verbs.isEmpty() || Retold.isTakenBack(sentence)) {
      return;
    }
    Verb verb = telling(verbs);
    if (verb.negated() && LIMITS.contains(kind) && isLimiting(verb)) {
      return;
    }
    Act act =
        new Act(
            kind,
            kind == Kind.COMMITMENT ? Activity.DEVELOPMENT : null,
            Modality.valueOf(verdict.modality().value()),
            verb,
            0,
            sentence.size(),
            kind == Kind.LOBBYING_STANCE ? stance(verdict) : null,
            STRENGTH,
            false);
    Technology technology = technology(sentence, act, candidate.company());
    Draft draft = slots.draft(sentence, act, candidate.company(), technology);
    settle(draft, judged, drafts);
    settleActivity(draft, verdict);
    if (drafts.stream().noneMatch(d -> isLifted(d, draft, draft.audience))) {
      drafts.add(draft);
    }
  }

  /** What is allowed in the same breath as it is stopped is a side of the stop. */
  private static boolean isLifted(Draft limit, Draft leave, Audience audience) {
    return leave.kind == Kind.PERMISSION
        && LIMITS.contains(limit.kind)
        && limit.company.equals(leave.company)
        && limit.technology == leave.technology
        && limit.audience == audience;
  }

  private static boolean isLimiting(Verb verb) {
    return verb.means(VerbClass.BAN) || verb.means(VerbClass.PAUSE) || verb.means(VerbClass.STOP);
  }

  private static boolean isAlike(Kind a, Kind b) {
    return a == b
        || LIMITS.contains(a) && LIMITS.contains(b)
        || LEAVES.contains(a) && LEAVES.contains(b);
  }

  /** The first verb that the lexicon knows, else the first that says something. */
  private static Verb telling(List<Verb> verbs) {
    List<Verb> tells = verbs.stream().filter(v -> !v.means(VerbClass.SAY)).toList();
    return tells.stream()
        .filter(v -> !v.meanings().isEmpty())
        .findFirst()
        .or(() -> tells.stream().filter(Verb::finite).findFirst())
        .orElse(verbs.getFirst());
  }

  private Technology technology(Sentence sentence, Act act, String company) {
    List<Technology> told = about.technologies(sentence, act, company);
    if (!told.isEmpty()) {
      return told.getFirst();
    }
    Technology named = About.firstSpecific(sentence, 0, sentence.size());
    Technology before = context.before(sentence);
    if (before != null && (named == null || named == Technology.GENERAL_AI)) {
      return before;
    }
    return named == null ? context.topic() : named;
  }
}
