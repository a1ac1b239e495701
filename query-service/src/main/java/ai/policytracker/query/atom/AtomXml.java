package ai.policytracker.query.atom;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of Atom; texts may hold anything. */
final class AtomXml {
  static final String TYPE = "application/atom+xml";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String HISTORY = "http://purl.org/syndication/history/1.0";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  /** What no XML 1.0 document may hold, escaped or not; lone surrogates among it. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /** Elements within another one. */
  @FunctionalInterface
  interface Content {
    void write(AtomXml xml) throws XMLStreamException;
  }

  private AtomXml() throws XMLStreamException {
    xml = FACTORY.createXMLStreamWriter(text);
  }

  static String feed(Content content) {
    try {
      AtomXml document = new AtomXml();
      document.xml.writeStartDocument("UTF-8", "1.0");
      document.xml.writeStartElement("feed");
      document.xml.writeDefaultNamespace(ATOM);
      document.xml.writeNamespace("fh", HISTORY);
      content.write(document);
      document.xml.writeEndDocument();
      return document.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("nothing but memory is written to", e);
    }
  }

  void element(String name, Content content) throws XMLStreamException {
    xml.writeStartElement(name);
    content.write(this);
    xml.writeEndElement();
  }

  void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(printable(content));
    xml.writeEndElement();
  }

  void link(String rel, String type, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", href);
  }

  void category(String scheme, String term) throws XMLStreamException {
    xml.writeEmptyElement("category");
    xml.writeAttribute("scheme", scheme);
    xml.writeAttribute("term", printable(term));
  }

  /** Marks a document that never changes (RFC 5005). */
  void archive() throws XMLStreamException {
    xml.writeEmptyElement("fh", "archive", HISTORY);
  }

  static String printable(String text) {
    return FORBIDDEN.matcher(text).replaceAll("\uFFFD");
  }
}
