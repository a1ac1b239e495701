package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Technology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through one article sentence by sentence and drafts its claims. */
final class ArticleReader {
  private static final Set<String> THINGS = Words.set("referring nouns");

  private static final Set<String> DOCUMENTS = Words.set("documents");

  private final List<Sentence> sentences;
  private final Focus focus;

  /** Companies that the article names other than by a product. */
  private final Set<String> named;

  private final Actors actors;
  private final Context context;
  private final About about;
  private final Slots slots;
  private final Echoes echoes;
  private final LocalDate published;
  private final List<Draft> drafts = new ArrayList<>();
  private final JointActs joint = new JointActs();

  ArticleReader(Language language, ArticleText article) {
    var annotator = new Annotator(language, article);
    this.sentences = annotator.sentences();
    Sentence title = annotator.title();
    this.focus = Focus.of(title, sentences);
    this.named = named(title);
    this.actors = new Actors(focus);
    this.context = new Context(title, sentences);
    this.echoes = new Echoes(article);
    this.published = article.publishedOn();
    this.about = new About(context);
    this.slots = new Slots(article, context, about);
  }

  List<Draft> read() {
    if (context.topic() == null) {
      return drafts;
    }
    for (Sentence sentence : sentences) {
      if (!sentence.heading()) {
        read(sentence);
      }
    }
    Pledges.align(drafts);
    var days = new Days(published, sentences);
    for (Draft draft : drafts) {
      if (draft.announcedOn.equals(AnnouncedOn.UNKNOWN) && draft.kind != Kind.PERMISSION) {
        draft.announcedOn = days.beside(draft);
        draft.mention = slots.mention(draft);
      }
    }
    return drafts;
  }

  private void read(Sentence sentence) {
    List<Verb> verbs = Clauses.of(sentence);
    var finder = new SubjectFinder(sentence, verbs);
    List<Act> acts = new ArrayList<>(new KindRules(sentence, verbs).acts());
    List<Act> sides =
        new StanceRules(sentence, verbs, context.code(), context.lawBefore(sentence)).acts();
    acts.removeIf(act -> sides.stream().anyMatch(side -> side.verb() == act.verb()));
    acts.addAll(sides);
    acts.addAll(new Commitments(sentence, verbs, context.code()).acts());
    acts.addAll(new UserRules(sentence, verbs).acts());
    focus.begin(sentence);
    Source source = new Source(sentence);
    for (Verb verb : verbs) {
      Actor actor = actor(sentence, verb, verbs, finder);
      for (Act act : acts) {
        if (act.verb() == verb) {
          Actor behind = actorOf(sentence, act, actor, finder);
          draft(sentence, act, behind);
          if (!behind.isCompany()) {
            joint.remember(sentence, act, finder.subject(act.verb()));
          }
        }
      }
      if (verb.finite()) {
        focus.remember(actor);
        source.hear(verb, actor);
      }
    }
    Echoes.end(sentence, verbs, finder, drafts);
    drafts.addAll(echoes.added(sentence, drafts));
    sign(sentence);
    for (Draft draft : drafts) {
      if (draft.sentence == sentence.index()) {
        source.attribute(draft);
      }
    }
    drafts.removeIf(
        draft ->
            draft.sentence == sentence.index()
                && draft.modality == Modality.CONSIDERED
                && draft.attribution == Attribution.THIRD_PARTY);
  }

  /** "The letter was signed by Alpha and Beta": what the letter asks for is theirs. */
  private void sign(Sentence sentence) {
    JointActs.Joint told = joint.before(sentence);
    if (told != null) {
      List<String> signers = List.copyOf(SignedPapers.signers(sentence));
      boolean known =
          drafts.stream().anyMatch(d -> d.kind == told.act().kind() && signers.contains(d.company));
      if (!known) {
        draft(told.sentence(), told.act(), new Actor(signers, false, true, false));
      }
    }
  }

  private Actor actor(Sentence sentence, Verb verb, List<Verb> verbs, SubjectFinder finder) {
    List<SubjectFinder.Phrase> subject = finder.subject(verb);
    Actor actor = actors.of(sentence, subject);
    if (Actors.isSelf(sentence, subject)) {
      Actor named = sayer(sentence, verbs, finder);
      actor = named.isCompany() || named.outsider() ? named : actor;
    }
    if (isOfDocument(sentence, verb, verbs)) {
      Actor sender = actors.of(sentence, finder.subject(verbs.get(verb.number() - 1)));
      actor = actor.isCompany() && !sender.isCompany() ? actor : sender;
    }
    boolean imperative = sentence.at(verb.head()).is(verb.lemma()) && verb.first() == verb.head();
    if (subject.isEmpty() && verb.first() == 0 && verb.finite() && !imperative) {
      actor = Actor.meant(focus.company());
    }
    return actor;
  }

  /** "sent a circular to staff on Monday that prohibits": what the sender's paper rules. */
  private static boolean isOfDocument(Sentence sentence, Verb verb, List<Verb> verbs) {
    boolean relative = verb.finite() && Deeds.isOfLaw(sentence, verb) && verb.number() > 0;
    if (!relative) {
      return false;
    }
    Verb before = verbs.get(verb.number() - 1);
    boolean sends = before.finite() && !before.passive() && !before.negated();
    return sends
        && DOCUMENTS.stream()
            .anyMatch(d -> Words.hold(sentence.words(before.head(), verb.first()), d));
  }

  /** Who says what is quoted: '"We stop", the company wrote'. */
  private Actor sayer(Sentence sentence, List<Verb> verbs, SubjectFinder finder) {
    for (Verb verb : verbs) {
      List<SubjectFinder.Phrase> subject = finder.subject(verb);
      if (verb.finite() && verb.means(VerbClass.SAY) && !Actors.isSelf(sentence, subject)) {
        return actors.of(sentence, subject);
      }
    }
    return Actor.NOBODY;
  }

