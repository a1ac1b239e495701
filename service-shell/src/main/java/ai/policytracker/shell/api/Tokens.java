package ai.policytracker.shell.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Says in words which role a route asks for: scopes are OAuth's, and the roles of our tokens are
 * none.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public class Tokens implements OASFilter {

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getSecurity() == null) {
      return operation;
    }
    TreeSet<String> roles =
        operation.getSecurity().stream()
            .flatMap(needed -> needed.getSchemes().values().stream())
            .flatMap(List::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!roles.isEmpty()) {
      operation.setSecurity(operation.getSecurity().stream().map(Tokens::withoutRoles).toList());
      String before =
          operation.getDescription() == null
              ? operation.getSummary() + "."
              : operation.getDescription();
      operation.setDescription(
          before + " Needs a token with the role " + String.join(" or ", roles) + ".");
    }
    return operation;
  }

  private static SecurityRequirement withoutRoles(SecurityRequirement needed) {
    SecurityRequirement without = OASFactory.createSecurityRequirement();
    for (Map.Entry<String, List<String>> scheme : needed.getSchemes().entrySet()) {
      without.addScheme(scheme.getKey());
    }
    return without;
  }
}
