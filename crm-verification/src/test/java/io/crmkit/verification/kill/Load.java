package io.crmkit.verification.kill;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.value.Label;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that is killed: two engines on one database, both with their relay, and writers that
 * never stop. Its standard output is the journal.
 */
public final class Load {

  /** Said when the writers begin. */
  static final String READY = "ready";

  static final String PIPELINE = "killed";
  static final List<String> STAGES = List.of("new", "visited", "offered");

  private static final int WRITERS = 4;

  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  private Load() {}

  /**
   * @param args the JDBC URL, the user, how many connections, the tenant, the seed
   */
  public static void main(String[] args) throws Exception {
    try (HikariDataSource pool = Nodes.pool(args[0], args[1], Integer.parseInt(args[2]))) {
      new Load().run(pool, new TenantId(args[3]), Long.parseLong(args[4]));
    }
  }

  private void run(HikariDataSource pool, TenantId tenant, long seed) throws Exception {
    try (Crm one = Nodes.background(pool);
        Crm two = Nodes.background(pool)) {
      CrmSession session = one.session(tenant, Actor.of("setup"));
      CustomerId hot = prepare(session);
      say(READY);
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        CrmSession own = (i % 2 == 0 ? one : two).session(tenant, Actor.of("writer-" + i));
        Writer writer = new Writer(this::say, own, new Writer.Part(i, hot, seed * WRITERS + i));
        writers.add(new Thread(writer, "writer-" + i));
      }
      writers.forEach(Thread::start);
      for (Thread writer : writers) {
        writer.join();
      }
    }
  }

  private static CustomerId prepare(CrmSession session) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < STAGES.size(); i++) {
      Stage stage = Stage.open(STAGES.get(i), new Label(STAGES.get(i), STAGES.get(i)), 10 + i * 20);
      stages.add(
          i + 1 < STAGES.size()
              ? stage.to(STAGES.get(i + 1), "won", "lost")
              : stage.to("won", "lost"));
    }
    stages.add(Stage.won("won", new Label("won", "赢单")));
    stages.add(Stage.lost("lost", new Label("lost", "丢单")));
    session
        .get(Pipelines.class)
        .define(
            new DefinePipeline(
                new PipelineDefinition(PIPELINE, new Label("Killed", "被终止"), stages)));
    return session
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of("Everybody's customer")))
        .id();
  }

  /** One line, with the operating system when this returns: a kill does not lose it. */
  private synchronized void say(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("nobody listens any more", e);
    }
  }
}
