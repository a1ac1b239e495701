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
  private final List<Sentence> sentences;
  private final Focus focus;

  /** Companies that the article names other than by a product. */
  private final Set<String> named;

  private final Doers doers;
  private final Context context;
  private final About about;
  private final Slots slots;
  private final Echoes echoes;
  private final LocalDate published;
  private final Candidates candidates;
  private final List<Draft> drafts = new ArrayList<>();
  private final JointActs joint = new JointActs();

  ArticleReader(Language language, ArticleText article) {
    var annotator = new Annotator(language, article);
    this.sentences = annotator.sentences();
    Sentence title = annotator.title();
    this.focus = Focus.of(title, sentences);
    this.named = named(title);
    this.context = new Context(title, sentences);
    this.candidates = new Candidates(title, context.topic());
    this.doers = new Doers(focus, context);
    this.echoes = new Echoes(article);
    this.published = article.publishedOn();
    this.about = new About(context);
    this.slots = new Slots(article, context, about);
  }

  /** What the article may tell of whom, sentence by sentence. */
  List<Candidates.Candidate> candidates() {
    if (context.topic() != null) {
      sentences.stream().filter(sentence -> !sentence.heading()).forEach(this::read);
    }
    return candidates.all();
  }

  /** What the rules read, and what was learned makes of it. */
  List<Draft> read() {
    List<Candidates.Candidate> found = candidates();
    return dated(new SecondReading(context, about, slots).of(drafts, found));
  }

  /** What the rules read: of a statement that stands alone little else can be said. */
  List<Draft> readByRules() {
    candidates();
    return dated(drafts);
  }

  private List<Draft> dated(List<Draft> read) {
    Pledges.align(read);
    var days = new Days(published, sentences);
    for (Draft draft : read) {
      if (draft.announcedOn.equals(AnnouncedOn.UNKNOWN) && draft.kind != Kind.PERMISSION) {
        draft.announcedOn = days.beside(draft);
        draft.mention = slots.mention(draft);
      }
    }
    return read;
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
    List<Actor> actors = new ArrayList<>();
    Source source = new Source(sentence);
    for (Verb verb : verbs) {
      Actor actor = doers.of(sentence, verb, verbs, finder);
      for (Act act : acts) {
        if (act.verb() == verb) {
          Actor behind = doers.behind(sentence, act, actor, finder);
          draft(sentence, act, behind);
          if (!behind.isCompany()) {
            joint.remember(sentence, act, finder.subject(act.verb()));
          }
        }
      }
      actors.add(actor);
      if (verb.finite()) {
        focus.remember(actor);
        source.hear(verb, actor);
      }
    }
    candidates.add(sentence, verbs, acts, actors, focus.all());
    new LaterEnds(published).end(sentence, verbs, finder, drafts);
    drafts.addAll(echoes.added(sentence, drafts));
    sign(sentence, verbs);
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
  private void sign(Sentence sentence, List<Verb> verbs) {
    JointActs.Joint told = joint.before(sentence);
    if (told != null) {
      List<String> signers = new ArrayList<>();
      if (told.isPaper()) {
        signers.addAll(SignedPapers.signers(sentence));
      }
      if (signers.isEmpty() && told.sentence() != sentence) {
        signers.addAll(JointActs.named(sentence, verbs));
      }
      boolean known =
          drafts.stream().anyMatch(d -> d.kind == told.act().kind() && signers.contains(d.company));
      if (!known) {
        draft(told.sentence(), told.act(), new Actor(signers, false, true, false));
      }
    }
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
