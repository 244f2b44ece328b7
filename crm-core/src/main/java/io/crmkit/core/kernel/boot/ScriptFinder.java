package io.crmkit.core.kernel.boot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds the scripts in a folder of the class path. A script in a folder below it that has the name
 * of a database, such as {@code mariadb}, takes the place of the one with the same version when
 * that database is used. Every jar is looked through once, however many folders are in it.
 */
final class ScriptFinder {

  private static final String SUFFIX = ".sql";

  private final String database;
  private final Map<String, List<String>> jars = new HashMap<>();

  /**
   * @param database the name of its folders
   */
  ScriptFinder(String database) {
    this.database = database.toLowerCase(Locale.ROOT);
  }

  /**
   * The scripts in the order of their versions.
   *
   * @param faults gets what is wrong with the folder
   */
  List<Script> find(ClassLoader loader, String folder, List<String> faults) {
    Map<String, Script> scripts = new TreeMap<>();
    try {
      Set<String> names = names(loader, folder);
      if (names.isEmpty()) {
        faults.add("there is no migration script in the folder " + folder + " of the class path");
      }
      take(loader, folder, names, scripts, faults);
      String special = folder + "/" + database;
      take(loader, special, names(loader, special), scripts, faults);
    } catch (IOException e) {
      faults.add("the migration scripts in " + folder + " cannot be read: " + e);
    }
    List<Script> ordered = new ArrayList<>(scripts.values());
    Collections.sort(ordered);
    return ordered;
  }

  private static void take(
      ClassLoader loader,
      String folder,
      Set<String> names,
      Map<String, Script> scripts,
      List<String> faults)
      throws IOException {
    Set<String> versions = new LinkedHashSet<>();
    for (String name : names) {
      Script script = Script.of(name, text(loader, folder + "/" + name));
      if (script == null) {
        faults.add(folder + "/" + name + " should be named like V001__what_it_does.sql");
      } else if (!versions.add(script.version())) {
        faults.add(folder + " has two scripts of version " + script.version());
      } else {
        scripts.put(script.version(), script);
      }
    }
  }

  private static String text(ClassLoader loader, String path) throws IOException {
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException(path + " is gone");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Set<String> names(ClassLoader loader, String folder) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (URL url : Collections.list(loader.getResources(folder))) {
      if (url.getProtocol().equals("file")) {
        File[] files = new File(decoded(url)).listFiles();
        Stream.of(files == null ? new File[0] : files)
            .filter(f -> f.isFile() && f.getName().endsWith(SUFFIX))
            .forEach(f -> names.add(f.getName()));
      } else {
        String prefix = folder + "/";
        for (String path : entries(url)) {
          if (path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0) {
            names.add(path.substring(prefix.length()));
          }
        }
      }
    }
    return names;
  }

  private static String decoded(URL url) throws IOException {
    try {
      return url.toURI().getPath();
    } catch (URISyntaxException e) {
      throw new IOException("not a folder: " + url, e);
    }
  }

  /** The scripts of the jar in which this folder is. */
  private List<String> entries(URL folder) throws IOException {
    URLConnection connection = folder.openConnection();
    if (!(connection instanceof JarURLConnection jar)) {
      throw new IOException("neither a folder nor in a jar: " + folder);
    }
    String key = jar.getJarFileURL().toString();
    List<String> known = jars.get(key);
    if (known != null) {
      return known;
    }
    List<String> found = new ArrayList<>();
    try (JarFile file = own(jar)) {
      file.stream().filter(e -> e.getName().endsWith(SUFFIX)).forEach(e -> found.add(e.getName()));
    }
    jars.put(key, found);
    return found;
  }

  /** A jar file of our own, which may be closed without closing one that others read. */
  private static JarFile own(JarURLConnection connection) throws IOException {
    connection.setUseCaches(false);
    return connection.getJarFile();
  }
}
