package ai.policytracker.ingest.extract;

import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a company lobbies on: a named act or bill, else a kind of law in some place. */
final class Targets {
  private static final Set<String> LAWS = Words.set("laws");
  private static final Set<String> BANS =
      Set.of("ban", "bans", "moratorium", "prohibition", "prohibitions");
  private static final Set<String> NATIONAL =
      Set.of("federal", "congress", "washington", "national", "senate", "house");
  private static final Set<String> EUROPEAN =
      Set.of("eu", "european", "europe", "brussels", "commission", "e.u.", "parliament", "bloc");
  private static final Pattern BILL =
      Pattern.compile(
          "\\b(?:(AB|SB|HB|HF|SF|H\\.R\\.|HR|S\\.)|(Assembly|Senate|House) Bill)\\s?(?:No\\.\\s?)?(\\d{1,5})\\b");
  private static final Pattern ACT =
      Pattern.compile(
          "\\b((?:(?:[A-Z][\\w'.-]{1,20}|of|and|on|for|in) ){0,7}[A-Z][\\w'-]{1,20} )?Act\\b");
  private static final Pattern CODE = Pattern.compile("\\b[Cc]odes? of (?:practices?|conduct)\\b");
  private static final int MAX_SCAN = 20_000;

  private Targets() {}

  /** The first token from {@code from} to {@code to} (exclusive) that names a law, or -1. */
  static int lawAt(Sentence sentence, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, sentence.size()); i++) {
      Token token = sentence.at(i);
      boolean verb = token.tagged("VERB") && !token.is("regulate") && !token.is("regulating");
      boolean enforcement = i + 1 < sentence.size() && sentence.at(i + 1).is("enforcement");
      if (LAWS.contains(token.lower())
          && !verb
          && !enforcement
          && (!token.is("act") || token.capitalised() || isActNoun(sentence, i))) {
        return i;
      }
      if (i + 1 < sentence.size() && (token.is("ab") || token.is("sb")) && token.capitalised()) {
        return i;
      }
    }
    return -1;
  }

  /** "the state's biometric privacy act". */
  private static boolean isActNoun(Sentence sentence, int i) {
    return i > 1 && sentence.at(i).tagged("NOUN") && sentence.at(i - 1).tagged("NOUN");
  }

  /**
   * @param text the article's, where the sentence only says "the bill"
   * @return null where the sentence names no law
   */
  static Target of(
      Sentence sentence, Act act, Technology technology, String text, Context context) {
    String words = text.substring(sentence.start(), sentence.end());
    boolean code = act.verb().means(VerbClass.SIGN);
    String name = code ? "code of practice" : name(words);
    TargetType type = type(sentence, act, name);
    String place = place(sentence, act, name, text);
    if (name == null && refersToNamed(sentence, act)) {
      name = nameBefore(text, sentence.end());
      type = name == null ? type : type(sentence, act, name);
      place = name == null ? place : place(sentence, act, name, text);
    }
    boolean meant = refersToNamed(sentence, act) || name != null && BILL.matcher(name).matches();
    if (place == null && meant) {
      place = context.lawPlace(sentence);
    }
    if (name != null && "EU".equals(place) && !name.startsWith("EU")) {
      name = "EU " + name;
    }
    boolean specific =
        technology == Technology.FACIAL_RECOGNITION
            || technology == Technology.SYNTHETIC_MEDIA
            || technology == Technology.AUTONOMOUS_VEHICLES;
    return new Target(name, type, place, specific ? technology : Technology.GENERAL_AI);
  }

  private static TargetType type(Sentence sentence, Act act, String name) {
    if (name != null && name.matches("[A-Z.]{2,4} \\d+")) {
      return TargetType.BILL;
    }
    int law = lawAt(sentence, act.from() + 1, act.to());
    if (name == null && law >= 0 && BANS.contains(sentence.at(law).lower())) {
      return TargetType.BAN;
    }
    boolean bill = name == null && law >= 0 && sentence.at(law).lower().startsWith("bill");
    return bill ? TargetType.BILL : TargetType.REGULATION;
  }

  private static boolean refersToNamed(Sentence sentence, Act act) {
    int law = lawAt(sentence, act.from() + 1, act.to());
    if (law < 1) {
      return true;
    }
    int before = law - 1;
    while (before > act.from() && sentence.at(before).tagged("ADJ", "NOUN", "PROPN")) {
      before--;
    }
    boolean bill =
        Set.of("bill", "act", "law", "measure", "draft", "proposal", "legislation")
            .contains(sentence.at(law).lower());
    return bill && Set.of("the", "this", "that", "'s").contains(sentence.at(before).lower());
  }

  private static String name(String words) {
    Matcher bill = BILL.matcher(words);
    if (bill.find()) {
      return billName(bill);
    }
    Matcher act = ACT.matcher(words);
    while (act.find()) {
      if (act.group(1) != null) {
        return act.group()
            .replaceFirst("^(?:(?:The|In|On|And|Under|For|EU|European|of|and|on|for|in) )+", "")
            .strip();
      }
    }
    return CODE.matcher(words).find() ? "code of practice" : null;
  }

  private static String billName(Matcher bill) {
    String house = bill.group(1);
    if (house == null) {
      house =
          switch (bill.group(2)) {
            case "Assembly" -> "AB";
            case "Senate" -> "SB";
            default -> "HB";
          };
    }
    return house + " " + bill.group(3);
  }

  /** The bill or act that the article named last before the offset, else first; or null. */
  private static String nameBefore(String text, int offset) {
    String scanned = text.substring(0, Math.min(text.length(), MAX_SCAN));
    String name = null;
    Matcher bill = BILL.matcher(scanned);
    while (bill.find() && (name == null || bill.start() < offset)) {
      name = billName(bill);
    }
    return name == null && scanned.contains("AI Act") ? "AI Act" : name;
  }

  private static String place(Sentence sentence, Act act, String name, String text) {
    boolean european = name != null && (name.contains("AI Act") || name.startsWith("code"));
    for (int i = act.from(); i < sentence.size(); i++) {
      String word = sentence.at(i).lower();
      if (EUROPEAN.contains(word)) {
        return "EU";
      }
      if (name == null && NATIONAL.contains(word) && i < act.to()) {
        return "US";
      }
    }
    if (european) {
      return EUROPEAN.stream().anyMatch(word -> text.toLowerCase(Locale.ROOT).contains(word))
          ? "EU"
          : null;
    }
    return state(sentence, act, name, text);
  }

  private static String state(Sentence sentence, Act act, String name, String text) {
    for (var place : sentence.places()) {
      boolean inside = name != null || place.from() >= act.from() && place.from() < act.to();
      if (inside && place.value().startsWith("US-")) {
        return place.value();
      }
    }
    if (name != null && name.matches("(?:H\\.?R\\.?|S\\.) ?\\d+")) {
      return "US";
    }
    if (name != null && name.matches("[A-Z.]{2,4} \\d+") && text.contains("Sacramento")) {
      return "US-CA";
    }
    for (var place : sentence.places()) {
      if (place.from() >= act.from() && place.from() < act.to()) {
        return place.value();
      }
    }
    return null;
  }
}
