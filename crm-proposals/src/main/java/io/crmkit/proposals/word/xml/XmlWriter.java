package io.crmkit.proposals.word.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a tree so that the same tree always gives the same bytes.
 *
 * <p>All namespaces are declared at the root, in order of first use; {@code mc:Ignorable} names
 * those ignorable namespaces that are really used, and so are always declared. Stateless.
 */
public final class XmlWriter {

  private static final String HEADER =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private XmlWriter() {}

  /** The bytes of the tree, UTF-8. */
  public static byte[] write(Element root) {
    Map<String, String> prefixes = new Prefixes().collect(root);
    StringBuilder out = new StringBuilder(4096).append(HEADER);
    element(root, prefixes, out, true);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A text form for comparing trees: equal for trees that differ only in prefixes. */
  public static String canonical(Element element) {
    return new String(write(element), StandardCharsets.UTF_8).substring(HEADER.length());
  }

  private static void element(
      Element e, Map<String, String> prefixes, StringBuilder out, boolean root) {
    String name = name(e.ns(), e.local(), prefixes);
    out.append('<').append(name);
    if (root) {
      prefixes.forEach(
          (ns, prefix) -> {
            if (!ns.equals(Ns.XML)) {
              out.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
              escape(ns, true, out);
              out.append('"');
            }
          });
    }
    for (Attr a : e.attributes()) {
      String value = a.value();
      if (a.is(Ns.MC, "Ignorable")) {
        value = used(value, prefixes);
        if (value.isEmpty()) {
          continue;
        }
      } else if (e.ns().equals(Ns.MC) && a.local().equals("Requires")) {
        value = used(value, prefixes);
      }
      out.append(' ').append(name(a.ns(), a.local(), prefixes)).append("=\"");
      escape(value, true, out);
      out.append('"');
    }
    if (e.children().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Node child : e.children()) {
      if (child instanceof Element inner) {
        element(inner, prefixes, out, false);
      } else if (child instanceof Text text) {
        escape(text.value(), false, out);
      }
    }
    out.append("</").append(name).append('>');
  }

  private static String used(String namespaces, Map<String, String> prefixes) {
    List<String> result = new ArrayList<>();
    for (String ns : namespaces.split(" ")) {
      String prefix = prefixes.get(ns);
      if (prefix != null && !result.contains(prefix)) {
        result.add(prefix);
      }
    }
    return String.join(" ", result);
  }

  private static String name(String ns, String local, Map<String, String> prefixes) {
    String prefix = ns.isEmpty() ? "" : prefixes.getOrDefault(ns, "");
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static void escape(String value, boolean attribute, StringBuilder out) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\r' -> out.append("&#13;");
        case '\n' -> out.append(attribute ? "&#10;" : "\n");
        case '\t' -> out.append(attribute ? "&#9;" : "\t");
        default -> out.append(c);
      }
    }
  }

  /** Gives every namespace one prefix: the usual one, else the source's, else a numbered one. */
  private static final class Prefixes {
    private final Map<String, String> byNs = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    Map<String, String> collect(Element root) {
      if (root.prefix().isEmpty() && Ns.prefix(root.ns()).isEmpty() && !root.ns().isEmpty()) {
        // packaging parts are written without prefixes, as every program expects them
        byNs.put(root.ns(), "");
      }
      visit(root);
      return byNs;
    }

    private void visit(Element e) {
      need(e.ns(), e.prefix());
      for (Attr a : e.attributes()) {
        need(a.ns(), a.prefix());
        if (e.ns().equals(Ns.MC) && a.local().equals("Requires")) {
          for (String ns : a.value().split(" ")) {
            need(ns, "");
          }
        }
      }
      for (Node child : e.children()) {
        if (child instanceof Element inner) {
          visit(inner);
        }
      }
    }

    private void need(String ns, String wish) {
      if (ns.isEmpty() || byNs.containsKey(ns)) {
        return;
      }
      String usual = Ns.prefix(ns);
      String prefix = usual.isEmpty() ? wish : usual;
      int n = 0;
      while (prefix.isEmpty() || taken.contains(prefix)) {
        prefix = "ns" + n++;
      }
      taken.add(prefix);
      byNs.put(ns, prefix);
    }
  }
}
