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

  private final List<Consumer<SentStatement>> listeners = new CopyOnWriteArrayList<>();

  /** The same data source; what its connections send is written down here. */
  public DataSource watch(DataSource dataSource) {
    return new WatchedDataSource(dataSource, this::sent);
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

  private void sent(SentStatement statement) {
    listeners.forEach(listener -> listener.accept(statement));
  }
}
