package ai.policytracker.query.atom;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Looks into a feed. */
final class Xml {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private Xml() {}

  static Document parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static List<String> texts(Document feed, String name) {
    return elements(feed, name).stream().map(Element::getTextContent).toList();
  }

  /** Address of the feed's own link of that relation; null where there is none. */
  static String link(Document feed, String rel) {
    return elements(feed, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(rel))
        .findFirst()
        .map(link -> link.getAttribute("href"))
        .orElse(null);
  }

  private static List<Element> elements(Document feed, String name) {
    NodeList found = feed.getElementsByTagNameNS(ATOM, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
