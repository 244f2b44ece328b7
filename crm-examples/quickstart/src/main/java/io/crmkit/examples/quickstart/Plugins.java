package io.crmkit.examples.quickstart;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Modules that are not on the program's own class path: jars in a folder. */
final class Plugins implements AutoCloseable {

  private final URLClassLoader loader;

  private Plugins(URLClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Opens the jars of a folder.
   *
   * @param folder null for none
   * @throws IOException if the folder cannot be read, or has no jar
   */
  static Plugins in(@Nullable Path folder) throws IOException {
    List<URL> jars = new ArrayList<>();
    if (folder != null) {
      for (Path jar : jars(folder)) {
        jars.add(url(jar));
      }
      if (jars.isEmpty()) {
        throw new IOException("there is no jar in " + folder);
      }
    }
    return new Plugins(
        new URLClassLoader(jars.toArray(URL[]::new), Plugins.class.getClassLoader()));
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  /** Where the program looks for modules. */
  ClassLoader loader() {
    return loader;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
