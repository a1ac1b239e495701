package ai.policytracker.ingest.extract;

import ai.policytracker.event.TargetType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The laws, bills and codes that a text calls by their names. */
final class NamedLaws {

  /**
   * A law with its name.
   *
   * @param at offset of the name in the text
   * @param end offset of its end
   * @param code whether it is a paper that companies sign rather than a law
   */
  record Law(String name, TargetType type, int at, int end, boolean code) {}

  private static final int MAX_SCAN = 20_000;
  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\b(?:(AB|SB|HB|HF|SF|LD|LB|H\\.R\\.|HR|S\\.|PL)|(Assembly|Senate|House) Bill)"
              + "\\s?(?:No\\.\\s?)?(\\d{1,5}(?:/\\d{4})?)\\b");
  private static final Pattern LETTERED =
      Pattern.compile(
          "(?<!Assembly |Senate |House )\\bBill (?:No\\. ?)?([CS]-\\d{1,3}|\\d{2,5})\\b");
  private static final Pattern BASIC =
      Pattern.compile(
          "\\b(?:basic|framework|omnibus|model) (?:act|law|bill) on (?:AI|artificial intelligence)\\b"
              + "|\\b(?:AI|artificial intelligence) (?:basic|framework) (?:act|law|bill)\\b");
  private static final String WORDS =
      "((?:(?:[A-Z][\\w'’.-]{0,20}|\\([A-Z]\\w{0,20}|[A-Z]\\w{0,20}\\)|of|and|on|for|in|to) ){0,7}"
          + "[A-Z][\\w'’-]{0,20}\\)? )";
  private static final Pattern TITLED =
      Pattern.compile(
          "(?<![\\w.])"
              + WORDS
              + "(Act|Bill|Directive|Charter|Pact|Accord|Compact)\\b(?! (?:[A-Z]|\\d))");
  private static final Pattern BEFORE =
      Pattern.compile(
          "^(?:(?:The|This|That|In|On|And|But|Under|For|If|As|By|With|Its|EU|European|of|and|on"
              + "|for|in|to|Both|While|When|Since|After|Before|New) )+");

  /** "California's", but not the children of "Children's Online Privacy Protection Act". */
  private static final Pattern OWNER =
      Pattern.compile(
          "^[\\w. ]{1,40}(?<!Children|Consumer|Patient|Worker|Women|Parent|Creator|Artist)['’]s ");

  private static final Pattern CODE = Pattern.compile("\\b[Cc]odes? of (?:practices?|conduct)\\b");
  private static final Set<String> CODES = Set.of("Charter", "Pact", "Accord", "Compact");
  private static final Set<String> NO_NAMES =
      Set.of("Act", "Bill", "Charter", "Pact", "Accord", "Directive", "Compact");

  private final List<Law> laws;

  private NamedLaws(List<Law> laws) {
    this.laws = laws;
  }

  static NamedLaws in(String text) {
    String scanned = text.length() <= MAX_SCAN ? text : text.substring(0, MAX_SCAN);
    List<Law> laws = new ArrayList<>();
    Matcher numbered = NUMBERED.matcher(scanned);
    while (numbered.find()) {
      laws.add(law(numbered, billName(numbered), TargetType.BILL));
    }
    Matcher lettered = LETTERED.matcher(scanned);
    while (lettered.find()) {
      laws.add(law(lettered, lettered.group(), TargetType.BILL));
    }
    Matcher basic = BASIC.matcher(scanned);
    while (basic.find()) {
      laws.add(law(basic, basic.group(), TargetType.BILL));
    }
    Matcher titled = TITLED.matcher(scanned);
    while (titled.find()) {
      String whole = OWNER.matcher(titled.group()).replaceFirst("");
      String name = BEFORE.matcher(whole).replaceFirst("").strip();
      if (!NO_NAMES.contains(name)) {
        boolean bill = titled.group(2).equals("Bill");
        laws.add(law(titled, name, bill ? TargetType.BILL : TargetType.REGULATION));
      }
    }
    Matcher code = CODE.matcher(scanned);
    while (code.find()) {
      laws.add(new Law("code of practice", TargetType.REGULATION, code.start(), code.end(), true));
    }
    laws.sort(Comparator.comparingInt(Law::at));
    return new NamedLaws(List.copyOf(laws));
  }

  private static Law law(Matcher found, String name, TargetType type) {
    boolean code = CODES.contains(name.substring(name.lastIndexOf(' ') + 1));
    return new Law(name, type, found.start(), found.end(), code);
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

  /** The laws that are named between the offsets, in their order. */
  List<Law> between(int from, int to) {
    return laws.stream().filter(law -> law.at() >= from && law.end() <= to).toList();
  }

  /** The law of the kind that was named last before the offset, else the first after; or null. */
  Law meant(int offset, boolean code) {
    Law meant = null;
    for (Law law : laws) {
      if (law.code() == code && (meant == null || law.at() < offset)) {
        meant = law;
      }
    }
    return meant;
  }

  /** The bill with the number, as in "against 1064"; or null. */
  Law numbered(String number) {
    return laws.stream().filter(law -> law.name().endsWith(" " + number)).findFirst().orElse(null);
  }

  /** The names of all laws, codes left out, each once. */
  List<String> names() {
    return laws.stream().filter(law -> !law.code()).map(Law::name).distinct().toList();
  }

  /** Every mention of the name. */
  List<Law> called(String name) {
    return laws.stream().filter(law -> law.name().equals(name)).toList();
  }
}