  /** In the passive the company is the agent, else the owner of what is acted on, else in focus. */
  private Actor actorOf(Sentence sentence, Act act, Actor subject, SubjectFinder finder) {
    if (act.kind() == Kind.COMMITMENT && !subject.isCompany()) {
      return new Actor(List.copyOf(Givers.of(sentence, act)), false, true, false);
    }
    boolean paper = act.kind() == Kind.LOBBYING_STANCE || act.kind() == Kind.COMMITMENT;
    if (paper && !act.thing() && JointActs.isVague(sentence, subject, finder.subject(act.verb()))) {
      return Actor.NOBODY;
    }
    if (act.kind() == Kind.LOBBYING_STANCE && act.thing() && !act.verb().passive()) {
      return new Actor(List.copyOf(Sides.givers(sentence, act.verb())), false, true, false);
    }
    boolean foreign =
        act.activity() == Activity.INTERNAL_USE
            && act.kind() == Kind.BAN
            && Passives.isProduct(sentence, finder.subject(act.verb()));
    if (foreign) {
      return actors.behindRule(sentence);
    }
    boolean stands = act.thing() && !act.verb().passive() && subject.isCompany();
    if (!act.thing() || stands) {
      boolean ordered = act.verb().governor() >= 0 && subject.outsider();
      boolean willNot = act.verb().negated() || act.verb().noLonger();
      if (willNot && isThing(sentence, act, subject, finder)) {
        return actors.behindPassive(sentence, act.verb(), finder.subject(act.verb()));
      }
      boolean rule =
          act.from() < act.verb().first() && act.kind() != Kind.LOBBYING_STANCE && !ordered;
      return rule && !subject.isCompany() ? actors.behindRule(sentence) : subject;
    }
    if (Passives.isAtBody(sentence, act.verb())) {
      return Actor.NOBODY;
    }
    Actor behind = actors.behindPassive(sentence, act.verb(), finder.subject(act.verb()));
    boolean told = act.verb().passive() && act.modality() != Modality.CONSIDERED;
    if (!behind.isCompany()
        && told
        && focus.inSentence().size() == 1
        && !Words.hold(sentence.words(0, act.verb().first()), "who")
        && !Passives.hasAgent(sentence, act.verb())) {
      return Actor.meant(focus.inSentence());
    }
    boolean people = subject.outsider() && !subject.named();
    boolean ruled =
        Passives.isNamedBefore(sentence, act.verb())
            || context.specific() && Passives.isRuled(sentence, act);
    return !behind.isCompany() && people && ruled ? actors.behindRule(sentence) : behind;
  }

  /** "Its robots would never carry weapons": whose they are says whose policy it is. */
  private static boolean isThing(Sentence sentence, Act act, Actor subject, SubjectFinder finder) {
    boolean policy = act.kind() != Kind.LOBBYING_STANCE && act.kind() != Kind.COMMITMENT;
    return policy
        && !subject.isCompany()
        && !subject.outsider()
        && finder.subject(act.verb()).stream()
            .anyMatch(p -> THINGS.contains(sentence.at(p.head()).lower()));
  }

  /** What staff may use is ruled by their employer, not by the maker of the product. */
  private static boolean isOwnPeople(Sentence sentence, Act act) {
    return sentence.audiences().stream()
        .anyMatch(a -> a.value() == Audience.EMPLOYEES && a.from() < act.to());
  }

  private Set<String> named(Sentence title) {
    Set<String> names = new HashSet<>();
    for (Sentence sentence : sentences) {
      names.addAll(names(sentence));
    }
    names.addAll(names(title));
    return names;
  }

  private static List<String> names(Sentence sentence) {
    return sentence.companies().stream()
        .filter(f -> f.value().company() != null && f.value().role() != Companies.Role.PRODUCT)
        .map(f -> f.value().company())
        .toList();
  }

  private void draft(Sentence sentence, Act act, Actor actor) {
    for (String company : actor.companies()) {
      if (!named.contains(company) && isOwnPeople(sentence, act)) {
        continue;
      }
      for (Technology technology : about.technologies(sentence, act, company)) {
        Draft draft = slots.draft(sentence, act, company, technology);
        draft.strength -= doubt(actor, draft);
        drafts.add(draft);
        drafts.addAll(slots.onOtherLaws(sentence, act, draft));
        if (draft.target == null && draft.jurisdiction != null) {
          List<String> places = Places.all(sentence, act);
          places.stream().skip(1).forEach(place -> drafts.add(draft.in(place)));
        }
        if (Activities.alsoDevelopment(sentence, act) && draft.activity == Activity.PROVISION) {
          Draft development = slots.draft(sentence, act, company, technology);
          development.activity = Activity.DEVELOPMENT;
          drafts.add(development);
        }
      }
    }
  }

  /** "All three decided to pause sales" tells too little of each to move a position. */
  private static double doubt(Actor actor, Draft draft) {
    boolean sweeping = actor.companies().size() > 1 && !actor.named();
    boolean stops =
        draft.kind == Kind.PAUSE || draft.kind == Kind.BAN || draft.kind == Kind.WITHDRAWAL;
    if (sweeping && stops && draft.audience == Audience.GENERAL) {
      return 0.4;
    }
    return actor.named() ? 0 : 0.03;
  }

  Focus focus() {
    return focus;
  }

  Context context() {
    return context;
  }

  List<Sentence> sentences() {
    return sentences;
  }
}
