package io.crmkit.proposals.word.opc;

/** Where one entry lies in an archive, as its central directory says. */
record ZipEntryData(
    String name, int flags, int method, long crc, long packed, long size, long offset) {

  boolean isDirectory() {
    return name.endsWith("/");
  }

  boolean isEncrypted() {
    return (flags & 1) != 0;
  }
}
