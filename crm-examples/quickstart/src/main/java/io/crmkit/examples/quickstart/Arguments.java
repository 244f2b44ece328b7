package io.crmkit.examples.quickstart;

import io.crmkit.examples.quickstart.imports.Importer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param storage where the data goes
 * @param place the H2 file without its ending, the JDBC URL of PostgreSQL, or null where none was
 *     named
 * @param importFrom the folder to import, or null to tell the story
 * @param out the folder for files
 * @param language English or Chinese
 */
record Arguments(
    Storage storage, @Nullable String place, @Nullable Path importFrom, Path out, Locale language) {

  static final String USAGE =
      """
      usage: java -jar quickstart.jar [--db PATH | --memory | --postgres URL]
                                      [--import DIR] [--out DIR] [--lang en|zh]

        --db PATH       an H2 database in this file, made if it is not there
        --memory        nothing is kept
        --postgres URL  a PostgreSQL database, as jdbc:postgresql://host/name?user=..&password=..
                        (the default is a new H2 file in the output folder)
        --import DIR    imports accounts.csv, products.csv, sales_teams.csv and
                        sales_pipeline.csv from this folder; without it the story is told
        --out DIR       where files are written, quickstart-out by default
        --lang en|zh    English (the default) or Chinese
      """;

  private static final Set<String> WITH_VALUE =
      Set.of("--db", "--postgres", "--import", "--out", "--lang");
  private static final Set<String> ALL =
      Set.of("--db", "--memory", "--postgres", "--import", "--out", "--lang");

  /** Where the data goes. */
  enum Storage {
    /** A new H2 file in the output folder. */
    NEW_FILE,
    FILE,
    MEMORY,
    POSTGRES
  }

  /** The command line cannot be understood. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    Unusable(List<String> faults) {
      super(String.join("; ", faults));
      this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong with it. */
    List<String> faults() {
      return faults;
    }
  }

  /**
   * Reads a command line.
   *
   * @throws Unusable with everything that is wrong with it
   */
  static Arguments parse(String... args) throws Unusable {
    List<String> faults = new ArrayList<>();
    Map<String, String> given = collect(args, faults);
    List<String> storages =
        List.of("--db", "--memory", "--postgres").stream().filter(given::containsKey).toList();
    if (storages.size() > 1) {
      faults.add("only one of " + String.join(", ", storages) + " can be given");
    }
    String url = given.get("--postgres");
    if (url != null && !url.startsWith("jdbc:postgresql:")) {
      faults.add("--postgres needs a URL that begins with jdbc:postgresql:, not " + url);
    }
    String db = given.get("--db");
    if (db != null) {
      file("--db", db, faults);
    }
    Path from = importFolder(given.get("--import"), faults);
    Path out = outputFolder(given.getOrDefault("--out", "quickstart-out"), faults);
    Locale language = language(given.getOrDefault("--lang", "en"), faults);
    if (!faults.isEmpty()) {
      throw new Unusable(faults);
    }
    Storage storage =
        db != null
            ? Storage.FILE
            : url != null
                ? Storage.POSTGRES
                : given.containsKey("--memory") ? Storage.MEMORY : Storage.NEW_FILE;
    return new Arguments(storage, db != null ? db : url, from, out, language);
  }

  private static Map<String, String> collect(String[] args, List<String> faults) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      String option = args[i];
      if (!ALL.contains(option)) {
        faults.add("unknown argument: " + option);
        continue;
      }
      String value = "";
      if (WITH_VALUE.contains(option)) {
        if (i + 1 == args.length || args[i + 1].isBlank() || args[i + 1].startsWith("--")) {
          faults.add(option + " needs a value");
          continue;
        }
        value = args[++i];
      }
      if (given.put(option, value) != null) {
        faults.add(option + " is given twice");
      }
    }
    return given;
  }

  private static @Nullable Path importFolder(@Nullable String text, List<String> faults) {
    if (text == null) {
      return null;
    }
    Path folder = file("--import", text, faults);
    if (folder != null && !Files.isDirectory(folder)) {
      faults.add("--import: there is no folder " + text);
    } else if (folder != null) {
      Importer.FILES.stream()
          .filter(name -> !Files.isRegularFile(folder.resolve(name)))
          .forEach(name -> faults.add("--import: " + text + " has no file " + name));
    }
    return folder;
  }

  private static Path outputFolder(String text, List<String> faults) {
    Path folder = file("--out", text, faults);
    if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
      faults.add("--out: " + text + " is a file, not a folder");
    }
    return folder == null ? Path.of(".") : folder;
  }

  private static @Nullable Path file(String option, String text, List<String> faults) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      faults.add(option + ": " + text + " is not a path");
      return null;
    }
  }

  private static Locale language(String text, List<String> faults) {
    return switch (text) {
      case "en" -> Locale.ENGLISH;
      case "zh" -> Locale.SIMPLIFIED_CHINESE;
      default -> {
        faults.add("--lang is en or zh, not " + text);
        yield Locale.ENGLISH;
      }
    };
  }
}
