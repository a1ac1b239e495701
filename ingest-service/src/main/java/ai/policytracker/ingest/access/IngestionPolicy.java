package ai.policytracker.ingest.access;

import ai.policytracker.shell.identity.IdentityProblems;
import ai.policytracker.shell.identity.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * Articles come from callers with a role, or without a token from a trusted network. A token that
 * comes is judged wherever it comes from.
 */
@ApplicationScoped
public class IngestionPolicy implements HttpSecurityPolicy {
  public static final String NAME = "ingestion";
  private static final Set<String> ROLES = Set.of(Roles.ANALYST, Roles.OPERATOR);

  private final IngestionSettings settings;

  IngestionPolicy(IngestionSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext authorization) {
    return identity.map(caller -> check(request, caller));
  }

  private CheckResult check(RoutingContext request, SecurityIdentity caller) {
    if (caller.isAnonymous()) {
      // That of the connection: the request's own may be taken from headers, where proxies are
      // configured.
      if (isTrusted(request.request().connection().remoteAddress())) {
        return CheckResult.PERMIT;
      }
      throw IdentityProblems.unauthenticated(ROLES);
    }
    if (ROLES.stream().noneMatch(caller::hasRole)) {
      throw IdentityProblems.forbidden(ROLES);
    }
    return CheckResult.PERMIT;
  }

  private boolean isTrusted(SocketAddress peer) {
    String host = peer == null ? null : peer.hostAddress();
    if (host == null) {
      return false;
    }
    InetAddress address = InetAddress.ofLiteral(host.replaceFirst("%.*", ""));
    return settings.trustedNetworks().orElse(List.of()).stream()
        .anyMatch(network -> network.contains(address));
  }
}
