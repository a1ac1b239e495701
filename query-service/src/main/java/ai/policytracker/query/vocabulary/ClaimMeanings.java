package ai.policytracker.query.vocabulary;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** What the words of a claim mean, for those who read the answers. */
final class ClaimMeanings {
  private ClaimMeanings() {}

  static String of(Kind kind) {
    return switch (kind) {
      case PAUSE -> "Stops, with an end stated or implied: a duration, a date, a condition";
      case BAN -> "Prohibits or refuses, with no end";
      case WITHDRAWAL -> "Retires a product, a feature or a line of work for everyone";
      case RESTRICTION -> "Goes on under limits: approval, review, fewer features or customers";
      case RESUMPTION -> "Ends or loosens an earlier pause, ban, withdrawal or restriction";
      case PERMISSION -> "Allows it or goes on with it, with no earlier limit being lifted";
      case COMMITMENT -> "Pledges a practice: labels, tests, principles, a voluntary code";
      case LOBBYING_STANCE -> "Takes a side on a law, bill, ban or regulation";
    };
  }

  static String of(Technology technology) {
    return switch (technology) {
      case FACIAL_RECOGNITION -> "Finding or identifying people by their faces";
      case EMOTION_RECOGNITION -> "Reading moods and emotions from faces, voices or behaviour";
      case GENERATIVE_AI -> "Chatbots, language models, generators of images and sound";
      case SYNTHETIC_MEDIA ->
          "Deepfakes, cloned voices, political advertisements: the likeness of real people";
      case SURVEILLANCE -> "Predictive policing and surveillance with AI, other than of faces";
      case AUTONOMOUS_WEAPONS -> "Weapons and military uses of AI";
      case AUTONOMOUS_VEHICLES -> "Vehicles that drive themselves";
      case AUTOMATED_DECISIONS -> "Decisions on hiring, credit, moderation and the like";
      case GENERAL_AI -> "AI as a whole, and what fits no other technology";
    };
  }

  static String of(Activity activity) {
    return switch (activity) {
      case PROVISION -> "Sells, licenses, offers it or gives others access";
      case INTERNAL_USE -> "The company or its staff use it";
      case DEVELOPMENT -> "Builds or researches it";
      case TRAINING -> "Uses data to train models; scraping";
      case CONTENT -> "Accepts or publishes content that AI made";
      case INVESTMENT -> "Puts money into those who make it";
    };
  }

  static String of(Audience audience) {
    return switch (audience) {
      case LAW_ENFORCEMENT -> "Police and other law enforcement";
      case MILITARY -> "Armed forces and defence";
      case GOVERNMENT -> "Other public bodies";
      case EMPLOYEES -> "The staff of the company";
      case MINORS -> "Children and teenagers";
      case POLITICAL_CAMPAIGNS -> "Parties, candidates, political advertisers";
      case GENERAL -> "Everyone, or not said";
    };
  }

  static String of(Modality modality) {
    return switch (modality) {
      case DECIDED -> "In force or decided; the only one that moves a position";
      case PLANNED -> "Intended or planned";
      case CONSIDERED -> "Under consideration, or threatened under a condition";
      case DENIED -> "The company denies it";
    };
  }

  static String of(Attribution attribution) {
    return switch (attribution) {
      case COMPANY -> "The company says so: a statement, a post, a spokesperson, an executive";
      case REPORTED -> "The outlet reports it: its own research, a memo, unnamed sources";
      case THIRD_PARTY -> "Somebody else says so: an advocacy group, a regulator, a rival";
    };
  }

  static String of(Mention mention) {
    return switch (mention) {
      case NEWS -> "What the article reports";
      case BACKGROUND -> "What the article recalls";
    };
  }

  static String of(Precision precision) {
    return switch (precision) {
      case DAY -> "The day is known";
      case MONTH -> "Only the month is known; the date is its first day";
      case YEAR -> "Only the year is known; the date is its first day";
      case UNKNOWN -> "No date is known";
    };
  }

  static String of(Stance stance) {
    return switch (stance) {
      case SUPPORTS -> "Backs it or calls for it";
      case OPPOSES -> "Is against it";
      case SEEKS_CHANGES -> "Wants it amended, weakened or delayed";
    };
  }

  static String of(TargetType type) {
    return switch (type) {
      case REGULATION -> "A law in force, or rules in general";
      case BILL -> "A law that is proposed";
      case BAN -> "A prohibition";
    };
  }

  static String of(DayOfWeek weekday) {
    return "The last %s up to the publication of an article that names no date"
        .formatted(weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }
}
