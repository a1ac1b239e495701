package ai.policytracker.quickstart.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/** Key pairs for ES256: elliptic curve P-256. */
public final class Keys {
  private static final String ALGORITHM = "EC";

  private Keys() {}

  public static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK knows P-256.", e);
    }
  }

  /** On one line: base64 of its SubjectPublicKeyInfo. */
  public static String text(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** The variable that tells the services which key to check tokens with. */
  public static Map<String, String> environment(PublicKey key) {
    return Map.of("TRACKER_JWT_PUBLIC_KEY", text(key));
  }

  static KeyPair decode(byte[] publicKey, byte[] privateKey) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(publicKey)),
        factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
  }
}
