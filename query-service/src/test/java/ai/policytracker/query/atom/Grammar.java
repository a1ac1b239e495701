package ai.policytracker.query.atom;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.SchemaReader;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The grammar of RFC 4287, as jing reads it. */
final class Grammar {
  private static final String FILE = "/atom/atom.rnc";

  private Grammar() {}

  /** What is wrong with a document; empty where nothing is. */
  static List<String> problemsOf(String document) {
    Found found = new Found(new ArrayList<>());
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, found);
    SchemaReader reader = CompactSchemaReader.getInstance();
    ValidationDriver jing = new ValidationDriver(properties.toPropertyMap(), reader);
    try {
      if (!jing.loadSchema(new InputSource(Grammar.class.getResource(FILE).toString()))) {
        throw new IllegalStateException(FILE + " is no grammar: " + found.problems());
      }
      jing.validate(new InputSource(new StringReader(document)));
    } catch (SAXException | IOException e) {
      throw new IllegalStateException(e);
    }
    return found.problems();
  }

  private record Found(List<String> problems) implements ErrorHandler {
    @Override
    public void warning(SAXParseException problem) {
      error(problem);
    }

    @Override
    public void error(SAXParseException problem) {
      problems.add(problem.getLineNumber() + ": " + problem.getMessage());
    }

    @Override
    public void fatalError(SAXParseException problem) {
      error(problem);
    }
  }
}
