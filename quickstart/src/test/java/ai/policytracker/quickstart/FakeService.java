package ai.policytracker.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers as the three services do for one company with one position. Claims show up in the change
 * log one at each reading.
 */
final class FakeService implements AutoCloseable {
  private final HttpServer server;
  private final List<String> changes = new ArrayList<>();
  private int told;

  private FakeService(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/q/health/ready", exchange -> answer(exchange, "{}"));
    server.createContext("/v1/articles", this::takeArticles);
    server.createContext("/v1/changes", this::tellChanges);
    server.createContext(
        "/v1/companies", exchange -> answer(exchange, "{\"items\":[{\"company\":\"amazon\"}]}"));
    server.createContext(
        "/v1/companies/amazon/positions",
        exchange ->
            answer(
                exchange,
                """
                {"positions":[{"subject":{"technology":"facial-recognition",
                "activity":"PROVISION","audience":"law-enforcement","jurisdiction":null},
                "status":"PAUSED","validFrom":"2020-06-01","validFromPrecision":"MONTH",
                "validTo":null,"until":{"condition":"a law"},"standing":"CONFIRMED",
                "sourceCount":2}]}
                """));
    server.start();
  }

  static FakeService start() throws IOException {
    return new FakeService(0);
  }

  /** As a process, in the way that the packaged services are started. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("serves " + System.getenv("POSTGRES_DATABASE"));
    System.out.println("trusts " + System.getenv("TRACKER_JWT_PUBLIC_KEY"));
    FakeService service = new FakeService(Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
    // Another process takes the articles; this one knows beforehand what will come.
    FakeHome.ARTICLES.forEach(article -> service.changes.add(claimOf(article)));
  }

  Http http() {
    return Http.local(server.getAddress().getPort());
  }

  private synchronized void takeArticles(HttpExchange exchange) throws IOException {
    List<String> articles =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    List<String> answers = new ArrayList<>();
    for (String article : articles) {
      if (article.contains("refuse")) {
        answers.add("{\"status\":400,\"detail\":\"text is missing\"}");
      } else {
        String claim = claimOf(article);
        changes.add(claim);
        answers.add("{\"articleId\":\"a\",\"claims\":[{\"claimId\":\"" + claim + "\"}]}");
      }
    }
    answer(exchange, String.join("\n", answers));
  }

  private static String claimOf(String article) {
    return "claim-" + article.hashCode();
  }

  private synchronized void tellChanges(HttpExchange exchange) throws IOException {
    int after =
        Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll("\\D*(\\d+).*", "$1"));
    told = Math.min(told + 1, changes.size());
    String items =
        IntStream.range(after, told)
            .mapToObj(
                i ->
                    "{\"seq\":%d,\"announced\":{\"claimId\":\"%s\"}}"
                        .formatted(i + 1, changes.get(i)))
            .collect(Collectors.joining(","));
    answer(exchange, "{\"items\":[" + items + "]}");
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
