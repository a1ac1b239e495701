package ai.policytracker.query.request;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every list across companies takes: its times, and which page of it. */
public class PageParameters {
  @Parameter(description = Times.AS_OF)
  @QueryParam("asOf")
  String asOf;

  @Parameter(description = Times.KNOWN_AT)
  @QueryParam("knownAt")
  String knownAt;

  @Parameter(description = "1 to 1000; of companies 1 to 500")
  @QueryParam("limit")
  @DefaultValue(Parameters.DEFAULT_LIMIT)
  String limit;

  @Parameter(description = Page.CURSOR)
  @QueryParam("cursor")
  String cursor;

  /**
   * @param keys number of the fields of an item's key
   * @param asked the list's name and its filters, as given
   */
  public Page page(int keys, int mostItems, String... asked) {
    String[] all = Arrays.copyOf(asked, asked.length + 2);
    all[asked.length] = asOf;
    all[asked.length + 1] = knownAt;
    Parameters.limit(limit, mostItems);
    return Page.of(Times.of(asOf, knownAt), limit, cursor, keys, all);
  }
}
