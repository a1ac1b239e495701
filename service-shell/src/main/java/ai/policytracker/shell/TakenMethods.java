package ai.policytracker.shell;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods the paths of this service take. */
@Singleton
class TakenMethods {
  private final List<Route> routes;

  private record Route(Pattern path, String method) {}

  @Inject
  TakenMethods(BeanManager beans) {
    this(
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(Bean::getBeanClass)
            .toList());
  }

  /**
   * @param classes of which those with a path are resources
   */
  TakenMethods(Collection<? extends Class<?>> classes) {
    routes =
        classes.stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .distinct()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .flatMap(TakenMethods::routes)
            .toList();
  }

  /** In alphabetical order; none where there is nothing at that path. */
  SortedSet<String> of(String path) {
    SortedSet<String> methods =
        routes.stream()
            .filter(route -> route.path().matcher(path).matches())
            .map(Route::method)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!methods.isEmpty()) {
      methods.add(HttpMethod.OPTIONS);
    }
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return methods;
  }

  private static Stream<Route> routes(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> new Route(pattern(method), type.getAnnotation(HttpMethod.class).value()));
  }

  private static Pattern pattern(Method method) {
    Path below = method.getAnnotation(Path.class);
    String path =
        Stream.of(
                method.getDeclaringClass().getAnnotation(Path.class).value(),
                below == null ? "" : below.value())
            .flatMap(part -> Arrays.stream(part.split("/")))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
            .collect(Collectors.joining("/", "/", ""));
    return Pattern.compile(path);
  }
}
