package io.crmkit.examples.quickstart;

import java.util.function.Consumer;

/** Imports a folder of CSV files. */
final class ImportProgram {
  ImportProgram(Arguments arguments, Database database, Consumer<String> out) {}

  int run() {
    return 0;
  }
}
