package io.crmkit.proposals.word.xml;

import io.crmkit.proposals.word.check.WordFormatException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML parts of an untrusted package: no document type, no entities, bounded depth.
 *
 * <p>Attributes whose values are prefixes ({@code mc:Ignorable}, {@code Requires}) are kept as
 * namespaces, because a prefix means something else in another document; {@link XmlWriter} turns
 * them back. {@code mc:Ignorable} is gathered at the root. Stateless.
 */
public final class XmlReader {

  private XmlReader() {}

  /**
   * Reads a part.
   *
   * @param part name of the part, for messages
   * @param bytes its content
   * @param maxDepth how deep elements may be nested
   * @throws WordFormatException if it is not well-formed, too deep, or has a document type
   */
  public static Element read(String part, byte[] bytes, int maxDepth) {
    return new Reading(part, maxDepth, true).run(bytes);
  }

  /** Checks a part like {@link #read} without keeping it; returns the namespace of the root. */
  public static String check(String part, byte[] bytes, int maxDepth) {
    return new Reading(part, maxDepth, false).run(bytes).ns();
  }

  private static final class Reading {
    private final String part;
    private final int maxDepth;
    private final boolean keep;
    private final Set<String> ignorable = new LinkedHashSet<>();

    Reading(String part, int maxDepth, boolean keep) {
      this.part = part;
      this.maxDepth = maxDepth;
      this.keep = keep;
    }

    Element run(byte[] bytes) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      try {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        try {
          Element root = parse(reader);
          if (keep && !ignorable.isEmpty()) {
            root.set(Ns.MC, "Ignorable", String.join(" ", ignorable));
          }
          return root;
        } finally {
          reader.close();
        }
      } catch (XMLStreamException e) {
        throw malformed(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
      } catch (RuntimeException e) {
        if (e instanceof WordFormatException) {
          throw e;
        }
        // the JDK's parser reports some malformed encodings with unchecked exceptions
        throw malformed(String.valueOf(e.getMessage()));
      }
    }

    private Element parse(XMLStreamReader reader) throws XMLStreamException {
      Element root = null;
      Element current = null;
      int depth = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD ->
              throw new WordFormatException(
                  WordFormatException.DOCTYPE,
                  "A document type declaration is not allowed",
                  Map.of("part", part));
          case XMLStreamConstants.ENTITY_REFERENCE -> throw malformed("unknown entity");
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > maxDepth) {
              throw malformed("nested deeper than " + maxDepth);
            }
            Element element = start(reader);
            if (root == null) {
              root = element;
            } else if (keep && current != null) {
              current.add(element);
            }
            current = element;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            current = keep && current != null ? end(current) : current;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (keep && current != null) {
              current.add(new Text(reader.getText()));
            }
          }
          default -> {
            // comments and processing instructions mean nothing in an Office document
          }
        }
      }
      if (root == null) {
        throw malformed("no root element");
      }
      return root;
    }

    private static @Nullable Element end(Element element) {
      boolean hasElement = false;
      boolean hasBlank = false;
      for (Node child : element.children()) {
        hasElement |= child instanceof Element;
        hasBlank |= child instanceof Text t && t.value().isBlank();
      }
      if (hasElement && hasBlank) {
        List<Node> kept = new ArrayList<>(element.takeChildren());
        kept.removeIf(n -> n instanceof Text t && t.value().isBlank());
        element.addAll(kept);
      }
      return element.parent();
    }

    private Element start(XMLStreamReader reader) throws XMLStreamException {
      String ns = orEmpty(reader.getNamespaceURI());
      Element element = new Element(ns, orEmpty(reader.getPrefix()), reader.getLocalName());
      if (!keep) {
        return element;
      }
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        String attrNs = orEmpty(reader.getAttributeNamespace(i));
        String local = reader.getAttributeLocalName(i);
        String value = reader.getAttributeValue(i);
        if (attrNs.equals(Ns.MC)) {
          if (local.equals("Ignorable")) {
            ignorable.addAll(namespaces(reader, value));
          }
          // the other attributes of this namespace concern processors of old versions only
          continue;
        }
        if (ns.equals(Ns.MC) && local.equals("Requires")) {
          value = String.join(" ", namespaces(reader, value));
        }
        element.set(new Attr(attrNs, orEmpty(reader.getAttributePrefix(i)), local, value));
      }
      return element;
    }

    private List<String> namespaces(XMLStreamReader reader, String prefixes) {
      List<String> result = new ArrayList<>();
      for (String prefix : prefixes.strip().split("\\s+")) {
        if (prefix.isEmpty()) {
          continue;
        }
        String ns = reader.getNamespaceURI(prefix);
        if (ns == null) {
          throw malformed("prefix " + prefix + " is not declared");
        }
        result.add(ns);
      }
      return result;
    }

    private WordFormatException malformed(String why) {
      return new WordFormatException(
          WordFormatException.MALFORMED_XML,
          "The part is not well-formed XML",
          Map.of("part", part, "why", why));
    }

    private static String orEmpty(@Nullable String value) {
      return value == null ? "" : value;
    }
  }
}
