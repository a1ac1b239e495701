package ai.policytracker.quickstart.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** JSON Web Tokens (RFC 7519) signed with ES256, as the services take them. */
public final class Tokens {
  /** The services' {@code mp.jwt.verify.issuer}. */
  public static final String ISSUER = "policy-tracker";

  /** The services' {@code mp.jwt.verify.audiences}. */
  public static final String AUDIENCE = "policy-tracker";

  private static final Map<String, Object> HEADER = Map.of("alg", "ES256", "typ", "JWT");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Tokens() {}

  /** A token for one role, valid from now on. */
  public static String sign(PrivateKey key, Role role, String subject, Duration life) {
    return sign(key, claims(role, subject, Instant.now(), life));
  }

  /** What {@link #sign(PrivateKey, Role, String, Duration)} puts into a token. */
  public static Map<String, Object> claims(
      Role role, String subject, Instant issuedAt, Duration life) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", subject);
    claims.put("groups", List.of(role.word()));
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("exp", issuedAt.plus(life).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  /** A token with any claims. */
  public static String sign(PrivateKey key, Map<String, Object> claims) {
    String signed = part(HEADER) + "." + part(claims);
    try {
      // JWS wants the two numbers side by side (RFC 7518, 3.4), not the DER of the JDK's default.
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK signs with ES256.", e);
    }
  }

  /** Header or claims, as they stand in a token. */
  public static String part(Map<String, Object> fields) {
    try {
      return base64(JSON.writeValueAsBytes(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Bytes, as they stand in a token. */
  public static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
