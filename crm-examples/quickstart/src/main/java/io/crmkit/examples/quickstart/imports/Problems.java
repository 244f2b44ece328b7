package io.crmkit.examples.quickstart.imports;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Every row that could not be taken, written to a CSV file as it is found, so that a killed import
 * leaves its report, too. Not thread-safe.
 */
public final class Problems implements AutoCloseable {

  /** The file's name in the output folder. */
  public static final String FILE = "import-report.csv";

  private static final int SHOWN = 20;

  /**
   * What is wrong with a row.
   *
   * @param file the file's name
   * @param line the line on which the row begins, counted from 1
   * @param field the column, or {@code ""} for the row as a whole
   * @param reason why it was not taken
   */
  public record Problem(String file, long line, String field, String reason) {}

  private final Consumer<Problem> listener;
  private final Writer writer;
  private final CSVPrinter printer;
  private long count;
  private boolean unreadable;

  /**
   * @param folder where the report is written
   * @param listener is told of the first ones
   */
  public Problems(Path folder, Consumer<Problem> listener) throws IOException {
    this.listener = listener;
    this.writer = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8);
    this.printer =
        CSVFormat.DEFAULT
            .builder()
            .setHeader("file", "line", "field", "reason")
            .get()
            .print(writer);
  }

  void add(RowAt row, String field, String reason) throws IOException {
    Problem problem = new Problem(row.file(), row.line(), field, reason);
    printer.printRecord(problem.file(), problem.line(), problem.field(), problem.reason());
    printer.flush();
    count++;
    if (count <= SHOWN) {
      listener.accept(problem);
    }
  }

  void addAll(RowAt row, List<Fault> faults) throws IOException {
    for (Fault fault : faults) {
      add(row, fault.field(), fault.reason());
    }
  }

  /** From here on a file cannot be read; what follows is not known. */
  void unreadable(RowAt row, String reason) throws IOException {
    unreadable = true;
    add(row, "", "nothing from here on can be read: " + reason);
  }

  /** Whether a file could not be read to its end. */
  public boolean unreadable() {
    return unreadable;
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** How many were not told to the listener. */
  public long untold() {
    return Math.max(0, count - SHOWN);
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
