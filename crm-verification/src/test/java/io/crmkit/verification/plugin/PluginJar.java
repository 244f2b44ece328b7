package io.crmkit.verification.plugin;

import io.crmkit.verification.BuiltModules;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources against what is on this test's class path and packs them with resources. */
public final class PluginJar {

  /** The plugin among the examples. */
  static final Path LOYALTY = BuiltModules.root().resolve("crm-examples/loyalty-plugin");

  private PluginJar() {}

  /** The loyalty plugin, as its own build makes it. */
  static Path loyalty(Path folder) {
    return of(folder, "loyalty-plugin", LOYALTY.resolve("src/main"));
  }

  /**
   * A jar of a module.
   *
   * @param folder where it is put
   * @param name its name, without the ending
   * @param main the folder that holds {@code java} and {@code resources}
   */
  static Path of(Path folder, String name, Path main) {
    Path classes = folder.resolve(name + "-classes");
    compile(files(main.resolve("java")), classes, System.getProperty("java.class.path"));
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out)) {
      pack(classes, packed);
      pack(main.resolve("resources"), packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /** Compiles without annotation processors. */
  public static void compile(List<Path> sources, Path classes, String classPath) {
    compile(sources, classes, List.of("-cp", classPath));
  }

  /** Compiles a named module, likewise. */
  static void compileModule(List<Path> sources, Path classes, String modulePath) {
    compile(sources, classes, List.of("--module-path", modulePath));
  }

  private static void compile(List<Path> sources, Path classes, List<String> where) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes);
      List<String> options = new ArrayList<>(where);
      options.addAll(List.of("-proc:none", "--release", "17", "-d", classes.toString()));
      boolean compiled =
          compiler
              .getTask(
                  output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new AssertionError("the sources do not compile:\n" + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pack(Path folder, JarOutputStream jar) throws IOException {
    for (Path file : files(folder)) {
      jar.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, jar);
      jar.closeEntry();
    }
  }

  /** Every file below. */
  public static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A loader that sees the jar, and CrmKit in this test's own loader. */
  static URLClassLoader loader(Path jar) {
    try {
      return new URLClassLoader(
          "plugin", new URL[] {jar.toUri().toURL()}, PluginJar.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
