package ai.policytracker.query.answer;

import java.util.ArrayList;
import java.util.List;

/** Reads what RFC 4180 describes. */
public final class Csv {
  private Csv() {}

  /** Rows of cells, the names of the columns first. */
  public static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\r') {
          rows.add(row);
          row = new ArrayList<>();
          i++;
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
