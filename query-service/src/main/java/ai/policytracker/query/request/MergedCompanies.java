package ai.policytracker.query.request;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Leads who asks for a merged company to the same question of the one that counts now. */
public class MergedCompanies {
  private static final String OF_COMPANY = "^/v1/companies/[^/]+";
  private static final int PERMANENT_REDIRECT = 308;

  /** Only where the known time stands in the address will it always lead there. */
  @ServerExceptionMapper
  public RestResponse<Void> lead(MergedCompanyException merged, UriInfo asked) {
    String path = asked.getPath().replaceFirst(OF_COMPANY, "/v1/companies/" + merged.into());
    String query = asked.getRequestUri().getRawQuery();
    Set<String> given = asked.getQueryParameters().keySet();
    boolean fixed = given.contains("knownAt") || given.contains("toKnownAt");
    return ResponseBuilder.<Void>create(PERMANENT_REDIRECT)
        .header(HttpHeaders.LOCATION, query == null ? path : path + "?" + query)
        .header(HttpHeaders.CACHE_CONTROL, merged.known().cacheControl(fixed))
        .build();
  }
}
