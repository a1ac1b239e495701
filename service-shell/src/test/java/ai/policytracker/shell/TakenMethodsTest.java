package ai.policytracker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenMethodsTest {
  private final TakenMethods methods =
      new TakenMethods(List.of(Things.class, Parts.class, String.class));

  @Path("/v1/things")
  static final class Things {
    @GET
    public void list() {}

    @POST
    public void add() {}

    @GET
    @Path("/{id}")
    public void one() {}
  }

  @Path("/v1/things/{id}/parts.all")
  static final class Parts {
    @POST
    @Path("{part}")
    public void add() {}
  }

  @Test
  void everyMethodOfAPathIsNamedWhereverItIsDeclared() {
    assertThat(methods.of("/v1/things")).containsExactly("GET", "HEAD", "OPTIONS", "POST");
    assertThat(methods.of("/v1/things/a")).containsExactly("GET", "HEAD", "OPTIONS");
    assertThat(methods.of("/v1/things/a/parts.all/b")).containsExactly("OPTIONS", "POST");
  }

  @Test
  void otherPathsTakeNone() {
    assertThat(methods.of("/v1")).isEmpty();
    assertThat(methods.of("/v1/things/a/parts.all")).isEmpty();
    assertThat(methods.of("/v1/things/a/parts-all/b")).isEmpty();
  }
}
