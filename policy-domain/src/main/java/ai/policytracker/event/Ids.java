package ai.policytracker.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Content-derived ids, so that the same content has the same id wherever and however often it is
 * made.
 */
public final class Ids {
  /** 128 of SHA-256's bits: no collision to be expected below 10^18 ids. */
  private static final int ID_BYTES = 16;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final MessageDigest SHA_256 = platformSha256();

  private Ids() {}

  /**
   * Id of a claim: what it says in which article; {@code ordinal} tells equal ones apart, from 0.
   */
  public static String claim(String articleId, Claim claim, int ordinal) {
    Target target = claim.target();
    return of(
        "claim",
        articleId,
        claim.company(),
        claim.kind().name(),
        claim.technology().slug(),
        claim.activity().name(),
        claim.audience().slug(),
        claim.jurisdiction(),
        target == null ? null : target.name(),
        target == null ? null : target.type().name(),
        target == null ? null : target.jurisdiction(),
        target == null || target.technology() == null ? null : target.technology().slug(),
        Integer.toString(ordinal));
  }

  /**
   * 32 hexadecimal digits over the parts; null and "" differ, and no two lists of parts run
   * together.
   */
  public static String of(String... parts) {
    MessageDigest digest = sha256();
    byte[] length = new byte[Integer.BYTES];
    for (String part : parts) {
      byte[] bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
      INT.set(length, 0, bytes == null ? -1 : bytes.length);
      digest.update(length);
      if (bytes != null) {
        digest.update(bytes);
      }
    }
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), ID_BYTES));
  }

  /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
  public static String textHash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A copy of one that is never used: looking the algorithm up costs as much as hashing. */
  private static MessageDigest sha256() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's own SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest platformSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
