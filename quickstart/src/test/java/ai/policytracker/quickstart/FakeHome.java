package ai.policytracker.quickstart;

import ai.policytracker.quickstart.stack.TrackerHome;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A project folder whose packaged services are {@link FakeService}. */
final class FakeHome {
  static final List<String> ARTICLES = List.of("{\"a\":1}", "{\"b\":2}");

  private static final List<String> LINKS =
      List.of(
          "quickstart/broker/target/libs",
          // Where PostgreSQL's programs are unpacked; once is enough.
          ".tracker");

  private FakeHome() {}

  static void create(Path home) throws IOException {
    Path project = TrackerHome.find();
    for (String path : LINKS) {
      link(home, project, path);
    }
    Files.createDirectories(home.resolve("samples"));
    Files.write(home.resolve("samples/articles.ndjson"), ARTICLES);
    for (Service service : Service.values()) {
      writeJar(home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar"));
    }
  }

  static void removeLinks(Path home) throws IOException {
    for (String path : LINKS) {
      Files.delete(home.resolve(path));
    }
  }

  private static void link(Path home, Path project, String path) throws IOException {
    Files.createDirectories(project.resolve(path));
    Files.createDirectories(home.resolve(path).getParent());
    Files.createSymbolicLink(home.resolve(path), project.resolve(path));
  }

  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    StringBuilder classPath = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      classPath.append(Path.of(entry).toUri()).append(' ');
    }
    attributes.put(Attributes.Name.CLASS_PATH, classPath.toString());
    Files.createDirectories(jar.getParent());
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }
}
