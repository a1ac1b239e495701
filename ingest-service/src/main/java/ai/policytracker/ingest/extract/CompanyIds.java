package ai.policytracker.ingest.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids of companies that no list holds: the name in small letters, without its legal form. */
final class CompanyIds {
  private static final int MAX_CHARS = 60;
  private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]{1,200}");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}{1,20}");
  private static final Set<String> LEGAL = Words.set("legal forms");

  private CompanyIds() {}

  /** The words without those at the end that only say the legal form. */
  static List<String> bare(List<String> words) {
    List<String> bare = new ArrayList<>(words);
    while (bare.size() > 1 && LEGAL.contains(bare.getLast().toLowerCase(Locale.ROOT))) {
      bare.removeLast();
    }
    return bare;
  }

  static String of(List<String> words) {
    String name = String.join(" ", bare(words)).toLowerCase(Locale.ROOT);
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String slug = NO_SLUG.matcher(plain.replace("'", "")).replaceAll("-");
    slug = slug.startsWith("-") ? slug.substring(1) : slug;
    slug = slug.startsWith("the-") ? slug.substring("the-".length()) : slug;
    slug = slug.substring(0, Math.min(MAX_CHARS, slug.length()));
    return slug.endsWith("-") ? slug.substring(0, slug.length() - 1) : slug;
  }
}
