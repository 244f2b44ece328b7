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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param storage where the data goes
 * @param place the H2 file without its ending, the JDBC URL of a database server, or null where
 *     none was named
 * @param plugins the folder with the jars of further modules, or null
 * @param importFrom the folder to import, or null to tell the story
 * @param out the folder for files
 * @param language English or Chinese
 */
record Arguments(
    Storage storage,
    @Nullable String place,
    @Nullable Path plugins,
    @Nullable Path importFrom,
    Path out,
    Locale language) {

  static final String USAGE =
      """
      usage: java -jar quickstart.jar [--db PATH | --memory | --postgres URL | --mariadb URL]
                                      [--plugins DIR] [--import DIR] [--out DIR] [--lang en|zh]

        --db PATH       an H2 database in this file, made if it is not there
        --memory        nothing is kept
        --postgres URL  a PostgreSQL database, as jdbc:postgresql://host/name?user=..&password=..
        --mariadb URL   a MariaDB database, as jdbc:mariadb://host/name?user=..&password=..
                        MariaDB's driver is not in the jar, so start it with the driver beside it:
                        java -cp quickstart.jar:mariadb-java-client.jar \
                          io.crmkit.examples.quickstart.Quickstart --mariadb URL
                        (the default is a new H2 file in the output folder)
        --plugins DIR   loads the modules whose jars are in this folder, too
        --import DIR    imports accounts.csv, products.csv, sales_teams.csv and
                        sales_pipeline.csv from this folder; without it the story is told
        --out DIR       where files are written, quickstart-out by default
        --lang en|zh    English (the default) or Chinese
      """;

  private static final Set<String> WITH_VALUE =
      Set.of("--db", "--postgres", "--mariadb", "--plugins", "--import", "--out", "--lang");
  private static final Set<String> ALL =
      Stream.concat(WITH_VALUE.stream(), Stream.of("--memory")).collect(Collectors.toSet());

  /** Where the data goes. */
  enum Storage {
    /** A new H2 file in the output folder. */
    NEW_FILE,
    FILE,
    MEMORY,
    POSTGRES,
    MARIADB
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
        List.of("--db", "--memory", "--postgres", "--mariadb").stream()
            .filter(given::containsKey)
            .toList();
    if (storages.size() > 1) {
      faults.add("only one of " + String.join(", ", storages) + " can be given");
    }
    String postgres = url("--postgres", "jdbc:postgresql:", given, faults);
    String mariaDb = url("--mariadb", "jdbc:mariadb:", given, faults);
    String db = given.get("--db");
    if (db != null) {
      file("--db", db, faults);
    }
    Path plugins = pluginFolder(given.get("--plugins"), faults);
    Path from = importFolder(given.get("--import"), faults);
    Path out = outputFolder(given.getOrDefault("--out", "quickstart-out"), faults);
    Locale language = language(given.getOrDefault("--lang", "en"), faults);
    if (!faults.isEmpty()) {
      throw new Unusable(faults);
    }
    if (db != null) {
      return new Arguments(Storage.FILE, db, plugins, from, out, language);
    } else if (postgres != null) {
      return new Arguments(Storage.POSTGRES, postgres, plugins, from, out, language);
    } else if (mariaDb != null) {
      return new Arguments(Storage.MARIADB, mariaDb, plugins, from, out, language);
    }
    Storage storage = given.containsKey("--memory") ? Storage.MEMORY : Storage.NEW_FILE;
    return new Arguments(storage, null, plugins, from, out, language);
  }

  private static @Nullable String url(
      String option, String begin, Map<String, String> given, List<String> faults) {
    String url = given.get(option);
    if (url != null && !url.startsWith(begin)) {
      faults.add(option + " needs a URL that begins with " + begin + ", not " + url);
    }
    return url;
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

  private static @Nullable Path pluginFolder(@Nullable String text, List<String> faults) {
    if (text == null) {
      return null;
    }
    Path folder = file("--plugins", text, faults);
    if (folder != null && !Files.isDirectory(folder)) {
      faults.add("--plugins: there is no folder " + text);
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
