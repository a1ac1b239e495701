package ai.policytracker.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as HTTP writes them: in whole seconds, and with a day of two digits. */
public final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

  private HttpDate() {}

  public static String of(Instant time) {
    return FORMAT.format(time.atOffset(ZoneOffset.UTC));
  }
}
