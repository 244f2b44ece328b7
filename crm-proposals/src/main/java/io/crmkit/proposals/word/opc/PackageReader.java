package io.crmkit.proposals.word.opc;

import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.check.WordLimits;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.XmlReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a package and refuses what is not a harmless Word document. */
final class PackageReader {

  private static final String TYPES = "[Content_Types].xml";
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final WordLimits limits;
  private final Map<String, String> defaults = new LinkedHashMap<>();
  private final Map<String, String> overrides = new LinkedHashMap<>();

  PackageReader(WordLimits limits) {
    this.limits = limits;
  }

  WordPackage read(byte[] file) {
    recognise(file);
    Map<String, byte[]> entries = ZipReader.read(file, limits);
    byte[] types = entries.get(TYPES);
    if (types == null) {
      throw missing(TYPES, "the package");
    }
    readTypes(types);
    refuseActive(entries);
    Map<String, Part> parts = new LinkedHashMap<>();
    entries.forEach(
        (name, bytes) -> {
          if (!name.equals(TYPES) && !name.endsWith(".rels")) {
            if (ZipReader.isXml(name)) {
              XmlReader.check(name, bytes, limits.xmlDepth());
            }
            parts.put(name, new Part(name, typeOf(name), bytes, relationships(name, entries)));
          }
        });
    Part root = new Part("", "", new byte[0], relationships("", entries));
    Relationship main = mainRelationship(root);
    Part document = main == null ? null : parts.get(main.target());
    if (document == null) {
      throw missing("main document", "the package");
    }
    checkKind(document);
    checkTargets(parts);
    return new WordPackage(parts, root, document, limits);
  }

  private static @Nullable Relationship mainRelationship(Part root) {
    for (Relationship r : root.relationships()) {
      if (r.kind().equals("officeDocument") && !r.external()) {
        return r;
      }
    }
    return null;
  }

  /** Tells apart the files people upload by mistake before the zip reader calls them damaged. */
  private static void recognise(byte[] file) {
    if (file.length < 4) {
      throw new WordFormatException(
          WordFormatException.NOT_ZIP, "The file is empty", Map.of("size", "" + file.length));
    }
    boolean ole = true;
    for (int i = 0; i < OLE.length; i++) {
      ole &= file[i] == OLE[i];
    }
    if (!ole) {
      return;
    }
    // In the compound file's directory names are UTF-16; a protected docx has this stream.
    if (contains(file, "EncryptedPackage")) {
      throw new WordFormatException(
          WordFormatException.ENCRYPTED, "The document is protected by a password", Map.of());
    }
    throw new WordFormatException(
        WordFormatException.OLD_DOC,
        "The old binary Office format cannot be merged; save it as .docx",
        Map.of());
  }

  private static boolean contains(byte[] file, String utf16) {
    byte[] wanted = utf16.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    outer:
    for (int i = 0; i + wanted.length <= file.length; i++) {
      for (int j = 0; j < wanted.length; j++) {
        if (file[i + j] != wanted[j]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  private void readTypes(byte[] bytes) {
    for (Element e : XmlReader.read(TYPES, bytes, limits.xmlDepth()).elements()) {
      String type = plain(e, "ContentType");
      if (e.local().equals("Default")) {
        defaults.put(plain(e, "Extension").toLowerCase(Locale.ROOT), type);
      } else if (e.local().equals("Override")) {
        String name = plain(e, "PartName");
        overrides.put(name.startsWith("/") ? name.substring(1) : name, type);
      }
    }
  }

  private String typeOf(String name) {
    String type = overrides.get(name);
    if (type != null) {
      return type;
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return defaults.getOrDefault(extension, "");
  }

  private void refuseActive(Map<String, byte[]> entries) {
    for (String name : entries.keySet()) {
      String type = typeOf(name).toLowerCase(Locale.ROOT);
      String lower = name.toLowerCase(Locale.ROOT);
      if (type.contains("vbaproject")
          || type.contains("vbadata")
          || type.contains("macroenabled") && !lower.contains("embeddings/")
          || lower.endsWith("vbaproject.bin")
          || lower.endsWith("vbadata.xml")) {
        throw new WordFormatException(
            WordFormatException.MACROS, "The file carries macros", Map.of("part", name));
      }
      if (type.contains("activex") || lower.contains("/activex/")) {
        throw new WordFormatException(
            WordFormatException.ACTIVE_CONTENT,
            "The file carries ActiveX controls",
            Map.of("part", name));
      }
    }
  }

  private void checkKind(Part document) {
    String ns = XmlReader.check(document.name(), document.bytes(), limits.xmlDepth());
    if (ns.equals(Ns.STRICT_W)) {
      throw new WordFormatException(
          WordFormatException.STRICT,
          "The file is in the strict variant of the format; save it as ordinary .docx",
          Map.of("part", document.name()));
    }
    if (!ns.equals(Ns.W)) {
      throw new WordFormatException(
          WordFormatException.OTHER_KIND,
          "The file is not a Word document",
          Map.of("part", document.name(), "contentType", document.contentType()));
    }
  }

  private Map<String, Relationship> relationships(String source, Map<String, byte[]> entries) {
    String name = Relationship.partFor(source);
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      return Map.of();
    }
    Map<String, Relationship> result = new LinkedHashMap<>();
    for (Element e : XmlReader.read(name, bytes, limits.xmlDepth()).elements()) {
      String target = plain(e, "Target");
      boolean external = plain(e, "TargetMode").equals("External");
      if (!external) {
        int fragment = target.indexOf('#');
        if (fragment == 0) {
          continue; // a place in the same part; nothing to resolve
        }
        String resolved =
            Relationship.resolve(source, fragment < 0 ? target : target.substring(0, fragment));
        if (resolved == null) {
          throw new WordFormatException(
              WordFormatException.PATH,
              "A relationship leads out of the package",
              Map.of("part", source, "target", target));
        }
        target = resolved;
      }
      String id = plain(e, "Id");
      result.put(id, new Relationship(id, plain(e, "Type"), target, external));
    }
    return result;
  }

  /** Word itself tolerates only that a few parts which it can rebuild are missing. */
  private static void checkTargets(Map<String, Part> parts) {
    for (Part part : parts.values()) {
      for (Relationship r : part.relationships()) {
        boolean needed =
            switch (r.kind()) {
              case "styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer" ->
                  true;
              default -> false;
            };
        if (needed && !r.external() && !parts.containsKey(r.target())) {
          throw missing(r.target(), part.name());
        }
      }
    }
  }

  private static WordFormatException missing(String what, String from) {
    return new WordFormatException(
        WordFormatException.MISSING_PART,
        "A part of the document is missing",
        Map.of("part", what, "from", from));
  }

  private static String plain(Element e, String name) {
    String value = e.attr("", name);
    return value == null ? "" : value;
  }
}
