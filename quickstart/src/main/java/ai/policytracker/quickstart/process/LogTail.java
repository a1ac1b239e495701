package ai.policytracker.quickstart.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a log says at its end, in words for the one who started the program. */
public final class LogTail {
  private static final int LINES = 12;
  private static final int WINDOW_BYTES = 32 * 1024;
  private static final int LINE_CHARS = 200;

  private LogTail() {}

  /** The known cause in plain words where there is one, the last lines, and where the rest is. */
  public static String explain(Path log) {
    String end = end(log);
    String quoted =
        lastLines(end).stream().map(line -> "  | " + line).collect(Collectors.joining("\n"));
    return knownCause(end) + (quoted.isEmpty() ? "" : quoted + "\n") + "Log: " + log;
  }

  private static String knownCause(String end) {
    if (end.contains("No space left on device") || end.contains("Disk quota exceeded")) {
      return "The disk is full: make room, or choose another folder with --data DIR.\n";
    }
    if (end.contains("unshare: ") && end.contains("Operation not permitted")) {
      return "PostgreSQL refuses to run as root, and this machine does not let root drop its rights"
          + " (unshare -U).\nRun this as a normal user.\n";
    }
    if (end.contains("OutOfMemoryError") || end.contains("Cannot allocate memory")) {
      return "It ran out of memory.\n";
    }
    return "";
  }

  private static List<String> lastLines(String end) {
    List<String> lines =
        end.lines()
            .filter(line -> !line.isBlank())
            .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "))
            .map(line -> line.length() > LINE_CHARS ? line.substring(0, LINE_CHARS) + " ..." : line)
            .toList();
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
  }

  private static String end(Path log) {
    if (!Files.isReadable(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - WINDOW_BYTES));
      byte[] bytes = new byte[(int) Math.min(WINDOW_BYTES, file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(the log cannot be read: " + e.getMessage() + ")";
    }
  }
}
