package io.crmkit.examples.quickstart;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.crmkit.api.error.CrmException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Embeds CrmKit on a database and tells one deal from the first web form to the served machine, or
 * imports real data. Exit codes: 0 done, 1 failed, 2 the command line cannot be understood.
 */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Runs the program.
   *
   * @param args see {@link Arguments#USAGE}
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String... args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    try {
      Arguments arguments = Arguments.parse(args);
      try (Plugins plugins = Plugins.in(arguments.plugins());
          Database database = Database.open(arguments)) {
        if (arguments.importFrom() == null) {
          return new StoryProgram(arguments, database, out::println).with(plugins).run();
        }
        return new ImportProgram(arguments, database, out::println).with(plugins).run();
      }
    } catch (Arguments.Unusable e) {
      e.faults().forEach(fault -> err.println("quickstart: " + fault));
      err.print(Arguments.USAGE);
      return 2;
    } catch (CrmException | PoolInitializationException | IOException e) {
      err.println("quickstart: " + e.getMessage());
      return 1;
    } catch (RuntimeException e) {
      err.println("quickstart: " + e);
      e.printStackTrace(err);
      return 1;
    }
  }

  /** Chinese names reach the console whatever its encoding is said to be. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
