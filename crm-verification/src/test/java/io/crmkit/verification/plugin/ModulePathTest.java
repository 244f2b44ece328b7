package io.crmkit.verification.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A modular host with a modular plugin, started on the module path as a user would. */
class ModulePathTest {

  private static final List<String> NEEDED =
      List.of("crm-api", "crm-core", "crm-sales", "crm-service", "crm-assets", "crm-proposals");

  @Test
  void a_modular_host_finds_a_modular_plugin(@TempDir Path folder) throws Exception {
    Path libraries = Files.createDirectory(folder.resolve("libraries"));
    String modulePath = modulePath(libraries);
    Path plugin = folder.resolve("plugin");
    List<Path> sources =
        new ArrayList<>(PluginJar.files(PluginJar.LOYALTY.resolve("src/main/java")));
    sources.add(
        write(
            folder.resolve("plugin-source/module-info.java"),
            """
            module com.example.loyalty {
              requires io.crmkit.core;
              requires jakarta.inject;
              requires transitive io.crmkit.api;
              exports com.example.loyalty;
              provides io.crmkit.core.spi.module.CrmModule with com.example.loyalty.LoyaltyModule;
              opens com.example.loyalty to io.crmkit.core;
              opens com.example.loyalty.migration;
            }
            """));
    compile(sources, plugin, modulePath);
    copyResources(plugin);
    Path host = folder.resolve("host");
    compile(
        List.of(
            write(
                folder.resolve("host-source/module-info.java"),
                "module host { requires com.example.loyalty; requires io.crmkit.core;"
                    + " requires io.crmkit.sales; }"),
            write(
                folder.resolve("host-source/host/Main.java"),
                """
                package host;

                import com.example.loyalty.Loyalty;
                import io.crmkit.api.*;
                import io.crmkit.api.access.AccessPolicy;
                import io.crmkit.api.customer.*;

                public class Main {
                  public static void main(String[] args) {
                    try (Crm crm = Crm.builder(AccessPolicy.allowAll()).inMemory().open()) {
                      var session = crm.session(new TenantId("acme"), Actor.of("lily"));
                      var customer =
                          session
                              .get(Customers.class)
                              .register(RegisterCustomer.organization(CustomerName.of("Acme")));
                      session
                          .get(Loyalty.class)
                          .book(new Loyalty.Book(customer.id(), 1_200, null, "Welcome"));
                      System.out.println(
                          Main.class.getModule().isNamed()
                              + " "
                              + crm.getClass().getModule().getName()
                              + " "
                              + session.get(Customers.class).get(customer.id()).custom().texts());
                    }
                  }
                }
                """)),
        host,
        modulePath + File.pathSeparator + plugin);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath + File.pathSeparator + plugin + File.pathSeparator + host,
                // Automatic modules do not say what they need.
                "--add-modules",
                "ALL-MODULE-PATH",
                "--module",
                "host/host.Main")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("true io.crmkit.core {loyalty.tier=gold}");
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void compile(List<Path> sources, Path classes, String modulePath)
      throws IOException {
    PluginJar.compileModule(sources, classes, modulePath);
  }

  private static void copyResources(Path classes) throws IOException {
    Path resources = PluginJar.LOYALTY.resolve("src/main/resources");
    for (Path file : PluginJar.files(resources)) {
      Path target = classes.resolve(resources.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  /** CrmKit's modules and what they need; folders of classes become jars with their names. */
  private static String modulePath(Path folder) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      String own =
          NEEDED.stream().filter(m -> entry.contains(File.separator + m)).findFirst().orElse(null);
      if (own != null) {
        entries.put(own, jar(folder, own, path).toString());
      } else if (needed(path.getFileName().toString())) {
        entries.put(path.getFileName().toString(), entry);
      }
    }
    return entries.values().stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean needed(String jar) {
    return jar.endsWith(".jar")
        && jar.matches(
            "(?i)(guice|guava|failureaccess|aopalliance|jakarta.inject|jackson|jooq|reactive-streams"
                + "|r2dbc|slf4j-api|slf4j-simple|caffeine|libphonenumber|re2j|flyway|HikariCP"
                + "|jspecify|h2|commonmark|jsoup|jakarta.xml).*");
  }

  private static Path jar(Path folder, String module, Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return path;
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!module.equals("crm-api")) {
      String name = "io.crmkit." + module.substring("crm-".length());
      manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), name);
    }
    Path jar = folder.resolve(module + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest)) {
      for (Path file : PluginJar.files(path)) {
        String name = path.relativize(file).toString().replace('\\', '/');
        if (!name.equals("META-INF/MANIFEST.MF")) {
          packed.putNextEntry(new JarEntry(name));
          Files.copy(file, packed);
          packed.closeEntry();
        }
      }
    }
    return jar;
  }
}
