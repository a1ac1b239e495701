package ai.policytracker.benchmarks.bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends the bytes that query-service sent for a company, from memory; nothing else. */
@Singleton
@Path("/v1/companies/{company}/positions")
public class BareRoute {
  private final Map<String, byte[]> answers;

  /**
   * @param folder a file for each company
   */
  BareRoute(@ConfigProperty(name = "bare.answers") java.nio.file.Path folder) throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      answers =
          files.collect(
              Collectors.toUnmodifiableMap(
                  file -> file.getFileName().toString(), BareRoute::bytes));
    }
  }

  private static byte[] bytes(java.nio.file.Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** With If-None-Match it sends an empty 304. */
  @GET
  @Produces("application/json")
  @NonBlocking
  public RestResponse<byte[]> get(
      @PathParam("company") String company, @HeaderParam("If-None-Match") String known) {
    return known == null ? RestResponse.ok(answers.get(company)) : RestResponse.notModified();
  }
}
