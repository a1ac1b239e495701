package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.ProcessGroup;
import java.nio.file.Path;

/** A program that runs a stack until it is stopped; its first line of output says that it is up. */
final class StackProgram {
  private StackProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    DataFolder folder = DataFolder.open(Path.of(arguments[0]));
    ProcessGroup group = ProcessGroup.open(folder.path(), System.err::println);
    EmbeddedStack.start(group, folder, Durability.DISPOSABLE);
    System.out.println("up");
    Thread.currentThread().join();
  }
}
