package ai.policytracker.event;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * ISO 3166 country codes, with or without a subdivision ({@code US}, {@code US-CA}), and {@code
 * EU}.
 */
public final class Jurisdiction {
  private static final Set<String> COUNTRIES = Set.of(java.util.Locale.getISOCountries());
  private static final Pattern FORM = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");

  private Jurisdiction() {}

  public static boolean isValid(String code) {
    var form = FORM.matcher(code);
    return code.equals("EU") || (form.matches() && COUNTRIES.contains(form.group(1)));
  }
}
