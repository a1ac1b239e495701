package ai.policytracker.quickstart;

import ai.policytracker.quickstart.identity.Keys;
import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.ChildProcess;
import ai.policytracker.quickstart.process.LogTail;
import ai.policytracker.quickstart.process.ProcessGroup;
import ai.policytracker.quickstart.stack.DataFolder;
import ai.policytracker.quickstart.stack.Durability;
import ai.policytracker.quickstart.stack.EmbeddedStack;
import ai.policytracker.quickstart.stack.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** {@code ./tracker up}: from nothing to the table of positions. */
final class Up {
  static final String DATABASE = "tracker";

  private final Options options;
  private final Path home;
  private final Console console;
  private final long startedNanos = System.nanoTime();

  Up(Options options, Path home, Console console) {
    this.options = options;
    this.home = home;
    this.console = console;
  }

  void run() {
    DataFolder folder = DataFolder.open(options.dataFolder());
    ProcessGroup group = ProcessGroup.open(folder.path(), console::say);
    try {
      requireFreePorts();
      Map<Service, ServiceProcess> services = start(group, folder);
      if (options.samples()) {
        showSamples(services);
      }
      showAddresses(services, folder);
      if (options.detach()) {
        group.detach();
        console.say("It goes on in the background. Stop it: ./tracker down" + dataOption());
      } else {
        console.say("Ctrl-C stops everything.");
        watch(group, services);
      }
    } catch (CannotStartException e) {
      if (group.isClosed()) { // by a signal: what fails then is no news
        return;
      }
      console.endChanging();
      group.close();
      throw e;
    }
  }

  private void requireFreePorts() {
    for (Service service : Service.values()) {
      int port = service.port(options.portBase());
      if (!Ports.isFree(port)) {
        throw new CannotStartException(
            "Port "
                + port
                + ", wanted for "
                + service.module()
                + ", is taken.\nStop the program that uses it, or choose three others:"
                + " ./tracker up --port-base "
                + (options.portBase() + 1000));
      }
    }
  }

  private Map<Service, ServiceProcess> start(ProcessGroup group, DataFolder folder) {
    console.say("Starting PostgreSQL and Kafka on " + folder.path() + " ...");
    EmbeddedStack stack = EmbeddedStack.start(group, folder, Durability.DURABLE);
    stack.createDatabase(DATABASE);
    console.say(elapsed() + "  PostgreSQL and Kafka are up. Starting the services ...");
    Map<String, String> environment = new HashMap<>(stack.environment(DATABASE));
    environment.putAll(Keys.environment(folder.keys().open().getPublic()));
    var settings = new ServiceProcess.Settings(environment, folder.logs());
    Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      int port = service.port(options.portBase());
      services.put(service, ServiceProcess.start(group, service, port, home, settings));
    }
    for (ServiceProcess service : services.values()) {
      service.awaitReady();
      console.say(elapsed() + "  " + service.service().module() + " is ready.");
    }
    return services;
  }

  private void showSamples(Map<Service, ServiceProcess> services) {
    Http query = services.get(Service.QUERY).http();
    Path articles = home.resolve("samples/articles.ndjson");
    new Samples(services.get(Service.INGEST).http(), query, console).ingest(articles);
    console.say(elapsed() + "  Positions from the sample articles, as they hold today:");
    console.say("");
    PositionsTable.read(query).forEach(console::say);
  }

  private void showAddresses(Map<Service, ServiceProcess> services, DataFolder folder) {
    Http query = services.get(Service.QUERY).http();
    Http ingest = services.get(Service.INGEST).http();
    Http policy = services.get(Service.POLICY).http();
    console.say("");
    console.say(
        "Positions   " + query.address("/v1/companies/microsoft/positions?asOf=2020-06-12"));
    console.say("Companies   " + query.address("/v1/companies"));
    console.say("Changes     " + query.address("/v1/changes?after=0"));
    console.say("Articles    POST " + ingest.address("/v1/articles"));
    console.say("OpenAPI     " + query.address("/q/openapi"));
    console.say("            " + ingest.address("/q/openapi"));
    console.say("            " + policy.address("/q/openapi"));
    console.say("Logs        " + folder.logs());
    console.say("");
  }

  /** Until a signal ends this program; tells of services that end by themselves. */
  private void watch(ProcessGroup group, Map<Service, ServiceProcess> services) {
    List<ChildProcess> running =
        new ArrayList<>(services.values().stream().map(ServiceProcess::process).toList());
    while (!running.isEmpty()) {
      CompletableFuture.anyOf(
              running.stream().map(ChildProcess::onExit).toArray(CompletableFuture<?>[]::new))
          .join();
      if (group.isClosed()) {
        return;
      }
      running.stream()
          .filter(child -> !child.isAlive())
          .forEach(
              child ->
                  console.say(
                      child.name()
                          + " has ended. Ctrl-C and another \"./tracker up"
                          + dataOption()
                          + "\" bring it back.\n"
                          + LogTail.explain(child.log())));
      running.removeIf(child -> !child.isAlive());
    }
    throw new CannotStartException("All services have ended.");
  }

  private String dataOption() {
    Path standard = home.resolve(".tracker/data");
    return options.dataFolder().equals(standard) ? "" : " --data " + options.dataFolder();
  }

  private String elapsed() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
    return "%4.1f s".formatted(elapsed.toMillis() / 1000.0);
  }
}
