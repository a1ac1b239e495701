package ai.policytracker.shell.identity;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import org.jboss.logging.Logger;

/**
 * Looks at start at the key that tokens are checked with, which else only the first token would.
 */
@ApplicationScoped
class VerificationKey {
  private static final Logger LOG = Logger.getLogger(VerificationKey.class);

  void check(@Observes StartupEvent start, JWTAuthContextInfo settings) {
    String content = settings.getPublicKeyContent();
    if (content == null && settings.getPublicKeyLocation() == null) {
      LOG.warn(
          "no public key is set (TRACKER_JWT_PUBLIC_KEY or TRACKER_JWT_PUBLIC_KEY_LOCATION):"
              + " every token is refused");
    } else if (content != null && !isReadable(content)) {
      throw new IllegalStateException(
          "TRACKER_JWT_PUBLIC_KEY, or the file at TRACKER_JWT_PUBLIC_KEY_LOCATION, holds no EC"
              + " public key: base64, PEM or JWK(S) is expected");
    }
  }

  static boolean isReadable(String content) {
    if (KeyUtils.loadJsonWebKeys(content) != null) {
      return true;
    }
    try {
      return KeyUtils.decodePublicKey(content, SignatureAlgorithm.ES256) != null;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
