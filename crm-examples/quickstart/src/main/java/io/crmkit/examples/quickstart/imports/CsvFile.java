package io.crmkit.examples.quickstart.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file row by row; a file of any length needs no more room than one row. */
final class CsvFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path path;
  private final String name;
  private final List<String> columns;

  /** Takes rows. */
  interface RowHandler {
    void row(Row row) throws IOException;
  }

  CsvFile(Path folder, String name, String... columns) {
    this.path = folder.resolve(name);
    this.name = name;
    this.columns = List.of(columns);
  }

  /**
   * Hands over every row; one that has another number of fields than the header is a problem.
   *
   * @return how many rows there are
   * @throws IOException if the file cannot be opened or lacks columns
   */
  long read(Problems problems, RowHandler handler) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    long rows = 0;
    try (BufferedReader reader = open();
        CSVParser parser = format.parse(reader)) {
      checkColumns(parser.getHeaderNames());
      Iterator<CSVRecord> records = parser.iterator();
      long line = parser.getCurrentLineNumber() + 1;
      while (hasNext(records, problems, line)) {
        CSVRecord values = records.next();
        rows++;
        RowAt at = new RowAt(name, line);
        if (values.isConsistent()) {
          handler.row(new Row(at, values));
        } else {
          problems.add(
              at,
              "",
              "has " + values.size() + " fields instead of " + parser.getHeaderNames().size());
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    }
    return rows;
  }

  /** Bytes that are no UTF-8 are an error, not a question mark in somebody's name. */
  private BufferedReader open() throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** A file that breaks off is a problem of its own; the rows before it are taken. */
  private boolean hasNext(Iterator<CSVRecord> records, Problems problems, long line)
      throws IOException {
    try {
      return records.hasNext();
    } catch (UncheckedIOException | IllegalStateException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      problems.unreadable(new RowAt(name, line), String.valueOf(cause.getMessage()));
      return false;
    }
  }

  private void checkColumns(List<String> header) throws IOException {
    List<String> missing = new ArrayList<>(columns);
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      throw new IOException(name + " lacks the columns " + String.join(", ", missing));
    }
  }
}
