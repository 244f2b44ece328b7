package io.crmkit.core.kernel.work;

import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.ModuleFailure;
import java.util.function.Supplier;

/** Calls a module's part so that its failure names it. */
final class Blame {

  private Blame() {}

  /**
   * What CrmKit throws on purpose goes through as it is: a handler may refuse. Errors of linking
   * and of too deep a recursion are the module's own fault, too; other errors are the JVM's.
   *
   * @param part which part of the module is called
   */
  static <R> R on(String module, String part, Supplier<R> call) {
    try {
      return call.get();
    } catch (CrmException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new ModuleFailure(module, part, e);
    }
  }

  static void on(String module, String part, Runnable call) {
    Boolean unused =
        on(
            module,
            part,
            () -> {
              call.run();
              return Boolean.TRUE;
            });
  }
}
