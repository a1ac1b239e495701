package ai.policytracker.ingest.access;

import ai.policytracker.quickstart.identity.Keys;
import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.quickstart.identity.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that must be refused. */
record BadTokens(String why, String token) {
  private static final PrivateKey KEY = TestTokens.keys().getPrivate();
  private static final byte[] PUBLIC_KEY = TestTokens.keys().getPublic().getEncoded();
  private static final String PEM =
      "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
          .formatted(Keys.text(TestTokens.keys().getPublic()));

  static final List<BadTokens> ALL =
      List.of(
          new BadTokens("expired", expiredSince(Duration.ofSeconds(30))),
          with("issuer", "iss", "somebody-else"),
          with("audience", "aud", "another-service"),
          without("iss"),
          without("aud"),
          without("exp"),
          without("sub"),
          new BadTokens("another key", Tokens.sign(Keys.generate().getPrivate(), claims())),
          new BadTokens("alg none", unsigned("none")),
          new BadTokens("alg None", unsigned("None")),
          new BadTokens("HS256 keyed with the public key", hmac(PUBLIC_KEY)),
          new BadTokens("HS256 keyed with its PEM", hmac(PEM.getBytes(StandardCharsets.UTF_8))),
          new BadTokens("signature cut off", cutOff()),
          new BadTokens("other claims under the signature", swapped()),
          new BadTokens("no token", "junk"),
          new BadTokens("dots", "..."));

  private static Map<String, Object> claims() {
    return new HashMap<>(Tokens.claims(Role.OPERATOR, "ann", Instant.now(), Duration.ofHours(1)));
  }

  private static String expiredSince(Duration past) {
    Duration life = Duration.ofHours(1);
    Instant issuedAt = Instant.now().minus(life).minus(past);
    return Tokens.sign(KEY, Tokens.claims(Role.OPERATOR, "ann", issuedAt, life));
  }

  private static BadTokens with(String why, String claim, String value) {
    Map<String, Object> claims = claims();
    claims.put(claim, value);
    return new BadTokens("wrong " + why, Tokens.sign(KEY, claims));
  }

  private static BadTokens without(String claim) {
    Map<String, Object> claims = claims();
    claims.remove(claim);
    return new BadTokens("without " + claim, Tokens.sign(KEY, claims));
  }

  private static String unsigned(String algorithm) {
    return Tokens.part(Map.of("alg", algorithm)) + "." + Tokens.part(claims()) + ".";
  }

  private static String hmac(byte[] key) {
    String signed = Tokens.part(Map.of("alg", "HS256")) + "." + Tokens.part(claims());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return signed + "." + Tokens.base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String cutOff() {
    String good = Tokens.sign(KEY, claims());
    return good.substring(0, good.lastIndexOf('.') + 1);
  }

  private static String swapped() {
    String[] parts = TestTokens.of(Role.READER, "ann").split("\\.");
    return parts[0] + "." + Tokens.part(claims()) + "." + parts[2];
  }

  @Override
  public String toString() {
    return why;
  }
}
