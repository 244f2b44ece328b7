package io.crmkit.proposals.word.opc;

import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.check.WordLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks an untrusted zip archive in memory.
 *
 * <p>Written here because the JDK's stream reader believes local headers while Word believes the
 * central directory, and an archive may show one content to each; because overlapping entries (one
 * packed block unpacked a thousand times) must be seen; and because every limit must bite before
 * memory is spent.
 */
final class ZipReader {

  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int RATIO_APPLIES_FROM = 1024 * 1024;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final WordLimits limits;

  private ZipReader(byte[] bytes, WordLimits limits) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.limits = limits;
  }

  /** The entries by name in the archive's order, without folders. */
  static Map<String, byte[]> read(byte[] bytes, WordLimits limits) {
    if (bytes.length > limits.fileBytes()) {
      throw refuse(
          WordFormatException.TOO_LARGE,
          "The file is larger than allowed",
          Map.of("limit", "" + limits.fileBytes(), "actual", "" + bytes.length));
    }
    try {
      return new ZipReader(bytes, limits).readAll();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw damaged("offsets point outside of the file");
    }
  }

  private Map<String, byte[]> readAll() {
    List<ZipEntryData> entries = directory();
    checkOverlap(entries);
    Map<String, byte[]> result = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    long total = 0;
    for (ZipEntryData entry : entries) {
      checkName(entry);
      if (entry.isDirectory()) {
        continue;
      }
      if (!seen.add(entry.name().toLowerCase(Locale.ROOT))) {
        throw refuse(
            WordFormatException.PATH, "Two entries share a name", Map.of("entry", entry.name()));
      }
      total += entry.size();
      checkSize(entry, total);
      result.put(entry.name(), unpack(entry));
    }
    return result;
  }

  private List<ZipEntryData> directory() {
    int end = findEnd();
    int count = u16(end + 10);
    if (count > limits.entries()) {
      throw refuse(
          WordFormatException.TOO_MANY_ENTRIES,
          "The archive has more entries than allowed",
          Map.of("limit", "" + limits.entries(), "actual", "" + count));
    }
    long start = u32(end + 16);
    if (start == 0xFFFFFFFFL || count == 0xFFFF) {
      throw damaged("64-bit archives are not Word files");
    }
    List<ZipEntryData> entries = new ArrayList<>(count);
    int at = Math.toIntExact(start);
    for (int i = 0; i < count; i++) {
      if (buffer.getInt(at) != CENTRAL) {
        throw damaged("the directory is damaged");
      }
      int nameLength = u16(at + 28);
      // names of parts are ASCII; a name that is not never matches a relationship
      String name = new String(bytes, at + 46, nameLength, StandardCharsets.UTF_8);
      entries.add(
          new ZipEntryData(
              name,
              u16(at + 8),
              u16(at + 10),
              u32(at + 16),
              u32(at + 20),
              u32(at + 24),
              u32(at + 42)));
      at += 46 + nameLength + u16(at + 30) + u16(at + 32);
    }
    return entries;
  }

  private int findEnd() {
    int lowest = Math.max(0, bytes.length - 22 - 0xFFFF);
    for (int at = bytes.length - 22; at >= lowest; at--) {
      if (buffer.getInt(at) == END) {
        return at;
      }
    }
    throw damaged("no directory at the end of the file");
  }

  private void checkOverlap(List<ZipEntryData> entries) {
    List<ZipEntryData> byOffset = new ArrayList<>(entries);
    byOffset.sort(Comparator.comparingLong(ZipEntryData::offset));
    long free = 0;
    for (ZipEntryData entry : byOffset) {
      if (entry.offset() < free) {
        throw refuse(
            WordFormatException.ZIP_BOMB, "Entries overlap", Map.of("entry", entry.name()));
      }
      free = entry.offset() + 30 + entry.packed();
    }
  }

  private static void checkName(ZipEntryData entry) {
    String name = entry.name();
    String bare = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
    boolean bad = bare.isEmpty() || bare.startsWith("/") || bare.contains("\\");
    for (String segment : bare.split("/", -1)) {
      bad |= segment.isEmpty() || segment.endsWith(".") || segment.contains(":");
    }
    bad |= bare.chars().anyMatch(c -> c < 0x20);
    if (bad) {
      throw refuse(
          WordFormatException.PATH,
          "An entry's name is not a part name",
          Map.of("entry", name.replaceAll("\\p{Cntrl}", "?")));
    }
  }

  private void checkSize(ZipEntryData entry, long total) {
    long limit = isXml(entry.name()) ? limits.xmlBytes() : limits.partBytes();
    if (entry.size() > limit || total > limits.totalBytes()) {
      throw refuse(
          WordFormatException.TOO_LARGE,
          "The archive unpacks to more than allowed",
          Map.of(
              "entry",
              entry.name(),
              "limit",
              "" + (entry.size() > limit ? limit : limits.totalBytes()),
              "actual",
              "" + Math.max(entry.size(), total)));
    }
    if (entry.size() > RATIO_APPLIES_FROM
        && entry.size() > entry.packed() * (long) limits.ratio()) {
      throw refuse(
          WordFormatException.ZIP_BOMB,
          "An entry unpacks to far more than its packed size",
          Map.of(
              "entry", entry.name(), "packed", "" + entry.packed(), "unpacked", "" + entry.size()));
    }
  }

  private byte[] unpack(ZipEntryData entry) {
    if (entry.isEncrypted()) {
      throw refuse(
          WordFormatException.ENCRYPTED,
          "An entry of the archive is encrypted",
          Map.of("entry", entry.name()));
    }
    int local = Math.toIntExact(entry.offset());
    if (buffer.getInt(local) != LOCAL) {
      throw damaged("entry " + entry.name() + " is not where the directory says");
    }
    int nameLength = u16(local + 26);
    String localName = new String(bytes, local + 30, nameLength, StandardCharsets.UTF_8);
    if (!localName.equals(entry.name())) {
      throw damaged("entry " + entry.name() + " has a second name");
    }
    int data = local + 30 + nameLength + u16(local + 28);
    int packed = Math.toIntExact(entry.packed());
    byte[] result =
        switch (entry.method()) {
          case 0 -> stored(data, packed, entry);
          case 8 -> inflate(data, packed, entry);
          default -> throw damaged("entry " + entry.name() + " uses an unknown compression");
        };
    CRC32 crc = new CRC32();
    crc.update(result);
    if (crc.getValue() != entry.crc()) {
      throw damaged("checksum of entry " + entry.name() + " does not match");
    }
    return result;
  }

  private byte[] stored(int data, int packed, ZipEntryData entry) {
    if (packed != entry.size() || data + (long) packed > bytes.length) {
      throw damaged("size of entry " + entry.name() + " does not match");
    }
    byte[] result = new byte[packed];
    System.arraycopy(bytes, data, result, 0, packed);
    return result;
  }

  private byte[] inflate(int data, int packed, ZipEntryData entry) {
    if (data + (long) packed > bytes.length) {
      throw damaged("entry " + entry.name() + " is cut off");
    }
    byte[] result = new byte[Math.toIntExact(entry.size())];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, data, packed);
      int at = 0;
      while (at < result.length) {
        int n = inflater.inflate(result, at, result.length - at);
        if (n == 0 && (inflater.finished() || inflater.needsInput())) {
          throw damaged("entry " + entry.name() + " is shorter than it says");
        }
        at += n;
      }
      // an entry must not hold more than the size it was checked with
      if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw refuse(
            WordFormatException.ZIP_BOMB,
            "An entry unpacks to more than it says",
            Map.of("entry", entry.name()));
      }
      return result;
    } catch (DataFormatException e) {
      throw damaged("entry " + entry.name() + " is damaged");
    } finally {
      inflater.end();
    }
  }

  static boolean isXml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
  }

  private int u16(int at) {
    return buffer.getShort(at) & 0xFFFF;
  }

  private long u32(int at) {
    return buffer.getInt(at) & 0xFFFFFFFFL;
  }

  private static WordFormatException damaged(String why) {
    return refuse(
        WordFormatException.NOT_ZIP, "The file is not an intact zip archive", Map.of("why", why));
  }

  private static WordFormatException refuse(
      String code, String message, Map<String, String> details) {
    return new WordFormatException(code, message, details);
  }
}
