package ai.policytracker.quickstart.identity;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/**
 * Tokens for tests, signed with a key pair of this JVM's own. The service under test takes them
 * where its settings include {@link #environment()}.
 */
public final class TestTokens {
  private static final String SHARED = "tracker.test-keys";
  private static final Duration LIFE = Duration.ofHours(1);

  private TestTokens() {}

  /** A good token. */
  public static String of(Role role, String subject) {
    return Tokens.sign(keys().getPrivate(), role, subject, LIFE);
  }

  /** For the services under test, beside {@code Stack.environment}. */
  public static Map<String, String> environment() {
    return Keys.environment(keys().getPublic());
  }

  /** For tests of tokens that are not good. */
  public static KeyPair keys() {
    // Test frameworks load this class in several class loaders; the system properties exist once.
    Properties jvmWide = System.getProperties();
    synchronized (jvmWide) {
      if (jvmWide.getProperty(SHARED + ".public") == null) {
        KeyPair keys = Keys.generate();
        jvmWide.setProperty(SHARED + ".public", text(keys.getPublic()));
        jvmWide.setProperty(SHARED + ".private", text(keys.getPrivate()));
      }
      try {
        return Keys.decode(
            bytes(jvmWide.getProperty(SHARED + ".public")),
            bytes(jvmWide.getProperty(SHARED + ".private")));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("These were keys when they were put there.", e);
      }
    }
  }

  private static String text(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }
}
