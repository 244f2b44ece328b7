package io.crmkit.testkit.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Writes down the statements that go through a data source. Safe for many threads; each capture
 * hears the thread that began it and no other.
 *
 * <pre>{@code
 * StatementLog log = new StatementLog();
 * DataSource watched = log.watch(dataSource);
 * List<SentStatement> sent = log.during(() -> customers.register(command));
 * }</pre>
 */
public final class StatementLog {

  /** The one package of the library that sends SQL; its tests are in other packages. */
  private static final String ENGINE = "io.crmkit.core.kernel.sql.";

  private static final String OURS = "io.crmkit.";
  private static final String HERE = StatementLog.class.getPackageName() + ".";

  /** Migrations are called by the library, too, but their statements are scripts. */
  private static final String MIGRATIONS = "org.flywaydb.";

  private final List<Consumer<SentStatement>> listeners = new CopyOnWriteArrayList<>();

  /** The same data source; what its connections send is written down here. */
  public DataSource watch(DataSource dataSource) {
    return CountingDataSource.around(dataSource, this::sent);
  }

  /** Tells this listener of every statement from now on, in the thread that sends it. */
  public void listen(Consumer<SentStatement> listener) {
    listeners.add(listener);
  }

  /** What this thread sends while it does the work, in order. */
  public List<SentStatement> during(Runnable work) {
    Thread here = Thread.currentThread();
    List<SentStatement> sent = new ArrayList<>();
    Consumer<SentStatement> capture =
        statement -> {
          if (Thread.currentThread() == here) {
            sent.add(statement);
          }
        };
    listeners.add(capture);
    try {
      work.run();
    } finally {
      listeners.remove(capture);
    }
    return List.copyOf(sent);
  }

  private void sent(String sql) {
    SentStatement statement = new SentStatement(sql, sentByLibrary());
    listeners.forEach(listener -> listener.accept(statement));
  }

  /** Whether the nearest code that is ours is the SQL engine, with no migration in between. */
  private static boolean sentByLibrary() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith(OURS) || name.startsWith(MIGRATIONS))
                    .filter(name -> !name.startsWith(HERE))
                    .findFirst()
                    .filter(name -> name.startsWith(ENGINE))
                    .isPresent());
  }
}
