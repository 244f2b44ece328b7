package io.crmkit.verification.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Application servers load each application, with CrmKit in it, by a loader of its own. */
class ApplicationLoaderTest {

  /** A record of this test's own loader, compared in one place only. */
  private record Linked(List<WeakReference<ClassLoader>> applications) {}

  private static URLClassLoader application() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(
        "application", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @SuppressWarnings("unchecked")
  private static Supplier<Long> program(ClassLoader application) throws Exception {
    return (Supplier<Long>)
        application
            .loadClass(InsideApplication.class.getName())
            .getDeclaredConstructor()
            .newInstance();
  }

  /** As a server does: with the application's loader as the thread's. */
  private static long run(ClassLoader application) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      return program(application).get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void two_applications_each_have_a_crmkit_of_their_own() throws Exception {
    try (URLClassLoader one = application();
        URLClassLoader other = application()) {
      assertThat(program(one).getClass()).isNotEqualTo(program(other).getClass());
      assertThat(run(one)).isEqualTo(1);
      assertThat(run(other)).isEqualTo(1);
      assertThat(run(one)).isEqualTo(1);
    }
  }

  @Test
  void an_application_that_is_taken_down_goes_with_its_crmkit() throws Exception {
    List<WeakReference<ClassLoader>> applications = new ArrayList<>();

    for (int i = 0; i < 3; i++) {
      applications.add(deployAndTakeDown());
    }

    // JDK 17 keeps the class of the record whose equality was linked last, whoever's it is.
    assertThat(new Linked(applications)).isEqualTo(new Linked(applications));
    Garbage.assertCollected(applications);
  }

  private static WeakReference<ClassLoader> deployAndTakeDown() throws Exception {
    try (URLClassLoader application = application()) {
      assertThat(run(application)).isEqualTo(1);
      return new WeakReference<>(application);
    }
  }
}
