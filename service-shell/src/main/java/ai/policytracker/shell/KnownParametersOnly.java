package ai.policytracker.shell;

import ai.policytracker.shell.Problems.FieldError;
import io.quarkus.arc.All;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that a route does not know, and ones given twice: a misspelt filter must
 * not look like an answer.
 */
public class KnownParametersOnly {
  public static final int PRIORITY = Priorities.USER;

  private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();
  private final List<MoreParameters> more;

  KnownParametersOnly(@All List<MoreParameters> more) {
    this.more = more;
  }

  /** Parameters that a filter takes, so that they do not stand at the routes. */
  public interface MoreParameters {
    List<String> of(Method route);
  }

  @ServerRequestFilter(priority = PRIORITY)
  public void check(ContainerRequestContext request, ResourceInfo route) {
    var given = request.getUriInfo().getQueryParameters();
    if (given.isEmpty() || !route.getResourceClass().getName().startsWith("ai.policytracker.")) {
      return;
    }
    SortedSet<String> allowed =
        known.computeIfAbsent(route.getResourceMethod(), this::parametersOf);
    List<FieldError> errors =
        given.entrySet().stream()
            .flatMap(parameter -> errorOf(parameter.getKey(), parameter.getValue(), allowed))
            .toList();
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
  }

  private static Stream<FieldError> errorOf(
      String name, List<String> values, SortedSet<String> allowed) {
    if (!allowed.contains(name)) {
      String detail =
          allowed.isEmpty()
              ? "is unknown; this route has no parameters"
              : "is unknown; the parameters are " + String.join(", ", allowed);
      return Stream.of(new FieldError(name, detail));
    }
    return values.size() > 1
        ? Stream.of(new FieldError(name, "must be given once"))
        : Stream.empty();
  }

  private SortedSet<String> parametersOf(Method route) {
    SortedSet<String> names =
        Arrays.stream(route.getParameters())
            .flatMap(KnownParametersOnly::named)
            .map(p -> p.getAnnotation(QueryParam.class))
            .filter(Objects::nonNull)
            .map(QueryParam::value)
            .collect(Collectors.toCollection(TreeSet::new));
    more.forEach(filter -> names.addAll(filter.of(route)));
    return names;
  }

  /** A record of parameters stands for those that it holds. */
  private static Stream<AnnotatedElement> named(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Arrays.stream(parameter.getType().getDeclaredFields())
        : Stream.of(parameter);
  }
}
