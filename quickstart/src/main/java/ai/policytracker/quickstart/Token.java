package ai.policytracker.quickstart;

import ai.policytracker.quickstart.identity.KeyFolder;
import ai.policytracker.quickstart.identity.Keys;
import ai.policytracker.quickstart.identity.Tokens;
import ai.policytracker.quickstart.stack.DataFolder;
import java.io.PrintStream;
import java.security.KeyPair;

/** {@code ./tracker token}: one line that a shell can put into a header. */
final class Token {
  private final TokenOptions options;

  Token(TokenOptions options) {
    this.options = options;
  }

  /**
   * @param out gets the token and nothing else
   * @param notes gets what there is to tell besides
   */
  void run(PrintStream out, PrintStream notes) {
    KeyFolder folder = DataFolder.open(options.dataFolder()).keys();
    if (!folder.exists()) {
      notes.println(
          "Made a key pair in " + options.dataFolder() + "; the next \"./tracker up\" uses it.");
    }
    KeyPair keys = folder.open();
    out.println(
        options.role() == null
            ? Keys.text(keys.getPublic())
            : Tokens.sign(keys.getPrivate(), options.role(), options.subject(), options.life()));
  }
}
