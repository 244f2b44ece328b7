package io.crmkit.core.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A stream that was read once, with its size and SHA-256 known, and can be read again: a command
 * may run twice, the caller's stream cannot. Small contents stay in memory, larger ones wait in a
 * temporary file that only this user can read. For one thread; to be closed.
 */
final class Spool implements AutoCloseable {

  /** Up to this size no file is needed. */
  static final int IN_MEMORY = 2 * Chunk.SIZE;

  private static final int BUFFER = 64 * 1024;

  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private final MessageDigest digest = Digests.sha256();
  private @Nullable Path file;
  private long size;
  private String sha256 = "";

  private Spool() {}

  /**
   * Reads the stream to its end, or until it is longer than the limit.
   *
   * @throws UncheckedIOException if the stream or the temporary file fails; no file is left behind
   */
  static Spool read(InputStream content, long limit) {
    Spool spool = new Spool();
    try {
      spool.fill(content, limit);
      return spool;
    } catch (IOException e) {
      spool.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      spool.close();
      throw e;
    }
  }

  private void fill(InputStream content, long limit) throws IOException {
    byte[] buffer = new byte[BUFFER];
    OutputStream overflow = OutputStream.nullOutputStream();
    try {
      int read;
      while (size <= limit && (read = content.read(buffer)) >= 0) {
        size += read;
        digest.update(buffer, 0, read);
        if (file == null && size <= IN_MEMORY) {
          memory.write(buffer, 0, read);
          continue;
        }
        if (file == null) {
          Path temporary = Files.createTempFile("crmkit-", ".spool");
          file = temporary;
          overflow = Files.newOutputStream(temporary);
          memory.writeTo(overflow);
        }
        overflow.write(buffer, 0, read);
      }
    } finally {
      overflow.close();
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  /** The number of bytes read; greater than the limit if the stream is longer than that. */
  long size() {
    return size;
  }

  /** In lower-case hexadecimal. */
  String sha256() {
    return sha256;
  }

  /** The first bytes, as many as {@link MediaKind} judges by, or all if there are fewer. */
  byte[] head() {
    try (InputStream content = open()) {
      return content.readNBytes(MediaKind.HEAD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content from its beginning; to be closed. */
  InputStream open() throws IOException {
    return file == null
        ? new ByteArrayInputStream(memory.toByteArray())
        : Files.newInputStream(file);
  }

  /** Removes the temporary file; one that cannot be removed now goes when the program ends. */
  @Override
  public void close() {
    Path temporary = file;
    if (temporary == null) {
      return;
    }
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      temporary.toFile().deleteOnExit();
    }
  }
}
