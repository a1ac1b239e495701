package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A claim in the making: fields are filled and sharpened as more of the article is read. */
final class Draft {
  String company;
  Kind kind;
  Technology technology;
  Activity activity;
  Audience audience = Audience.GENERAL;
  String jurisdiction;
  Modality modality = Modality.DECIDED;
  Attribution attribution = Attribution.COMPANY;
  AnnouncedOn announcedOn = AnnouncedOn.UNKNOWN;
  Mention mention = Mention.NEWS;

  /** Told as going on for some time. */
  boolean ongoing;

  LocalDate effectiveFrom;
  Until until;
  Stance stance;
  Target target;
  double strength;

  /** How likely its sentence tells of a policy of the company, 0 to 1; 1 where none was asked. */
  double told = 1;

  /** Whether the words themselves name the technology, rather than the context. */
  boolean technologyStated;

  /** "The ban": named as something that was told before. */
  boolean referring;

  /** "Its ban": the words say whose it is. */
  boolean owned;

  /** "will return": has not come back yet. */
  boolean ahead;

  int sentence;
  final List<Evidence> evidence = new ArrayList<>();

  boolean isJudged() {
    return told < 1;
  }

  /** The same in another place. */
  Draft in(String place) {
    Draft copy = copy();
    copy.jurisdiction = place;
    return copy;
  }

  Draft copy() {
    var copy = new Draft();
    copy.company = company;
    copy.kind = kind;
    copy.technology = technology;
    copy.activity = activity;
    copy.audience = audience;
    copy.jurisdiction = jurisdiction;
    copy.modality = modality;
    copy.attribution = attribution;
    copy.announcedOn = announcedOn;
    copy.mention = mention;
    copy.ongoing = ongoing;
    copy.effectiveFrom = effectiveFrom;
    copy.until = until;
    copy.stance = stance;
    copy.target = target;
    copy.strength = strength;
    copy.told = told;
    copy.technologyStated = technologyStated;
    copy.referring = referring;
    copy.owned = owned;
    copy.ahead = ahead;
    copy.sentence = sentence;
    copy.evidence.addAll(evidence);
    return copy;
  }

  Claim claim() {
    return new Claim(
        company,
        kind,
        technology,
        activity,
        audience,
        jurisdiction,
        modality,
        attribution,
        announcedOn,
        mention,
        effectiveFrom,
        until,
        stance,
        target,
        evidence,
        Confidence.of(this));
  }
}
